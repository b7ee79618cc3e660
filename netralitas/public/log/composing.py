"""The page of the log and its files, made by the worker from what was published of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from netralitas.audit.heads import Verifier
from netralitas.database.connection import Connection
from netralitas.public.editions import Written
from netralitas.public.log import queries, words
from netralitas.public.log.pages import HeadLine, LogPage, StatementLine
from netralitas.public.log.queries import DayHead, Statement
from netralitas.public.sections import LOG
from netralitas.public.sheets import Sheet, in_each_language
from netralitas.web import static

SHOWN: Final = 60
"""So many heads the page lists; the file has them all."""

_NO_STATEMENT: Final = "Catatan ini belum pernah berganti nama.\n"
_TEXT: Final = "text/plain; charset=utf-8"
_SCRIPT: Final = static.FOLDER / "verifier" / "periksa_catatan.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogShown:
    """The page of the log in each language, and its files."""

    sheets: tuple[Sheet, ...]
    files: tuple[Written, ...]


async def log_shown(c: Connection, verifier: Verifier | None, site: str) -> LogShown:
    """Return the page and the files of the log as it was published; `site` is where they are.

    `verifier` is the public key under the log's first name; without one none is told.
    """
    found = await queries.heads(c)
    told = await queries.statements(c)
    key = "" if verifier is None else str(_present(verifier, told))
    sheets = in_each_language(lambda: (_sheet(found, told, key, site),))
    return LogShown(sheets=sheets, files=tuple(_files(found, told, key)))


def _present(verifier: Verifier, told: Sequence[Statement]) -> Verifier:
    return Verifier(name=told[0].name, public=verifier.public) if told else verifier


def _sheet(found: Sequence[DayHead], told: Sequence[Statement], key: str, site: str) -> Sheet:
    content = LogPage(
        heads=tuple(
            HeadLine(day=h.day, size=h.size, origin=h.origin, href=f"{LOG}/checkpoint/{h.size}")
            for h in found[:SHOWN]
        ),
        further=max(0, len(found) - SHOWN),
        statements=tuple(_line(each) for each in told),
        key=key,
        site=f"{site}{LOG}",
        empty=words.NOTHING_YET,
    )
    return Sheet(path=LOG, template="public/log/log.html", content=content)


def _line(told: Statement) -> StatementLine:
    return StatementLine(
        name=told.name,
        earlier=told.earlier,
        size=told.size,
        first_size=told.first_size,
        reason=told.reason,
        declared_on=told.declared_on,
    )


def _files(found: Sequence[DayHead], told: Sequence[Statement], key: str) -> list[Written]:
    files = [_file("periksa.py", _SCRIPT.read_bytes(), "text/x-python; charset=utf-8")]
    if key:
        files.append(_file("kunci.txt", f"{key}\n".encode()))
    if found:
        lines = [
            {"size": head.size, "day": head.day.isoformat(), "note": head.note} for head in found
        ]
        listed = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        files.append(_file("checkpoint", found[0].note.encode()))
        files.append(_file("kepala.jsonl", listed.encode(), "application/jsonl; charset=utf-8"))
        files += [_file(f"checkpoint/{head.size}", head.note.encode()) for head in found]
    statements = "\n".join(each.statement for each in reversed(told)) or _NO_STATEMENT
    files.append(_file("pernyataan", statements.encode()))
    return files


def _file(name: str, body: bytes, media_type: str = _TEXT) -> Written:
    etag = sha256(body).hexdigest()[:32]
    return Written(path=f"{LOG}/{name}", body=body, etag=etag, media_type=media_type)
