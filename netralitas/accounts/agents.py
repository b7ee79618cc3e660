"""Which browser somebody uses, roughly: enough to know one's own again, useless to tell people."""

from typing import Final

# The first word found counts: browsers name those they descend from, too.
_BROWSERS: Final = (
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser", "Samsung Internet"),
    ("firefox", "Firefox"),
    ("fxios", "Firefox"),
    ("crios", "Chrome"),
    ("chrom", "Chrome"),
    ("safari", "Safari"),
)
_SYSTEMS: Final = (
    ("android", "Android"),
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("windows", "Windows"),
    ("mac os", "macOS"),
    ("linux", "Linux"),
)


def agent_of(header: str | None) -> str | None:
    """Return the family and the system that a `User-Agent` names; None where it names neither.

    No version and no model: the words are some of a few dozen.
    """
    told = (header or "").casefold()
    found = [next((name for sign, name in known if sign in told), None) for known in _KNOWN]
    return ", ".join(filter(None, found)) or None


_KNOWN: Final = (_BROWSERS, _SYSTEMS)
