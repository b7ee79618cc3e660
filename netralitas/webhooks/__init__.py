"""Signed webhooks: what happened is told to the other systems of an office, in order, by ids."""
