"""What others ask about releases: for the public pages, the case page, and a move on a release."""

from netralitas.publication.queries.courses import Concerned, among, concerned_in, staff_in
from netralitas.publication.queries.of_case import CaseRelease, releases_of
from netralitas.publication.queries.public import OutcomeLine, PublicRelease, Published
from netralitas.publication.queries.releases import edition_mark, opened_since, published

__all__ = [
    "CaseRelease",
    "Concerned",
    "OutcomeLine",
    "PublicRelease",
    "Published",
    "among",
    "concerned_in",
    "edition_mark",
    "opened_since",
    "published",
    "releases_of",
    "staff_in",
]
