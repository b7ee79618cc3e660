"""What of a drawn picture goes on a page: shapes and letters by their attributes, nothing else."""

import re
from typing import Final
from xml.etree import ElementTree as ET

SVG: Final = "http://www.w3.org/2000/svg"
SHAPES: Final = frozenset({"svg", "g", "path", "line", "rect", "text", "tspan"})
ATTRIBUTES: Final = frozenset(
    {
        *("width", "height", "viewBox", "x", "y", "x2", "y2", "dx", "dy", "d", "transform"),
        *("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor"),
        *("font-family", "font-size", "font-weight"),
    }
)
"""No style, script, link, event or id: safe under the content policy, and alike on paper."""

_NUMBER: Final = re.compile(r"-?\d+\.\d{2,}")
_NOTHING: Final = frozenset({"", "M0,0h0v0h0Z", "M0.5,0.5h0v0h0Z"})


def cleaned(drawn: str, *, title: str, description: str, name: str) -> str:
    """Return a picture with its text alternative, reduced to the shapes and attributes above.

    `name` makes the ids of its title and description unique on a page.
    """
    root = _kept(ET.fromstring(drawn))  # noqa: S314 - the renderer's own, no entities
    root.set("xmlns", SVG)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-judul {name}-isi")
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(tag, {"id": f"{name}-{_WORDS[tag]}"})
        element.text = text
        root.insert(place, element)
    return ET.tostring(root, encoding="unicode")


_WORDS: Final = {"title": "judul", "desc": "isi"}


def _kept(element: ET.Element) -> ET.Element:
    made = ET.Element(_shape(element))
    made.text = element.text
    for name, value in element.attrib.items():
        if name in ATTRIBUTES:
            made.set(name, value if name in _TEXTUAL else _NUMBER.sub(_shorter, value))
    made.extend(_kept(child) for child in element if _is_seen(child))
    return made


_TEXTUAL: Final = frozenset({"fill", "stroke", "font-family", "font-weight", "text-anchor"})


def _is_seen(element: ET.Element) -> bool:
    shape = _shape(element)
    if shape not in SHAPES or element.get("display") == "none" or element.get("opacity") == "0":
        return False
    if shape == "path":
        blank = element.get("fill", "none") in {"none", "transparent"} and not element.get("stroke")
        return element.get("d", "") not in _NOTHING and not blank
    if shape == "text" and not "".join(element.itertext()):
        return False
    return shape != "g" or any(_is_seen(child) for child in element)


def _shape(element: ET.Element) -> str:
    return element.tag.removeprefix(f"{{{SVG}}}")


def _shorter(found: re.Match[str]) -> str:
    return f"{float(found[0]):.1f}".removesuffix(".0")
