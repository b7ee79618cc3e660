"""What the pages of addresses and captures share: addresses of pages, states, one capture."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.evidence.web import words
from netralitas.evidence.web.domain import CaptureState, Problem, Shot, StampVerdict
from netralitas.evidence.web.pages import CaptureLine, Captures, FileLine, StampLine
from netralitas.evidence.web.queries.files import PARTS
from netralitas.web.parts import Crumb, type_tone

PATH: Final = "/alamat"
CRUMBS: Final = (Crumb("Perkara", "/perkara"), Crumb("Register alamat", PATH))
MOST: Final = 50
"""So many captures a page shows; the address of the next ones is under them."""

_CAPTURES: Final = """
SELECT k.id, k.url, k.asked_at, k.finished_at, k.state, k.tries, k.problem, k.final_url, k.status,
       k.shot, k.warc_verdict, k.warc_stamped_at, k.picture_verdict, k.picture_stamped_at,
       k.picture, o.name AS asked_by,
       ARRAY(SELECT ARRAY[part.name, encode(f.digest, 'hex'), f.size::text]
             FROM (VALUES ('warc', k.warc), ('warc_stamp', k.warc_stamp), ('picture', k.picture),
                          ('picture_stamp', k.picture_stamp)) AS part (name, digest)
             JOIN file f ON f.digest = part.digest) AS files
FROM capture k JOIN officer o ON o.id = k.asked_by
WHERE (k.web_address = $1::bigint OR k.case_file = $2::bigint
       OR k.web_address IN (SELECT a.id FROM web_address a WHERE a.case_file = $2::bigint))
  AND k.id < $3
ORDER BY k.id DESC LIMIT $4
"""
_LARGEST: Final = 2**63 - 1


async def captures_of(
    c: Connection, here: str, before: str, *, address: int | None = None, case: int | None = None
) -> Captures:
    """Return the captures of an address or a case, the latest first; one statement.

    `here` is the page itself, `before` the capture after which it goes on, as its address says.
    """
    place = int(before) if before.isdecimal() and len(before) < 19 else _LARGEST
    rows = await c.fetch(_CAPTURES, address, case, place, MOST + 1)
    further = f"{here}?sebelum={rows[MOST - 1]['id']}" if len(rows) > MOST else None
    files = here if case is not None else f"{here}/tangkapan"
    return Captures(
        here=here, lines=tuple(_line(row, files) for row in rows[:MOST]), earlier=further
    )


def standing(row: Row) -> tuple[str, type_tone]:
    """Return whether a page is there still, as far as the register knows."""
    if row["done_on"]:
        return "Sudah turun", "done"
    if row["asked_on"]:
        return "Penurunan diminta", "waiting"
    return "Belum diminta turun", "neutral"


def in_groups(digest: str) -> str:
    """Return a digest as it is read aloud: eight groups of eight."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def _line(row: Row, files: str) -> CaptureLine:
    state = CaptureState(row["state"])
    return CaptureLine(
        id=row["id"],
        url=row["url"],
        asked_by=row["asked_by"],
        asked_at=row["asked_at"],
        finished_at=row["finished_at"],
        state=words.STATES[state],
        tone=words.TONES[state],
        unfinished=state is CaptureState.WAITING,
        problem=_problem(row, state),
        final_url=row["final_url"] if row["final_url"] != row["url"] else None,
        status=row["status"],
        shot=words.SHOTS[Shot(row["shot"])] if state is CaptureState.DONE else None,
        stamps=_stamps(row) if state is CaptureState.DONE else (),
        files=_files(row["id"], row["files"], files),
    )


def _problem(row: Row, state: CaptureState) -> str | None:
    if row["problem"] is None:
        return None
    said = words.PROBLEMS[Problem(row["problem"])]
    if state is CaptureState.WAITING:
        return f"Percobaan ke-{row['tries']} belum berhasil; sistem mencoba lagi. {said}"
    return said


def _stamps(row: Row) -> tuple[StampLine, ...]:
    found = [_stamp("Arsip", row["warc_verdict"], row["warc_stamped_at"])]
    if row["picture"] is not None:
        found.append(_stamp("Gambar", row["picture_verdict"], row["picture_stamped_at"]))
    return tuple(found)


def _stamp(what: str, verdict: str, at: datetime | None) -> StampLine:
    known = StampVerdict(verdict)
    return StampLine(
        said=f"{what}: {words.STAMPS[known]}",
        at=at if known is StampVerdict.VALID else None,
        tone=words.STAMP_TONES[known],
    )


def _files(capture: int, found: Sequence[Sequence[str]], place: str) -> tuple[FileLine, ...]:
    known = {part: (digest, int(size)) for part, digest, size in found}
    return tuple(
        FileLine(
            href=f"{place}/{capture}/{words.slug(part)}",
            label=words.PARTS[part],
            size=known[part][1],
            digest=in_groups(known[part][0]),
        )
        for part in PARTS
        if part in known
    )
