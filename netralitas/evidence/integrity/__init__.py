"""Whether kept files still are what they were: read again, scanned, and told when not."""
