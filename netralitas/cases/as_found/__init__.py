"""Cases as an old register finds them: entered whole, nothing asked, everything marked."""
