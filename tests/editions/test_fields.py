"""Every field of an entry has an Indonesian name, and no refusal calls one by its English key."""

import ast
import inspect
import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import chain
from typing import Any

import pytest
from msgspec.inspect import Type

from netralitas.editions.changes import side_by_side
from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.shapes import Composite, fields_of, parts, shape_of
from netralitas.editions.wellformed import fault_of, law_after
from netralitas.editions.words import LABELS, complaint, field_label, fields_told, told
from netralitas.law import domain, hours
from netralitas.law.entries import Body, committed
from netralitas.law.laws import register
from netralitas.refusals import RuleBroken

ENTRIES = committed()
HOURS: Body = {
    "organisation": "bwsl-kab",
    "valid_from": "2026-01-05",
    "weekdays": [0, 1],
    "opens": "08:00:00",
    "closes": "16:00:00",
    "basis": "Pengumuman",
    "certainty": "T",
}


def ways(shape: Type, above: str = "") -> Iterator[str]:
    """The way to every field below a shape: "violation.clauses.article"."""
    if isinstance(shape, Composite):
        for name, field in fields_of(shape).items():
            way = f"{above}.{name}".lstrip(".")
            yield way
            yield from ways(field.type, way)
    for part in parts(shape):
        yield from ways(part, above)


FIELDS = [(kind, way) for kind in EntryKind for way in ways(shape_of(kind))]
KEYS = {step for _, way in FIELDS for step in way.split(".")}


def english(text: str) -> set[str]:
    """The keys of fields that stand in a text."""
    return KEYS & set(re.findall(r"\w+", text))


def sample(kind: EntryKind) -> dict[str, Any]:
    """The committed body of a kind that says most."""
    bodies = [body for (found, _), body in ENTRIES.items() if found == kind] or [HOURS]
    found = max(bodies, key=lambda body: ("alternative_starts" in body, len(body)))
    return deepcopy(dict(found))


def put(body: dict[str, Any], way: str, value: object) -> Body:
    """The body with another value at the way; of a list the first part is changed."""
    *above, name = way.split(".")
    place = body
    for step in above:
        place = place[step][0]
    place[name] = value
    return body


def test_every_field_has_a_name_and_every_name_a_field() -> None:
    assert len(FIELDS) > 80
    assert {(kind, way) for kind in EntryKind for way in LABELS[kind]} == set(FIELDS)


def test_no_name_is_an_english_key_and_no_two_fields_of_a_kind_share_one() -> None:
    for kind in EntryKind:
        names = [field_label(kind, tuple(way.split("."))) for way in LABELS[kind]]
        assert len(set(names)) == len(names)
        assert english(" ".join(names).lower()) == set()


@pytest.mark.parametrize("key", sorted(ENTRIES), ids="/".join)
def test_no_label_beside_what_a_committed_entry_says_is_an_english_key(
    key: tuple[str, str],
) -> None:
    kind, body = EntryKind(key[0]), ENTRIES[key]
    assert english(" ".join(fields_told(kind, body))) == set()
    assert english(" ".join(told(kind, body))) == set()


def test_parts_of_a_catalogue_are_called_as_the_decree_numbers_them() -> None:
    kind = EntryKind.VIOLATIONS
    said = told(kind, sample(kind))
    assert said["Butir D8, tingkat"] == "hukuman disiplin berat"
    assert said["Butir D5, ketentuan 1, berlaku sampai"] == "30 Oktober 2023"
    assert said["Bulan pengganti terakhir dicari"] == "November 2026"
    assert "Sumber bkn_medan" in said


@pytest.mark.parametrize(("kind", "way"), FIELDS)
@pytest.mark.parametrize("wrong", [2.5, {}], ids=["number", "group"])
def test_a_field_of_a_wrong_kind_is_named_in_indonesian(
    kind: EntryKind, way: str, wrong: object
) -> None:
    if wrong == {} and (kind, way) in {
        (EntryKind.YEAR, "source"),
        (EntryKind.VIOLATIONS, "source"),
    }:
        wrong = {"x": 1}
    said = fault_of(kind, put(sample(kind), way, wrong))
    assert said
    assert LABELS[kind][way].lower() in said.lower()
    assert english(said) == set()


def test_what_is_missing_unknown_or_not_listed_is_said_so() -> None:
    body = {"on": "2027-02-31", "kind": "libur", "lain": 1}
    assert fault_of(EntryKind.HOLIDAY, body) == (
        "“Tanggal libur” harus berupa tanggal seperti 2027-02-28; “Jenis” tidak ada dalam daftar "
        "pilihan; “Nama hari” belum diisi; “lain” tidak dikenal"
    )
    year = {"year": 2028, "provisional": True, "source": {"hari_raya": "x"}}
    assert fault_of(EntryKind.YEAR, year) == "“hari_raya” dalam “Dasar” tidak dikenal"
    assert fault_of(EntryKind.LAW, {**sample(EntryKind.LAW), "kind": "Edaran"}) == (
        "“Jenis” tidak ada dalam daftar pilihan"
    )


def test_of_many_faults_the_first_are_named_and_the_others_counted() -> None:
    said = fault_of(EntryKind.RULE, {})
    assert said
    assert said.startswith("“Kode aturan”, “Versi”, “Nama aturan”, ")
    assert said.endswith("belum diisi; 6 isian lain juga salah")


@pytest.mark.parametrize("kind", EntryKind)
def test_whatever_is_committed_has_no_fault(kind: EntryKind) -> None:
    assert fault_of(kind, sample(kind)) is None


FITTING: list[tuple[EntryKind, dict[str, object], str]] = [
    (EntryKind.RULE, {"valid_from": "2027-01-02", "valid_to": "2027-01-01"}, "“Berlaku sampai”"),
    (EntryKind.RULE, {"unit": "fixed_date", "number": 3}, "“Angka” tidak dipakai"),
    (EntryKind.RULE, {"number": 0}, "“Angka” harus 1 atau lebih"),
    (EntryKind.RULE, {"inclusive": True, "unit": "month"}, "“Hari awal dihitung"),
    (EntryKind.RULE, {"extendable": True, "side": "before"}, "“Dapat diperpanjang” memerlukan"),
    (EntryKind.RULE, {"extendable": True, "extended_as": "x"}, "“Aturan setelah perpanjangan”"),
    (EntryKind.RULE, {"number": 9, "maximum": 3}, "“Paling lama setelah perpanjangan” kurang"),
    (EntryKind.RULE, {"cutoff": "16:00:00", "unit": "hours"}, "“Jam penutupan"),
    (EntryKind.RULE, {"cutoff": "16:00:00", "direction": "exactly"}, "“Arah batas” tepat"),
    (EntryKind.RULE, {"roll_over": True, "unit": "workday"}, "“Hari terakhir bergeser"),
    (EntryKind.OFFICE_HOURS, {"weekdays": [7]}, "“Hari buka” harus memuat angka 0"),
    (EntryKind.OFFICE_HOURS, {"opens": None}, "“Jam buka” dan “Jam tutup” harus diisi keduanya"),
    (EntryKind.OFFICE_HOURS, {"closes": "07:00:00"}, "“Jam tutup” harus sesudah “Jam buka”"),
    (EntryKind.OFFICE_HOURS, {"valid_to": "2025-01-01"}, "“Berlaku sampai” lebih awal"),
    (EntryKind.VIOLATIONS, {"sources": ["x"]}, "“x”, yang tidak ada dalam “Sumber”"),
    (EntryKind.LAW, {"checked": "2026-13"}, "harus berupa bulan seperti 2026-11"),
]


@pytest.mark.parametrize(("kind", "changes", "sentence"), FITTING)
def test_fields_that_do_not_fit_each_other_are_named(
    kind: EntryKind, changes: dict[str, object], sentence: str
) -> None:
    body: Body = {"number": 3, "unit": "workday", "direction": "not_later_than"}
    plain = {**sample(kind), **(body if kind is EntryKind.RULE else {})}
    for name in ("maximum", "extendable", "extended_as", "cutoff", "roll_over", "side"):
        plain.pop(name, None)
    said = fault_of(kind, {**plain, **changes})
    assert said
    assert sentence in said
    assert english(said) == set()


def test_an_item_needs_articles_or_a_reason_and_a_difference_concerns_items() -> None:
    kind = EntryKind.VIOLATIONS
    assert fault_of(kind, put(sample(kind), "violation.no_clause", "Tidak ditemukan")) == (
        "butir skb2022.E1: isi salah satu dari “Butir, ketentuan” dan “Butir, sebab tidak ada "
        "pasal”"
    )
    assert fault_of(kind, put(sample(kind), "conflict.concerns", ["skb2022.Z9"])) == (
        "“Perbedaan sumber, butir yang berbeda” menyebut butir yang tidak ada dalam katalog: "
        "skb2022.Z9"
    )


def law(key: str, **changes: object) -> Entry:
    return Entry(kind=EntryKind.LAW, key=key, body={**ENTRIES["law", "UU 7/2017"], **changes})


def gone(kind: EntryKind, key: str) -> Entry:
    return Entry(kind=kind, key=key, body=None)


CATALOGUE = sample(EntryKind.VIOLATIONS)
LATER = {**CATALOGUE, "code": "baru", "valid_from": "2030-01-01"}


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (law("UU 7/2017", about=" "), "Peraturan UU 7/2017 tidak dapat dibaca: “Tentang” belum"),
        (law("UU 7/2017", valid_from="2030-01-01", valid_to="2029-01-01"), "lebih awal daripada"),
        (law("UU 7/2017", relation_certainty="S"), "diisi bila, dan hanya bila, “Mengganti”"),
        (law("UU 7/2017", replaces=["UU 1/1900"], relation_certainty="S"), "menyebut UU 1/1900"),
        (law("x", id="UU baru"), "“Nomor” 7/2017 pada UU baru sudah dipakai UU 7/2017"),
        (law("x", id="x", number="99", spellings=["UU 5/2014"]), "sudah dipakai peraturan lain"),
        (gone(EntryKind.LAW, "UU 5/2014"), "menyebut UU 5/2014, yang tidak terdaftar"),
        (gone(EntryKind.VIOLATIONS, "skb2022"), "sedikitnya satu katalog pelanggaran"),
        (gone(EntryKind.YEAR, "2027"), "masih tercatat pada tahun yang tidak dimuat"),
        (
            Entry(kind=EntryKind.VIOLATIONS, key="baru", body=LATER),
            "katalog baru berlaku bersamaan dengan skb2022",
        ),
        (
            Entry(
                kind=EntryKind.YEAR,
                key="2027",
                body={"year": 2027, "provisional": True, "source": {}},
            ),
            "tidak menyebut dasarnya, dan tahun 2027 tidak memuat dasar",
        ),
    ],
)
def test_what_contradicts_other_data_is_refused_in_indonesian(entry: Entry, sentence: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        law_after(ENTRIES, (entry,), 2)
    assert sentence in refusal.value.reason
    assert english(refusal.value.reason) == set()


def test_an_item_that_stands_in_two_catalogues_is_refused() -> None:
    ended = Entry(
        kind=EntryKind.VIOLATIONS, key="skb2022", body={**CATALOGUE, "valid_to": "2029-12-31"}
    )
    begun = Entry(kind=EntryKind.VIOLATIONS, key="baru", body=LATER)
    with pytest.raises(RuleBroken) as refusal:
        law_after(ENTRIES, (ended, begun), 2)
    assert refusal.value.reason.endswith("“Butir, kode butir” skb2022.E1 dipakai dua kali.")


# What a wrong or empty field is refused for before the law is asked, or what no entry can say.
EARLIER = {
    "organisation and basis must not be empty",
    "number, about and source must not be empty",
    "checked is a month, as 2026-11",
    "what was added is a part of the number",
}


def test_every_fault_that_the_law_finds_is_said_in_indonesian() -> None:
    trees = [ast.parse(inspect.getsource(module)) for module in (domain, hours, register)]
    faults = {
        str(node.value.value)
        for function in chain.from_iterable(map(ast.walk, trees))
        if isinstance(function, ast.FunctionDef) and function.name.startswith("_fault")
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant)
        if node.value.value is not None
    }
    assert len(faults) > 15
    unsaid = {text for text in faults if not complaint(ValueError(f"x: {text}"), *EntryKind)}
    assert unsaid == EARLIER


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ({"start": "exam_reported"}, {"Kode awal hitungan": "exam_reported"}),
        (
            {"number": 9, "start": "exam_reported", "extendable": True, "maximum": 12},
            {
                "Batas": "Paling lambat 9 hari kerja sejak laporan diterima",
                "Dapat diperpanjang": "ya",
                "Paling lama setelah perpanjangan": "12",
                "Kode awal hitungan": "exam_reported",
            },
        ),
        ({"number": None, "unit": "fixed_date", "side": "before"}, {"Arah hitungan": "mundur"}),
    ],
)
def test_whatever_of_a_rule_changes_has_its_row(
    changes: dict[str, object], rows: dict[str, str]
) -> None:
    kind, key = "rule", "pemilu.kajian_awal#1"
    stood = ENTRIES[kind, key]
    if "side" in changes:
        stood = {**stood, "number": None, "unit": "fixed_date", "side": "after"}
    entry = Entry(kind=EntryKind.RULE, key=key, body={**stood, **changes})
    [change] = side_by_side({(kind, key): stood}, [entry])
    assert {line.label: line.after for line in change.differences} == rows
