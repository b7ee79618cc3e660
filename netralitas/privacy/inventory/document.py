"""`docs/personal-data.md`, written from the declarations."""

from collections.abc import Iterator
from typing import Final

from netralitas.privacy.inventory.domain import Basis, Column, Kept, Leaves, Table
from netralitas.privacy.inventory.reading import inventory

_BASES: Final = {
    Basis.PUBLIC_TASK: "public task, UU 27/2022 (S)",
    Basis.SECRECY: "public task, UU 27/2022 (S); kept secret by Perbawaslu 1/2022 Ps 18(2) (S)",
    Basis.AGREEMENT: "public task under an agreement of the parties, UU 27/2022 (S)",
    Basis.ARCHIVE: "law on archives, UU 43/2009 (S)",
    Basis.RUNNING: "security of the system; basis to be confirmed",
}
_CLASSES: Final = {
    Kept.IDENTITY: "identities: from the day a case ended",
    Kept.CASE: "dossiers: from the day a case ended, or was handed over as an archive",
    Kept.ATTENDANCE: "lists of presence: from the day an activity was held",
    Kept.STAFF_LIST: "staff lists: from the day one was taken in",
    Kept.ACCOUNT: "accounts: as long as the office knows the officer",
    Kept.SERVICE: "complaints about the service",
    Kept.WEB_REGISTER: "the register of addresses",
    Kept.OFFICE: "records of an office: minutes, agreements, templates",
    Kept.PUBLISHED: "what was published",
    Kept.RECORD: "the record: who did what; kept for good",
    Kept.WORKING: "working memory: goes by itself within days",
}
_LEAVES: Final = {
    Leaves.EMPTIED: "emptied",
    Leaves.KEY_ERASED: "erased with the key of its commitment",
    Leaves.PSEUDONYM: "replaced by a role or a fixed sentence",
    Leaves.DELETED: "row deleted",
    Leaves.KEPT: "kept",
}
_HEAD: Final = """# Personal data

Every column of the database: whether it holds something about a person, what, in which form, why, on which basis, who
reads it, how long, and how it leaves. This page is written from the declarations in `netralitas/privacy/inventory/data/`
by `PYTHONPATH=. python scripts/personal_data.py`; a test compares both, and the declarations with the database: a new
column must be entered, once. `scripts/personal_data.py --missing DSN` prints what is not declared yet, ready to be filled in.

Nothing personal stands in events, log lines, addresses, names of files, titles of pages, jobs or signed heads. What is
read where is decided in `netralitas/access/policy/`; row security is the net under it. Officers with the role of auditor
or administrator read the inventory at `/data-pribadi`. S is a secondary source: see the basis there, "perlu konfirmasi".

No source at hand gives a period for any class. So none is set: an administrator enters one at `/retensi`, with its basis,
another puts it into force, and only then is anything proposed for disposal (decision
[0064](decisions/0064-what-is-erased-is-in-a-ledger-and-stays-erased.md)).
"""
_BESIDE: Final = """## The inbox, and what the public site reads

The schemas `inbox` and `published` lie apart, because they are all that the public site reaches. Nobody is named there in
clear but who speaks at an announced activity: what people write is sealed, to whom says the table above (decision
[0029](decisions/0029-the-public-site-cannot-read-what-it-takes-in.md)).
"""


def document() -> str:
    """Return the whole page."""
    parts = [_HEAD, "## Classes\n", *_classes(), "", "## What is personal\n", *_personal()]
    parts += ["", _BESIDE, "## What is not\n", *_others(), ""]
    return "\n".join(parts)


def _classes() -> Iterator[str]:
    yield "| class | what |"
    yield "|---|---|"
    for each, said in _CLASSES.items():
        yield f"| {each.value} | {said} |"


def _personal() -> Iterator[str]:
    yield "| column | what | form | why | read by | basis | class | leaves |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, table in inventory().items():
        for column in table.personal:
            yield _line(name, table, column)


def _line(name: str, table: Table, column: Column) -> str:
    leaves = _LEAVES[column.leaves] + (f": {column.because}" if column.because else "")
    basis = _BASES[table.basis] if table.basis else ""
    kept = table.retention.value if table.retention else ""
    cells = (column.what, column.form, column.why, column.read_by, basis, kept, leaves)
    return f"| `{name}.{column.column}` | {' | '.join(cells)} |"


def _others() -> Iterator[str]:
    yield "| table | can hold words or bytes | because | numbers, moments, references |"
    yield "|---|---|---|---|"
    for name, table in inventory().items():
        others, plain = (" ".join(f"`{each}`" for each in part) for part in (table.others, table.plain))
        yield f"| `{name}` | {others} | {table.because or ''} | {plain} |"
