"""`docs/personal-data.md`, written from the declarations."""

from collections.abc import Iterator
from typing import Final

from netralitas.privacy.inventory.domain import Basis, Column, Kept, Leaves, Table
from netralitas.privacy.inventory.reading import DATA, inventory

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


def document() -> str:
    """Return the whole page."""
    head, beside = ((DATA / f"{name}.md").read_text("utf-8") for name in ("head", "beside"))
    parts = [head, "## Classes\n", *_classes(), "", "## What is personal\n", *_personal()]
    parts += ["", beside, "## What is not\n", *_others(), ""]
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
        others, plain = (
            " ".join(f"`{each}`" for each in part) for part in (table.others, table.plain)
        )
        yield f"| `{name}` | {others} | {table.because or ''} | {plain} |"
