"""`/kalkulator-tenggat`: any rule of time from any day, explained to anybody, as page and JSON."""
