"""The service itself: what the office says of it, complaints about it, and its monthly figures."""
