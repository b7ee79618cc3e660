"""From what the pages show to what the API answers; nothing is asked that a page does not ask."""
