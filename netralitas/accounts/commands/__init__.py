"""What changes accounts: `signing` for a person and their session, `administration` for others."""
