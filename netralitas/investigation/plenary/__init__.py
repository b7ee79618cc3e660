"""The plenary: meetings, who is there, what they decide of each respondent, and how they voted."""
