"""The web frame: forms, pages, errors, headers, what every feature stands in."""
