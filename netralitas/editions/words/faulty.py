"""What is wrong with an entry, in a sentence; pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from netralitas.editions.domain import EntryKind
from netralitas.editions.faults import Fault, Problem
from netralitas.editions.words.fields import field_label

_PROBLEMS: Final[Mapping[Problem, str]] = {
    Problem.MISSING: "belum diisi",
    Problem.UNKNOWN: "tidak dikenal",
    Problem.NOT_LISTED: "tidak ada dalam daftar pilihan",
    Problem.NO_TEXT: "harus berupa teks",
    Problem.NO_NUMBER: "harus berupa bilangan bulat",
    Problem.NO_YES_OR_NO: "harus berupa ya atau tidak",
    Problem.NO_DAY: "harus berupa tanggal seperti 2027-02-28",
    Problem.NO_TIME: "harus berupa jam seperti 16:00:00",
    Problem.NO_MONTH: "harus berupa bulan seperti 2026-11",
    Problem.NO_LIST: "harus berupa daftar",
    Problem.NO_GROUP: "harus berupa kumpulan isian",
}
_NAMED: Final = 6  # so many fields a reader can take in; correcting them shows the next


def faulty(kind: EntryKind, found: Sequence[Fault]) -> str:
    """Return what is wrong by the names of the fields: "“Pasal” dan “Sumber” belum diisi"."""
    by_problem: dict[Problem, list[str]] = {}
    for fault in found[:_NAMED]:
        by_problem.setdefault(fault.problem, []).append(_named(kind, fault))
    said = [f"{listed(labels)} {_PROBLEMS[problem]}" for problem, labels in by_problem.items()]
    if len(found) > _NAMED:
        said.append(f"{len(found) - _NAMED} isian lain juga salah")
    return "; ".join(said)


def _named(kind: EntryKind, fault: Fault) -> str:
    """Return the label of the field; of an unknown one what the file calls it, and where."""
    if fault.problem is not Problem.UNKNOWN:
        return f"“{field_label(kind, fault.path)}”"
    *above, name = fault.path
    return f"“{name}” dalam “{field_label(kind, tuple(above))}”" if above else f"“{name}”"


def listed(said: Iterable[str]) -> str:
    """Return several things in a sentence: "a", "a dan b", "a, b, dan c"."""
    *others, last = said
    if len(others) > 1:
        return f"{', '.join(others)}, dan {last}"
    return f"{others[0]} dan {last}" if others else last
