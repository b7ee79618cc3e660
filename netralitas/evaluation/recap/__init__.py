"""What was recorded in one week, office by office, and summed up for the office above."""
