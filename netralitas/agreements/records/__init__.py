"""What is kept under an agreement beside its text: values, their rules, their words."""
