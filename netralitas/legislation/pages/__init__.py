"""What the reading pages show: one struct each, the whole context of its template."""
