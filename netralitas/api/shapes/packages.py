"""Packages as the system of their receiver is given them."""

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from netralitas.api.shapes.cases import type_id, type_version

type_digest = Annotated[
    str,
    Meta(
        description="SHA-256 of the manifest's bytes, in hexadecimal.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    ),
]
type_answer_by = Annotated[
    date | None, Meta(description="Until when the sender asks for an answer.")
]


class HandedPackageLine(msgspec.Struct, frozen=True, kw_only=True):
    """A package that was handed to the office of this token."""

    id: type_id
    case: type_id
    digest: type_digest
    sender: Annotated[str, Meta(examples=["Bawaslu Kabupaten Contoh"])]
    frozen_at: datetime
    answer_by: type_answer_by


class HandedPackageList(msgspec.Struct, frozen=True, kw_only=True):
    """Packages in the order in which they were handed over, the oldest first."""

    items: tuple[HandedPackageLine, ...]
    next: Annotated[
        str | None,
        Meta(
            description="Keep it, and send it as `cursor` the next time: it leads on from the last"
            " package that was seen, also when nothing more is there yet. Null only as long as"
            " nothing was seen at all.",
            examples=["4711"],
        ),
    ]


class CaseAbout(msgspec.Struct, frozen=True, kw_only=True):
    """What the receiver reads of the case itself; null is what it is not told, or nobody knows."""

    source: Annotated[str, Meta(examples=["report"])]
    channel: str | None
    regime: Annotated[str, Meta(examples=["pemilihan"])]
    theme: Annotated[str | None, Meta(examples=["neutrality"])]
    region: Annotated[str | None, Meta(description="Code of the region.", examples=["99.01"])]
    place: str | None
    subject: str | None
    description: str | None
    act_on: date | None
    act_precision: Annotated[str | None, Meta(examples=["day"])]
    known_on: date | None
    received_at: datetime | None
    zone: Annotated[str, Meta(examples=["Asia/Jakarta"])]


class HandedProceeding(msgspec.Struct, frozen=True, kw_only=True):
    """A proceeding as it stands now; `respondent` is the ordinal in the manifest.

    `handed`: the package is about it; if not, it came about since, with the same receiver.
    """

    id: type_id
    respondent: int
    workflow: Annotated[str, Meta(examples=["referral"])]
    workflow_version: int
    state: Annotated[str, Meta(examples=["forwarded"])]
    version: type_version
    handed: bool


class HandedLetterShape(msgspec.Struct, frozen=True, kw_only=True):
    """The covering letter; number, date and subject stand in the manifest."""

    id: type_id
    method: str | None
    sent_on: date | None


class HandedPackage(msgspec.Struct, frozen=True, kw_only=True):
    """A package, and how its proceedings stand at the sender's now."""

    id: type_id
    case: type_id
    digest: type_digest
    manifest: Annotated[
        str,
        Meta(
            description="The manifest, a JSON text, exactly as it was frozen: its bytes in UTF-8"
            " have the digest. Its papers are asked for by their `sha256`.",
            examples=['{"answer_by":null,"form":1}'],
        ),
    ]
    frozen_at: datetime
    answer_by: type_answer_by
    about: CaseAbout
    handling_state: Annotated[
        str | None,
        Meta(description="Null for an office that does not follow the handling itself."),
    ]
    proceedings: tuple[HandedProceeding, ...]
    letter: HandedLetterShape | None
