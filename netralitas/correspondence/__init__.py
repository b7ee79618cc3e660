"""Letters in and out, and the gapless registers of their numbers."""
