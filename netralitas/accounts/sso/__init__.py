"""Sign-in through the single sign-on of a government (OpenID Connect): a second door."""
