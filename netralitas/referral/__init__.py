"""Forwarding to the authority that supervises civil servants, and its answers."""
