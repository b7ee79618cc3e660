"""The pure engine that interprets workflow declarations: what may happen next, and what follows."""
