"""A respondent as a person: the snapshot of the act, and the other cases that the reader sees."""

from typing import Final

from netralitas.access.policy import Field, Permission
from netralitas.cases import words as case_words
from netralitas.cases.domain import Employment, PositionClass
from netralitas.cases.persons import words
from netralitas.cases.persons.forms import RevealForm
from netralitas.cases.persons.pages import OtherCase, PersonPage
from netralitas.cases.queries import CaseView, masked, title
from netralitas.cases.queries.file import hold_possible
from netralitas.database.connection import Connection, Row
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb

_MOST: Final = 50
_ONE: Final = """
SELECT id, ordinal, name, employment, position_class, position, unit, employer, grade,
       nip_cipher, nip_digest, nip_last, staff
FROM respondent WHERE case_file = $1 AND id = $2
"""
# Row security leaves the cases that the reader may see, and none that they are excluded from.
_OTHERS: Final = """
SELECT DISTINCT ON (f.id) f.id, f.subject, f.act_on, o.name AS owner, r.position, r.unit,
       (SELECT n.printed FROM case_number n WHERE n.case_file = f.id
        ORDER BY array_position('{register,receipt,previous}', n.kind), n.id LIMIT 1) AS number
FROM respondent r JOIN case_file f ON f.id = r.case_file JOIN organisation o ON o.id = f.owner
WHERE r.case_file <> $1 AND (r.nip_digest = $2 OR r.staff = $3)
ORDER BY f.id DESC LIMIT $4
"""


async def one_respondent(c: Connection, view: CaseView, respondent: int) -> Row:
    """Return the row of a respondent, for who sees at least the masked number; NotVisible else."""
    hold_possible(respondent)
    row: Row | None = await c.fetchrow(_ONE, view.dossier.id, respondent)
    if row is None or Field.NIP_MASKED not in view.seen:
        raise NotVisible
    return row


async def person_page(
    c: Connection,
    view: CaseView,
    respondent: int,
    *,
    form: RevealForm | None = None,
    number: str | None = None,
) -> PersonPage:
    """Return the page of a respondent; `number` is shown where it has just been opened."""
    row = await one_respondent(c, view, respondent)
    digest, staff = row["nip_digest"], row["staff"]
    others = []
    if digest is not None or staff is not None:
        others = await c.fetch(_OTHERS, view.dossier.id, digest, staff, _MOST + 1)
    base = f"/perkara/{view.dossier.id}"
    called = row["name"] or f"Terlapor {row['ordinal']}"
    opens = digest is not None and view.may(Permission.READ_NIP) and number is None
    here = f"{base}/terlapor/{respondent}"
    return PersonPage(
        crumbs=(
            Crumb("Perkara", "/perkara"),
            Crumb(title(view), base),
            Crumb(f"Terlapor {row['ordinal']}"),
        ),
        title=f"Terlapor {row['ordinal']}",
        caption=title(view),
        known=_known(row, called),
        masked=masked(row["nip_last"]),
        number=number,
        reveal=f"{here}/nip" if opens else None,
        form=(form or RevealForm.blank()) if opens else None,
        matched=_matched(row),
        others=tuple(map(_other, others[:_MOST])),
        more=len(others) > _MOST,
        edit=here if view.may(Permission.ADD_RESPONDENT) else None,
        back=f"{base}#terlapor",
    )


def _known(row: Row, called: str) -> tuple[tuple[str, str], ...]:
    position = PositionClass(row["position_class"])
    said = (
        ("Nama", called),
        ("Jenis kepegawaian", case_words.EMPLOYMENTS[Employment(row["employment"])]),
        ("Jabatan", row["position"]),
        (
            "Jenjang jabatan",
            None if position is PositionClass.UNKNOWN else case_words.POSITION_CLASSES[position],
        ),
        ("Unit kerja", row["unit"]),
        ("Instansi", row["employer"]),
        ("Golongan", row["grade"]),
    )
    return tuple((label, value) for label, value in said if value)


def _matched(row: Row) -> str:
    if row["nip_digest"] is not None:
        return words.BY_NUMBER
    return words.BY_LIST if row["staff"] is not None else words.UNMATCHED


def _other(row: Row) -> OtherCase:
    post = ", ".join(said for said in (row["position"], row["unit"]) if said)
    return OtherCase(
        number=row["number"] or f"Perkara {row['id']}",
        subject=row["subject"],
        href=f"/perkara/{row['id']}",
        act_on=row["act_on"],
        owner=row["owner"],
        post=post or None,
    )
