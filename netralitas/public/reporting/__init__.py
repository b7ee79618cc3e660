"""The public door: a report written page by page, sealed, and sent into the inbox of an office."""
