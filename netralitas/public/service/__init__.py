"""The service as everybody reads it, and the short path of a complaint about it."""
