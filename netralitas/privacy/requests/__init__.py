"""What people ask about their own data: recorded, decided with a reason, answered."""
