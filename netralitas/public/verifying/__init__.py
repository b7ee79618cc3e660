"""Where everybody asks whether a paper in hand is the one that was issued."""
