"""Packages as pages show them: the list of a case, and one of them."""
