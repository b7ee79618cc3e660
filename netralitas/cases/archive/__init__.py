"""Static archives handed over: which cases, to whom, on whose verification, by which minutes."""
