"""The study of a case: written in sections as versions, commented, read by a second person."""
