"""The clarification: who is heard, invitations, sessions with their minutes, the calendar."""
