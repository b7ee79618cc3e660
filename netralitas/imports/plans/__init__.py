"""Work plans of agreements that come in as the tables they are."""
