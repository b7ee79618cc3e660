"""What the law says of data that contradicts itself, in Indonesian; pure.

The modules of the law refuse such data with a ValueError in English, for whoever reads a traceback.
Here each of their sentences stands once more, for an administrator. Braces hold the name of a field
with its way in underscores, or what a group of the pattern found.
"""

import re
from collections.abc import Mapping
from typing import Final

from netralitas.editions.domain import EntryKind
from netralitas.editions.words.fields import LABELS, field_label

_ENDS: Final = ("it ends before it begins", "{valid_to} lebih awal daripada {valid_from}")

COMPLAINTS: Final[Mapping[EntryKind, tuple[tuple[str, str], ...]]] = {
    EntryKind.RULE: (
        _ENDS,
        (
            "a fixed date has no number",
            "{number} tidak dipakai bila {unit} berupa tanggal dalam surat",
        ),
        (
            "the number must be 1 or more",
            "{number} harus 1 atau lebih menurut {unit}",
        ),
        (
            "only a count of days can include its first day",
            "{inclusive} hanya berlaku bila {unit} berupa hari",
        ),
        (
            "only a number counted forwards can be extended",
            "{extendable} memerlukan {number} dengan {side} maju",
        ),
        (
            "what the law extends by a step is extended by nothing else",
            "{extendable} dan {extended_as} tidak dapat dipakai bersama",
        ),
        (
            "its maximum is less than its number",
            "{maximum} kurang daripada {number}",
        ),
        (
            "hours end at their minute, not at a cut-off",
            "{cutoff} tidak dipakai bila {unit} berupa jam",
        ),
        (
            "what happens exactly on a day has the whole day",
            "{cutoff} tidak dipakai bila {direction} tepat pada suatu hari",
        ),
        (
            "only calendar days and months counted forwards roll over",
            "{roll_over} hanya berlaku bagi hari kalender atau bulan, dengan {side} maju",
        ),
    ),
    EntryKind.OFFICE_HOURS: (
        _ENDS,
        (
            "weekdays are some of 0 to 6",
            "{weekdays} harus memuat angka 0 (Senin) sampai 6 (Minggu)",
        ),
        (
            "opens and closes are both given or both absent",
            "{opens} dan {closes} harus diisi keduanya atau dikosongkan keduanya",
        ),
        (
            "it closes before it opens",
            "{closes} harus sesudah {opens}",
        ),
    ),
    EntryKind.VIOLATIONS: (
        (
            "it needs an act, and clauses or why there are none",
            "butir {subject}: isi salah satu dari {violation_clauses} dan {violation_no_clause}",
        ),
        (
            "'(?P<named>.+)' is missing or unknown",
            "{subject} menyebut “{named}”, yang tidak ada dalam {source}",
        ),
        (
            r"it concerns no item \[(?P<named>.*)\]",
            "{conflict_concerns} menyebut butir yang tidak ada dalam katalog: {named}",
        ),
        (
            "the code stands twice",
            "{violation_code} {subject} dipakai dua kali",
        ),
        (
            "it overlaps (?P<named>.+)",
            "{valid_from} atau {valid_to}: katalog {subject} berlaku bersamaan dengan {named}",
        ),
        (
            "a catalogue has an edition",
            "sedikitnya satu katalog pelanggaran harus tetap ada",
        ),
    ),
    EntryKind.LAW: (
        _ENDS,
        (
            "what it replaces or amends needs its certainty, and nothing else has it",
            "{relation_certainty} diisi bila, dan hanya bila, {replaces} atau {amends} diisi",
        ),
        (
            "it cannot replace or amend (?P<named>.+)",
            "{replaces} atau {amends} pada {subject} menyebut {named}, yang tidak terdaftar",
        ),
        (
            "“(?P<named>.+)” also spells another law",
            "{spellings} “{named}” pada {subject} sudah dipakai peraturan lain",
        ),
        (
            "(?P<named>.+) is also (?P<other>.+)",
            "{number} {named} pada {subject} sudah dipakai {other}",
        ),
    ),
    EntryKind.YEAR: (
        (
            r"(?P<named>\S+) lies in a year that is not loaded",
            "hari libur {named} masih tercatat pada tahun yang tidak dimuat",
        ),
    ),
}
"""For each kind of entry the sentences of the law, as patterns, with the Indonesian ones."""


def complaint(error: Exception, *kinds: EntryKind) -> str | None:
    """Return what an error of the law says, of entries of these kinds; None for an unknown one."""
    for kind in kinds:
        for pattern, sentence in COMPLAINTS.get(kind, ()):
            found = re.fullmatch(rf"(?:(?P<subject>.+?): )?{pattern}", str(error))
            if found:
                return sentence.format_map({**_labels(kind), **_groups(found)})
    return None


def _groups(found: re.Match[str]) -> dict[str, str]:
    """Return what the pattern found, without the quotation marks of a list."""
    return {name: text.replace("'", "") for name, text in found.groupdict(default="").items()}


def _labels(kind: EntryKind) -> dict[str, str]:
    return {
        way.replace(".", "_"): f"“{field_label(kind, tuple(way.split('.')))}”"
        for way in LABELS[kind]
    }
