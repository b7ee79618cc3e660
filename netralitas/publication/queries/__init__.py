"""What others ask about releases: for the public pages, the case page, and a move on a release."""

from netralitas.publication.queries.courses import Concerned, among, concerned_in, staff_in
from netralitas.publication.queries.releases import (
    CaseRelease,
    OutcomeLine,
    PublicRelease,
    Published,
    edition_mark,
    published,
    releases_of,
)

__all__ = [
    "CaseRelease",
    "Concerned",
    "OutcomeLine",
    "PublicRelease",
    "Published",
    "among",
    "concerned_in",
    "edition_mark",
    "published",
    "releases_of",
    "staff_in",
]
