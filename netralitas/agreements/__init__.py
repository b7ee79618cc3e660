"""The cooperation of Bawaslu and the local government, and what each promised."""
