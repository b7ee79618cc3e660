"""The record: events, their chain, the log of leaves, and the proof that nothing was changed."""
