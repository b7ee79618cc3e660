"""What is done with tokens, and each write by a token once."""
