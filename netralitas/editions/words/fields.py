"""What the fields of entries are called; pure."""

from collections.abc import Mapping
from typing import Final

from netralitas.editions.domain import EntryKind
from netralitas.law.calendar import KIND_WORDS, DayKind

_FROM: Final = "berlaku mulai"
_TO: Final = "berlaku sampai"

LABELS: Final[Mapping[EntryKind, Mapping[str, str]]] = {
    EntryKind.RULE: {
        "code": "kode aturan",
        "version": "versi",
        "label": "nama aturan",
        "number": "angka",
        "unit": "satuan waktu",
        "unit_certainty": "kepastian satuan waktu",
        "direction": "arah batas",
        "start": "kode awal hitungan",
        "start_label": "awal hitungan",
        "start_certainty": "kepastian awal hitungan",
        "article": "pasal",
        "source": "sumber",
        "certainty": "kepastian",
        "side": "arah hitungan",
        "alternative_starts": "bacaan lain",
        "alternative_starts.fact": "kode awal hitungannya",
        "alternative_starts.label": "awal hitungannya",
        "alternative_starts.basis": "dasarnya",
        "alternative_starts.certainty": "kepastiannya",
        "inclusive": "hari awal dihitung sebagai hari pertama",
        "roll_over": "hari terakhir bergeser ke hari kerja",
        "cutoff": "jam penutupan pada hari terakhir",
        "valid_from": _FROM,
        "valid_to": _TO,
        "per_letter": "tenggat dalam surat didahulukan",
        "analog": "aturan pembanding",
        "note": "catatan",
        "extendable": "dapat diperpanjang",
        "maximum": "paling lama setelah perpanjangan",
        "extended_as": "aturan setelah perpanjangan",
    },
    EntryKind.HOLIDAY: {
        "on": "tanggal libur",
        "kind": "jenis",
        "name": "nama hari",
        "source": "dasar",
        "decree_on": "tanggal keputusan",
    },
    EntryKind.YEAR: {"year": "tahun", "provisional": "sementara", "source": "dasar"},
    EntryKind.OFFICE_HOURS: {
        "organisation": "instansi",
        "valid_from": _FROM,
        "valid_to": _TO,
        "weekdays": "hari buka",
        "opens": "jam buka",
        "closes": "jam tutup",
        "basis": "dasar",
        "certainty": "kepastian",
    },
    EntryKind.REGIME: {
        "regime": "kode rezim",
        "label": "nama rezim",
        "note": "keterangan",
        "source": "sumber",
        "certainty": "kepastian",
    },
    EntryKind.VIOLATIONS: {
        "code": "kode katalog",
        "law": "peraturan",
        "title": "judul",
        "valid_from": _FROM,
        "valid_to": _TO,
        "checked": "bulan pengganti terakhir dicari",
        "certainty": "kepastian",
        "sources": "sumber yang dipakai",
        "note": "catatan",
        "source": "sumber",
        "violation": "butir",
        "violation.code": "kode butir",
        "violation.act": "perbuatan",
        "violation.person": "yang didukung",
        "violation.phase": "waktu perbuatan",
        "violation.level": "tingkat",
        "violation.level_certainty": "kepastian tingkat",
        "violation.certainty": "kepastian",
        "violation.sources": "sumber",
        "violation.clauses": "ketentuan",
        "violation.clauses.article": "pasal",
        "violation.clauses.certainty": "kepastian",
        "violation.clauses.valid_from": _FROM,
        "violation.clauses.valid_to": _TO,
        "violation.no_clause": "sebab tidak ada pasal",
        "violation.valid_from": _FROM,
        "violation.valid_to": _TO,
        "conflict": "perbedaan sumber",
        "conflict.code": "kode perbedaan",
        "conflict.about": "pokok",
        "conflict.concerns": "butir yang berbeda",
        "conflict.said": "bunyi yang lain",
        "conflict.said_by": "sumber yang lain",
        "conflict.taken": "bunyi yang dipakai",
        "conflict.taken_from": "sumber yang dipakai",
        "conflict.why": "alasan memilihnya",
    },
    EntryKind.LAW: {
        "id": "nama kutipan",
        "kind": "jenis",
        "number": "nomor",
        "year": "tahun",
        "about": "tentang",
        "certainty": "kepastian",
        "source": "sumber",
        "further_numbers": "nomor lain",
        "spellings": "penulisan lain",
        "gazette": "lembaran negara",
        "set_on": "tanggal penetapan",
        "valid_from": _FROM,
        "valid_to": _TO,
        "replaces": "mengganti",
        "amends": "mengubah",
        "relation_certainty": "kepastian penggantian atau perubahan",
        "checked": "bulan pengganti terakhir dicari",
        "note": "catatan",
    },
}
"""Every field that an entry of the kind can say, by the way to it."""


def field_label(kind: EntryKind, path: tuple[str | int, ...]) -> str:
    """Return what a field is called: "Butir D8, tingkat" of ("violation", "skb2022.D8", "level").

    What is no field of the kind, the number or key of a part, stands behind its field.
    """
    said: list[str] = []
    way = ""
    for step in path:
        further = f"{way}.{step}" if way else str(step)
        if further in LABELS[kind]:
            said.append(LABELS[kind][further])
            way = further
        else:
            said.append(f"{said.pop()} {_part(step)}")
    text = ", ".join(said)
    return f"{text[:1].upper()}{text[1:]}"


def _part(step: str | int) -> str:
    """Return how a part is called: a kind of day off in words, an item as its decree numbers it."""
    named = str(step)
    return KIND_WORDS[DayKind(named)] if named in set(DayKind) else named.rpartition(".")[2]
