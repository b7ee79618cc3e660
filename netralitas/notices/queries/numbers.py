"""The number by which a case or an agreement is known, as an addition to a query on notices."""

from typing import Final

from netralitas.database.connection import Row
from netralitas.notices.domain import About

PRINTED: Final = """
LEFT JOIN LATERAL (
    (SELECT printed FROM case_number
     WHERE case_file = n.case_file AND kind IN ('register', 'receipt')
     ORDER BY kind = 'register' DESC, id DESC LIMIT 1)
    UNION ALL
    SELECT a.printed FROM agreement_party a
    WHERE a.agreement = n.agreement AND a.organisation = ANY (n.readers)
    LIMIT 1
) p ON true
"""
"""Joins `p.printed` to the notice `n`: the number of registration, else that of the receipt; of an
agreement the number that the party gave it.
"""


def about(row: Row) -> About:
    """Return what a row of a notice with `printed` is about."""
    return About(
        case=row["case_file"],
        agreement=row["agreement"],
        incident=row["incident"],
        printed=row["printed"],
    )
