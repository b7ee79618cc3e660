"""The parts of a pack that need no database: what may be signed, sheets, CSV files, manifest."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from netralitas.evaluation.domain import (
    Figures,
    Indicator,
    Meeting,
    MeetingKind,
    MeetingState,
    Part,
)
from netralitas.evaluation.packs import domain, measures
from netralitas.evaluation.packs.domain import Origin, PackState, Table, manifest
from netralitas.evaluation.packs.policy import (
    Signable,
    check_asking,
    check_signed_on,
    hold_signable,
)
from netralitas.evaluation.packs.workbook import csv_of, write_workbook
from netralitas.refusals import RuleBroken

BAWASLU, BKPSDM = 1, 9
DAY = date(2024, 10, 3)
AT = datetime(2024, 10, 3, 4, 30, tzinfo=UTC)
MEETING = Meeting(
    id=5,
    organisation=BAWASLU,
    kind=MeetingKind.PERIODIC,
    title="Rapat",
    place="Aula",
    planned_on=DAY,
    held_on=DAY,
    state=MeetingState.HELD,
    readers=(BAWASLU, BKPSDM),
)
READY = Signable(id=7, state=PackState.READY, draft=False, signed=())
HOSTILE = '=HYPERLINK("x")'
TABLE = Table(
    name="keputusan",
    title="Keputusan rapat yang judulnya panjang sekali",
    heads=("Keputusan", "Tenggat", "Jumlah", "Kosong"),
    rows=((HOSTILE, DAY, 1200, None), ("Biasa", None, -3, "")),
)


def test_a_whole_frozen_pack_of_a_meeting_that_was_held_is_signed_by_each_party_once() -> None:
    hold_signable(MEETING, READY, BAWASLU)
    once = replace(READY, signed=((7, BAWASLU),))
    hold_signable(MEETING, once, BKPSDM)
    with pytest.raises(RuleBroken, match="Instansi Anda sudah"):
        hold_signable(MEETING, once, BAWASLU)


@pytest.mark.parametrize(
    ("meeting", "pack", "said"),
    [
        (replace(MEETING, state=MeetingState.PLANNED, held_on=None), READY, "setelah rapat"),
        (MEETING, replace(READY, draft=True), "Draf tidak ditandatangani"),
        (MEETING, replace(READY, state=PackState.RUNNING), "belum selesai dibuat"),
        (MEETING, replace(READY, signed=((6, BKPSDM),)), "bahan rapat yang lain"),
    ],
)
def test_nothing_else_is_signed(meeting: Meeting, pack: Signable, said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        hold_signable(meeting, pack, BAWASLU)


def test_a_paper_is_signed_between_its_meeting_and_today() -> None:
    check_signed_on(MEETING, DAY, DAY)
    for wrong in (date(2024, 10, 2), date(2024, 10, 4)):
        with pytest.raises(RuleBroken, match="Tanggal tanda tangan"):
            check_signed_on(MEETING, wrong, DAY)


def test_a_pack_is_made_while_there_is_something_to_sign_and_one_at_a_time() -> None:
    check_asking(MEETING, signed=False, unfinished=False)
    for meeting, signed, unfinished in (
        (replace(MEETING, state=MeetingState.CANCELLED, held_on=None), False, False),
        (MEETING, True, False),
        (MEETING, False, True),
    ):
        with pytest.raises(RuleBroken):
            check_asking(meeting, signed=signed, unfinished=unfinished)


def test_sheets_hold_texts_days_and_numbers_and_run_nothing(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(tmp_path / name, (TABLE,), AT)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    book = CalamineWorkbook.from_path(str(tmp_path / "one.xlsx"))
    assert book.sheet_names == ["Keputusan rapat yang judulnya p"]
    rows = book.get_sheet_by_index(0).to_python()
    assert rows == [list(TABLE.heads), [HOSTILE, DAY, 1200, ""], ["Biasa", "", -3, ""]]


def test_a_row_is_as_high_as_its_longest_text_is_wrapped(tmp_path: Path) -> None:
    texts = ("Pendek", "kata " * 30, "Satu\nDua\nTiga", "kata " * 2000)
    table = replace(TABLE, heads=("Teks",), rows=tuple((text,) for text in texts))
    write_workbook(tmp_path / "one.xlsx", (table,), AT)
    with ZipFile(tmp_path / "one.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'<row r="([2-5])"[^>]* ht="([0-9.]+)"', sheet) == [
        ("3", "45"),
        ("4", "45"),
        ("5", "408.75"),  # the most a spreadsheet allows, in whole pixels
    ]


def test_a_head_stands_over_its_numbers_on_the_right(tmp_path: Path) -> None:
    write_workbook(tmp_path / "one.xlsx", (TABLE,), AT)
    with ZipFile(tmp_path / "one.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        styles = book.read("xl/styles.xml").decode().partition("<cellXfs")[2]
    looks = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles)
    heads = [looks[int(style)] for style in re.findall(r'<c r="[A-Z]1" s="(\d+)"', sheet)]
    assert ['horizontal="right"' in look for look in heads] == [False, False, True, False]


def test_a_csv_file_says_days_as_iso_and_is_safe_to_open() -> None:
    lines = csv_of(TABLE).decode("utf-8-sig").splitlines()
    assert lines[1:] == ['"\'=HYPERLINK(""x"")",2024-10-03,1200,', "Biasa,,-3,"]


def test_a_manifest_names_every_file_with_its_digest() -> None:
    origin = Origin(
        meeting=5,
        title="Rapat",
        day=DAY,
        office="Bawaslu",
        draft=True,
        as_of=AT.isoformat(),
        position=12,
        definition=4,
        figures="ab",
    )
    file = domain.Part(name="a.csv", media_type="text/csv", size=3, digest="cd")
    said = json.loads(manifest(origin, (file,)))
    assert said["files"] == [{"name": "a.csv", "media_type": "text/csv", "size": 3, "sha256": "cd"}]
    assert (said["draft"], said["figures"]["position"]) == (True, 12)
    assert manifest(origin, (file,)) == manifest(origin, (file,))


def test_the_way_and_the_sanctions_are_those_of_the_figures() -> None:
    def indicator(code: str, **parts: int) -> Indicator:
        counted = tuple(Part(code=part, amount=amount) for part, amount in parts.items())
        return Indicator(code=code, total=sum(parts.values()), parts=counted)

    figures = Figures(
        definition=4,
        position=9,
        organisation=None,
        indicators=(
            indicator("cases_in", report=5, finding=2),
            indicator("decided", other_law=3, not_violation=1),
            indicator("recommended", moral_open=2, none=0),
            indicator("imposed", discipline_light=1),
        ),
        registers=(),
    )
    assert [(one.title, one.amount) for one in measures.stages(figures)][:3] == [
        ("Masuk", 7),
        ("Diregistrasi", 0),
        ("Diputuskan pelanggaran hukum lain", 3),
    ]
    assert [(one.level, one.recommended, one.imposed) for one in measures.levels(figures)] == [
        ("Sanksi moral terbuka", 2, 0),
        ("Hukuman disiplin ringan", 0, 1),
    ]
