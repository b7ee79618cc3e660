"""A paper issued: numbered, printed, kept and frozen; all of it or nothing."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from netralitas import clock, settings
from netralitas.access.domain import Actor
from netralitas.audit.record import lock
from netralitas.database.connection import Connection
from netralitas.documents.official import store
from netralitas.documents.official.catalogue import find_paper
from netralitas.documents.official.commands.numbering import number_of
from netralitas.documents.official.content import Issue, Issued
from netralitas.documents.official.sheet import (
    Sheet,
    Template,
    as_docx,
    as_pdf,
    composed,
    frozen,
)
from netralitas.documents.official.store import About
from netralitas.documents.official.verifying import code_digest
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.evidence.storage import Storage
from netralitas.intake import codes
from netralitas.refusals import Invalid

LARGEST: Final = 50 * 1024 * 1024
"""Bytes of a paper that we print ourselves."""


async def issue_in(
    connection: Connection, actor: Actor, issue: Issue, *, storage: Storage
) -> Issued:
    """Return the paper that the actor's office has now issued, inside the caller's transaction.

    Its number is taken after the lock of the case, its files are kept, and what was printed is
    frozen. The caller holds that the actor may, and files the PDF as a document of the case by the
    event that tells of it. Raises NotVisible (no such paper or case), Invalid (a number already
    used or without a reason, a day to come), NotKept.
    """
    paper = find_paper(issue.paper)
    head = await lock(connection, issue.case)
    known = await store.about(connection, issue.case, actor.organisation, issue.on)
    _refuse_days_to_come(issue, known, head.now)
    template = await _template(connection, actor, issue, known)
    number = await number_of(connection, actor, issue, paper, template, known, at=head.now)
    code = codes.make(secrets.token_bytes(codes.CHANCE_BYTES))
    sheet = composed(
        paper,
        issue.content,
        template,
        office=known.office,
        regime=known.regime,
        on=issue.on,
        number=number,
        at=head.now.replace(microsecond=0),
        case_number=known.number,
        code=code,
        site=settings.load(secrets=()).public_address,
    )
    pdf = await _kept(connection, storage, await as_pdf(sheet))
    docx = await _kept(connection, storage, await as_docx(sheet))
    row = {
        **_row(actor, issue, sheet),
        "template": template.id,
        "number": number,
        "pdf": bytes.fromhex(pdf.digest),
        "docx": bytes.fromhex(docx.digest),
        "readers": list(known.readers),
    }
    added = await store.add_paper(connection, row)
    await store.publish(connection, _told(row, known.office, paper.title))
    return Issued(
        id=added, code=code, number=number, title=paper.title, kind=paper.kind, pdf=pdf, docx=docx
    )


async def preview(connection: Connection, actor: Actor, issue: Issue) -> bytes:
    """Return the PDF of the paper as it would be, marked as a draft; nothing of it is kept.

    Raises NotVisible.
    """
    paper = find_paper(issue.paper)
    known = await store.about(connection, issue.case, actor.organisation, issue.on)
    template = await _template(connection, actor, issue, known)
    number = known.number if paper.register is None else None
    sheet = composed(
        paper,
        issue.content,
        template,
        office=known.office,
        regime=known.regime,
        on=issue.on,
        number=issue.printed or number,
        at=clock.now().replace(microsecond=0),
        case_number=known.number,
    )
    return await as_pdf(sheet)


async def _template(c: Connection, actor: Actor, issue: Issue, known: About) -> Template:
    """Return the office's template, under its own letterhead or the addresses it is reached by."""
    found = await store.newest_template(c, actor.organisation, issue.paper)
    return found if found.letterhead else msgspec.structs.replace(found, letterhead=known.reached)


def _refuse_days_to_come(issue: Issue, known: About, now: datetime) -> None:
    if issue.on > now.astimezone(ZoneInfo(known.zone)).date():
        raise Invalid({"on": ["Tanggal naskah belum tiba. Isi hari ini atau sebelumnya."]})


def _row(actor: Actor, issue: Issue, sheet: Sheet) -> dict[str, object]:
    """Return the columns that follow from who issues what."""
    text = frozen(sheet)
    return {
        "case_file": issue.case,
        "organisation": actor.organisation,
        "paper": issue.paper,
        "printed_reason": issue.printed_reason if issue.printed else None,
        "issued_on": issue.on,
        "issued_by": actor.officer,
        "issued_at": sheet.issued_at,
        "frozen": text.decode(),
        "frozen_digest": sha256(text).digest(),
        "code": sheet.code,
    }


def _told(row: Mapping[str, object], office: str, title: str) -> tuple[object, ...]:
    """Return what everybody with the paper in hand is told."""
    files = (row["pdf"], row["docx"])
    about = (office, title, row["number"], row["issued_on"])
    return (code_digest(str(row["code"])), *about, *files, row["issued_at"])


async def _kept(c: Connection, storage: Storage, content: bytes) -> Stored:
    stored = await storage.keep(content, LARGEST)
    await add_in(c, stored)
    return stored
