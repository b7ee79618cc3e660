"""The preliminary study: requirements with a reason each, kept as versions, and its letter."""
