"""Papers of a case: who attached what, on which move."""
