"""A file becomes a grid of cells, within bounds of size, time and memory."""

from netralitas.imports.reading.files import LARGEST, MOST_ROWS, read_grid

__all__ = ["LARGEST", "MOST_ROWS", "read_grid"]
