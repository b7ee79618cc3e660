"""What the forms of task forces share: for whom they are opened, how they look."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.database.transactions import reading
from netralitas.exchange.domain import Ground
from netralitas.exchange.forces import words
from netralitas.exchange.forces.queries import crumbs, force_row, member_name, members_of
from netralitas.exchange.policy import hold_in_force, hold_party
from netralitas.exchange.queries import PATH, ground_of, offices_under
from netralitas.exchange.routes.sheet import Sheet
from netralitas.web.visit import Visit

_AFTERWARDS: Final = (
    "Susunan dan piket yang sudah lewat tetap tercatat; piket sesudah hari itu dibatalkan."
)
_SEEN_BY: Final = (
    "Nama dan jabatan seperti pada surat keputusan; tampil bagi kantor yang membaca kerja sama ini."
)
_WORDS: Final = {
    "baru": (
        "Catat satgas atau narahubung",
        "Dicatat dari surat keputusan atau surat penunjukan. Anggotanya ditambahkan sesudah ini.",
    ),
    "anggota": ("Catat anggota", _SEEN_BY),
    "akhir": ("Akhiri masa tugas", _AFTERWARDS),
    "piket/baru": (
        "Isi piket",
        "Satu petugas untuk satu hari atau serentang hari. Hari yang sudah terisi tidak ditimpa.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A task force as a form is opened on it; `here` is its address, that of the list before."""

    ground: Ground
    here: str
    since: date
    name: str = ""
    offices: list[tuple[str, str]]
    members: list[tuple[str, str]]


async def seen_by(
    visit: Visit, number: int, force: int | None = None, member: int | None = None
) -> Seen:
    """Return it for who keeps task forces, at a party; NotAllowed or NotVisible else.

    A form about nobody of it is not there.
    """
    may(visit.actor, Permission.KEEP_EXCHANGE)
    here = f"{PATH}/{number}/satgas"
    since, name, members = visit.today, "", []
    async with reading(visit.actor) as c:
        ground = await ground_of(c, number)
        hold_party(ground, await readers_for(c, visit.actor.organisation))
        offices = await offices_under(c, ground)
        if force is None:
            hold_in_force(ground)
        else:
            row = await force_row(c, number, force)
            since, name, here = row["valid_from"], row["name"], f"{here}/{force}"
            members = await members_of(c, force, visit.today)
            if member is not None:
                name = await member_name(c, force, member)
    return Seen(
        ground=ground,
        here=here,
        since=since,
        name=name,
        offices=[(str(office), called) for office, (called, _) in offices.items()],
        members=members,
    )


def sheet_of(seen: Seen, part: str) -> Sheet:
    """Return how the form at a part of the address looks."""
    title, lead = _WORDS[part if part in _WORDS else "akhir"]
    return Sheet(
        title=title,
        lead=f"{seen.name}. {lead}" if seen.name else lead,
        button=title,
        action=f"{seen.here}/{part}",
        back=seen.here,
        crumbs=crumbs(seen.ground, words.TITLE, title),
        selects=("decreed_by", "organisation", "member"),
    )
