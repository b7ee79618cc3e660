"""How a matter comes in: report, finding, information."""
