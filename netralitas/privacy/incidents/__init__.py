"""Failures to protect personal data: found, measured, told within the hours of the law, closed."""
