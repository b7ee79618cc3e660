"""What the public sent to an office: seen, taken in or refused by staff; messages both ways."""
