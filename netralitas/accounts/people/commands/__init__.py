"""What changes accounts by two administrators, desks, deputies, and whose work it is."""
