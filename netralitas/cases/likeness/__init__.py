"""What resembles what: keys of names and posts, cases of the same person, post or event."""
