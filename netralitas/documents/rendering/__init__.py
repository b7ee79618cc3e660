"""Papers as PDF: what is to be read for years, by eyes and by screen readers, byte for byte."""

from netralitas.documents.rendering.paper import UnknownPaperError, render

__all__ = ["UnknownPaperError", "render"]
