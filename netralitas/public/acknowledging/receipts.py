"""What is behind the code of a package, and its confirmation: once, sealed to the sender."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.intake.envelope import acknowledgement_place, seal_to
from netralitas.law import words as law_words
from netralitas.law.domain import Zone
from netralitas.public.acknowledging import words
from netralitas.public.acknowledging.forms import ReceivedForm
from netralitas.public.acknowledging.pages import ReceiptPage, Row
from netralitas.referral.packages.door import Acknowledged, Shown, write_acknowledged
from netralitas.web.formats import plain_date

_PACKAGE: Final = """
SELECT p.content, p.key_id, p.public_key, a.confirmed_at
FROM published.package p LEFT JOIN inbox.acknowledgement a ON a.digest = p.digest
WHERE p.digest = $1
"""
_CONFIRM: Final = """
INSERT INTO inbox.acknowledgement (digest, key_id, for_office, confirmed_at)
VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A package as its code shows it, and the key to which its receipt is sealed."""

    digest: bytes
    shown: Shown
    key_id: str
    public_key: bytes
    confirmed_at: datetime | None


async def behind(connection: Connection, digest: bytes) -> Behind | None:
    """Return what is behind the code of this digest, None for a code that nobody has."""
    row = await connection.fetchrow(_PACKAGE, digest)
    if row is None:
        return None
    shown = msgspec.convert(row["content"], Shown)
    return Behind(
        digest=digest,
        shown=shown,
        key_id=row["key_id"],
        public_key=row["public_key"],
        confirmed_at=shown.confirmed_at or row["confirmed_at"],
    )


async def confirm(connection: Connection, found: Behind, said: Acknowledged) -> bool:
    """Return whether this confirmed the receipt; False where somebody was faster."""
    sealed = seal_to(
        found.public_key, write_acknowledged(said), acknowledgement_place(found.digest)
    )
    done = await connection.execute(_CONFIRM, found.digest, found.key_id, sealed, clock.now())
    return done.endswith(" 1")


def receipt_page(
    found: Behind, form: ReceivedForm | None = None, *, just: bool = False
) -> ReceiptPage:
    """Return the page of a package; once confirmed it asks nothing and says since when."""
    shown, at = found.shown, found.confirmed_at
    dated = plain_date(shown.dated) if shown.dated else words.NO_DATE
    return ReceiptPage(
        rows=(
            Row(label=words.SENDER, value=shown.sender),
            Row(label=words.RECEIVER, value=shown.receiver),
            Row(label=words.NUMBER, value=shown.letter or words.NO_NUMBER),
            Row(label=words.DATED, value=dated),
            Row(label=words.FILES, value=str(shown.files)),
        ),
        digest=shown.digest,
        form=None if at else form,
        confirmed=law_words.moment(at, Zone(shown.zone)) if at else None,
        just=just,
    )


def too_early(found: Behind, form: ReceivedForm) -> bool:
    """Say whether the day is before the letter went out; the form then says so."""
    since = found.shown.since
    if since is None or form.on >= since:
        return False
    form.refuse("on", words.TOO_EARLY)
    return True
