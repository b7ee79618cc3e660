"""Socialization and the other work that prevents violations."""
