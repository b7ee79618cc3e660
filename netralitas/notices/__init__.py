"""Notices to the people responsible: on the site, by e-mail, and as a calendar to subscribe to."""
