"""The public agenda: what was announced, as pages, as a calendar and as a feed."""
