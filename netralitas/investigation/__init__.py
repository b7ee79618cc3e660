"""Bawaslu's handling of a case, from preliminary study to plenary."""
