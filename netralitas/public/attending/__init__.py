"""Where somebody in the room of an activity says by phone that they came, and takes its test."""
