"""Cases as they stand in old registers and letters, taken in without inventing anything."""
