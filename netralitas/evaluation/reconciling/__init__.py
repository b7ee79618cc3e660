"""The lists of Bawaslu, of the oversight authority and of the staff office, person by person."""
