"""What a person is given: their data for programs and for people, sealed under a password."""

from datetime import datetime
from typing import Any, Final

import msgspec
from anyio import to_thread

from netralitas.access.domain import Actor
from netralitas.documents.rendering import render
from netralitas.documents.sealing import sealed_zip
from netralitas.intake import codes
from netralitas.privacy.requests import words
from netralitas.privacy.requests.domain import Role
from netralitas.privacy.requests.queries.register import Request

_IDENTITY: Final = {
    "name": "Nama",
    "address": "Alamat",
    "telephone": "Telepon",
    "email": "Surel",
    "identity_number": "Nomor identitas",
    "birth": "Tempat dan tanggal lahir",
    "occupation": "Pekerjaan",
    "sex": "Jenis kelamin",
    "citizenship": "Kewarganegaraan",
}
_LABELS: Final = {
    Role.RESPONDENT: {
        "name": "Nama",
        "nip_last": "NIP, empat angka terakhir",
        "position": "Jabatan",
        "unit": "Unit kerja",
        "employer": "Instansi",
        "grade": "Golongan",
        "act_on": "Tanggal kejadian",
    },
    Role.REPORTER: _IDENTITY,
    Role.WITNESS: _IDENTITY,
    Role.OFFICER: {"login": "Nama akun", "name": "Nama", "email": "Surel", "acts": "Tindakan"},
}
"""What of the data stands on the sheet for people; all of it is in the other file."""


async def packed(
    actor: Actor, data: dict[str, Any], found: Request, password: str, now: datetime
) -> bytes:
    """Return the sealed ZIP: `data.json` for programs and `data.pdf` for people."""
    held = " ".join(filter(None, (words.HELD[found.role], found.held_back)))
    whole = msgspec.json.format(msgspec.json.encode({**data, "held_back": held}), indent=2)
    facts = tuple(
        (label, str(data[name]))
        for name, label in _LABELS[found.role].items()
        if data.get(name) not in (None, "")
    )
    sheet = {
        "title": "Data pribadi atas permintaan",
        "office": actor.organisation_name,
        "footer": f"Permintaan {found.id}",
        "letterhead": (),
        "facts": (("Permintaan", found.letter), *facts),
        "said": held,
    }
    paper = await render("own_data", sheet, now)
    members = (("data.json", (whole,)), ("data.pdf", (paper,)))
    pieces = sealed_zip(members, now, codes.in_groups(password), f"data request {found.id}")
    return await to_thread.run_sync(b"".join, pieces)
