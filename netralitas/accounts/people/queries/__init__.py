"""What the pages of people ask: lists, one person, requests, desks and who stands in at them."""
