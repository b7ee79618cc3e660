"""Tables that come in from outside: read, checked row by row, taken in whole, taken back."""
