"""What the API answers: one struct each, made from what the pages show to the same person."""
