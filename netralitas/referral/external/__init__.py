"""What other systems say of a respondent: their number, their state, who told us and when."""
