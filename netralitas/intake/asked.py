"""An authority asks Bawaslu to clarify: the cases that its letter may be about, by any number."""

from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.web.forms import Form, Text
from netralitas.web.parts import Crumb
from netralitas.workflows import workflow

PATH: Final = "/perkara/permintaan-klarifikasi"
OPEN_NEW: Final = "/perkara/baru?jenis=informasi"
_ASKED: Final = "authority_asked"
_TITLE: Final = "Permintaan klarifikasi instansi pengawas ASN"
_MOST: Final = 20

_FOUND: Final = """
SELECT f.id, f.subject, p.id AS handling, p.workflow_version, p.state,
       (SELECT n.printed FROM case_number n WHERE n.case_file = f.id
        ORDER BY n.kind <> 'register', n.id LIMIT 1) AS printed
FROM case_file f JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
WHERE f.owner = $1 AND f.id IN (
    SELECT case_file FROM case_number WHERE printed = $2
    UNION SELECT case_file FROM letter WHERE printed = $2 AND printed <> ''
    UNION SELECT r.case_file FROM external_record x JOIN respondent r ON r.id = x.respondent
          WHERE x.number = $2 AND x.number <> '')
ORDER BY f.id DESC LIMIT $3
"""


class NumberForm(Form):
    """A number that the letter names, of whatever it is."""

    nomor = Text(
        "Nomor yang disebut surat itu",
        hint="Nomor registrasi atau tanda terima perkara, nomor surat penerusan kita, atau nomor"
        " di SBT, SIAPNET, I'DIS, atau sistem lain. Ditulis utuh.",
        maximum=120,
        missing="Isi nomor yang disebut surat itu, atau buka perkara baru.",
    )


class FoundCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case of the office that bears the number; `join` is where the request is recorded on it."""

    href: str
    printed: str
    subject: str
    state: str
    join: str


class AskedPage(msgspec.Struct, frozen=True, kw_only=True):
    """The search by a number, what it finds, and the way to a new case; `found` None: not asked."""

    form: NumberForm
    found: tuple[FoundCase, ...] | None = None
    title: str = _TITLE
    action: str = PATH
    new: str = OPEN_NEW
    crumbs: tuple[Crumb, ...] = (Crumb("Perkara", "/perkara"), Crumb(_TITLE))


async def found_by(c: Connection, actor: Actor, number: str) -> tuple[FoundCase, ...]:
    """Return the cases of the office that bear this number, the newest first."""
    rows = await c.fetch(_FOUND, actor.organisation, number, _MOST)
    return tuple(
        FoundCase(
            href=f"/perkara/{row['id']}",
            printed=row["printed"] or f"Perkara {row['id']}",
            subject=row["subject"],
            state=workflow("handling", row["workflow_version"]).state(row["state"]).label,
            join=f"/perkara/{row['id']}/fakta/{row['handling']}/{_ASKED}",
        )
        for row in rows
    )
