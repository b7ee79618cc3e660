"""Who examines: the team of a disciplinary examination, the members of an ethics council."""
