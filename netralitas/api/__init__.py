"""The machine API: tokens, and what other systems read and do with them."""
