"""What the parties of an agreement ask of each other, and who does it for them."""
