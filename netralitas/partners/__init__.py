"""Partners: packages that another installation hands over come in here, and answers go back."""
