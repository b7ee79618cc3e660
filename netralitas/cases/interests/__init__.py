"""Conflicts of interest: declared by officers, or found in a case; either way they are kept out."""
