"""What the pages of the register and of captures show, and their files."""
