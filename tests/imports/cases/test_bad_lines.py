"""Lines that cannot be taken in: named by row and field in a sentence, nothing of them left."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netralitas.imports.cases.reading import LARGEST, read_case, read_line
from netralitas.imports.cases.report import Report
from tests.imports.cases.conftest import Office

_GOOD = {"key": "baik", "regime": "pemilihan", "source": "report", "subject": "Baris yang baik"}
_PERSON = {"ref": "A", "name": "Camat"}
_LIGHTER = {"level": "discipline_light", "kind": "post_lowered"}
_LETTER = {"ref": "L", "direction": "out"}
_SENT = {"ref": "r", "workflow": "referral", "respondent": "A", "addressee": "bkn"}


def about(**changes: object) -> dict[str, Any]:
    """A case with one respondent who was forwarded, and what is wrong with it."""
    plain: dict[str, Any] = {
        "key": "x",
        "regime": "pemilihan",
        "source": "report",
        "act": "2024-10-01",
        "respondents": [_PERSON],
        "proceedings": [_SENT],
        "happenings": [{"when": "2024-10-09", "of": "r", "state": "forwarded"}],
    }
    return plain | changes


BAD: tuple[tuple[object, str, str], ...] = (
    ("{tidak lengkap", "", "bukan satu objek JSON"),
    ([1, 2], "", "objek"),
    ({"regime": "pemilihan"}, "", "Isian wajib belum ada: key"),
    ({"key": "k", "regime": "pilkades"}, "regime", "Yang dikenal: pemilu, pemilihan"),
    ({"key": "k\x00", "regime": "pemilu"}, "", "tidak dapat disimpan"),
    (about(source="unknown", proceedings=[], happenings=[]), "happenings", "sebutkan tahap"),
    (about(respondents=[_PERSON, _PERSON]), "respondents[1].ref", "dipakai dua kali"),
    (about(proceedings=[{**_SENT, "respondent": "Z"}]), "proceedings[0].respondent", "“Z”"),
    (about(proceedings=[{**_SENT, "workflow": "sulap"}]), "proceedings[0].workflow", "“sulap”"),
    (about(proceedings=[_SENT, {**_SENT, "ref": "s"}]), "proceedings[1]", "tidak punya kejadian"),
    (about(happenings=[{"of": "q", "state": "x"}]), "happenings[0].of", "Tidak ada “q”"),
    (about(happenings=[{"of": "r", "state": "hilang"}]), "happenings[0].state", "“hilang”"),
    (about(happenings=[{"of": "r", "facts": ["forwarded"]}]), "happenings[0]", "tahapnya"),
    (about(happenings=[{"of": "r", "step": "terbang"}]), "happenings[0].step", "“terbang”"),
    (
        about(happenings=[{"of": "r", "step": "receive", "state": "rejected"}]),
        *("happenings[0].step", "menuju tahap “received”"),
    ),
    (
        about(happenings=[{"of": "r", "state": "forwarded", "letters": ["L"]}]),
        *("happenings[0].letters", "Tidak ada “L”"),
    ),
    (
        about(happenings=[{"when": "2099-01-02", "of": "r", "state": "forwarded"}]),
        *("happenings[0].when", "belum terjadi"),
    ),
    (
        about(happenings=[{"when": "2024-09-01", "of": "r", "state": "forwarded"}]),
        *("happenings[0].when", "lebih awal daripada tanggal kejadian"),
    ),
    (about(known="2024-09-01"), "received", "sebelum tanggal kejadian"),
    (
        about(
            letters=[
                {"ref": "L", "direction": "out", "sent": "2024-10-08", "received": "2024-10-07"}
            ]
        ),
        *("letters[0].received", "diterima sebelum dikirim"),
    ),
    (about(external=[{"respondent": "Q", "system": "sbt"}]), "external[0].respondent", "“Q”"),
    (
        about(happenings=[{"of": "r", "state": "recommended", "imposed": _LIGHTER}]),
        *("happenings[0].imposed.level", "bertingkat “discipline_heavy”"),
    ),
    (
        {**_GOOD, "key": "nomor", "numbers": [{"kind": "register", "printed": "1/Reg"}] * 2},
        *("numbers[1].printed", "dua kali"),
    ),
    ({**_GOOD, "respondents": "Camat"}, "respondents", "daftar"),
    (_GOOD, "key", "sudah dipakai pada baris 1"),
)
_EVERYTHING = """
SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM stream), (SELECT count(*) FROM job),
       (SELECT count(*) FROM case_file), (SELECT count(*) FROM import_batch)
"""


def written(folder: Path, lines: list[object]) -> Path:
    """A file with these lines; text is written as it is."""
    file = folder / "register.jsonl"
    texts = [each if isinstance(each, str) else json.dumps(each) for each in lines]
    file.write_text("\n".join(texts), "utf-8")
    return file


async def test_each_bad_line_is_a_sentence_and_leaves_nothing(
    office: Office, tmp_path: Path
) -> None:
    done = await office.take_in(written(tmp_path, [_GOOD, *(line for line, _, _ in BAD)]))
    assert done.exit_code == 1
    *said, last = (line.split("\t") for line in done.output.splitlines())
    assert last == [f"1 cases taken in, {len(BAD)} refused."]
    for row, (line, field, sentence) in enumerate(BAD, start=2):
        found = [each[1:] for each in said if each[0] == str(row) and each[1] == "refused"]
        assert any(at == field and sentence in why for _, at, why in found), (line, found)
    left = "SELECT (SELECT count(*) FROM case_file) AS cases, (SELECT count(*) FROM respondent)"
    assert [tuple(row) for row in await office.rows(left)] == [(1, 0)]


async def test_a_dry_run_says_the_same_and_changes_nothing(office: Office, tmp_path: Path) -> None:
    file = written(tmp_path, [_GOOD, about(key="lain"), "{"])
    before = await office.rows(_EVERYTHING)
    tried = await office.take_in(file, "--dry-run")
    assert tried.exit_code == 1
    assert tried.output.splitlines()[-1] == "2 cases would be taken in, 1 refused."
    assert await office.rows(_EVERYTHING) == before
    done = await office.take_in(file)
    assert done.output.splitlines()[:-1] == tried.output.splitlines()[:-1]
    assert await office.rows(_EVERYTHING) != before


async def test_what_is_there_already_is_refused_and_the_rest_goes_in(
    office: Office, tmp_path: Path
) -> None:
    numbered = {**_GOOD, "numbers": [{"kind": "register", "printed": "01/Reg/2020"}]}
    await office.take_in(written(tmp_path, [numbered]))
    same_number = {**numbered, "key": "lain"}
    new = {**_GOOD, "key": "baru"}
    done = await office.take_in(written(tmp_path, [numbered, same_number, new]))
    assert done.exit_code == 1
    first, also, second, last = done.output.splitlines()
    assert "sudah diimpor sebagai perkara" in first + also
    assert second.startswith("2\trefused\tnumbers[0].printed\tNomor “01/Reg/2020” sudah dipakai")
    assert last == "1 cases taken in, 2 refused."


async def test_who_has_no_cases_takes_none_in(office: Office, tmp_path: Path) -> None:
    file = written(tmp_path, [_GOOD])
    for words, said in (
        (("--office", "bkn"), "Penerimaan perkara dilakukan oleh"),
        (("--office", "entah"), "There is no organisation with the code 'entah'."),
        (("--officer", "maya"), "'maya' has no desk today at Bawaslu Kabupaten Contoh."),
    ):
        refused = await office.take_in(file, *words)
        assert refused.exit_code == 2, words
        assert said in refused.output


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["key", "regime", "happenings", "when", "of", "letters", "asing"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail(content: bytes) -> None:
    report = Report(line=1)
    line = read_line(content, report)
    assert (line is None) == report.refused()


@given(JSON)
def test_no_object_makes_reading_fail(value: object) -> None:
    report = Report(line=1)
    assert (read_case(value, report) is None) == report.refused()
    assert all(said.sentence for said in report.said)


def test_a_line_that_never_ends_is_refused() -> None:
    for content in (b" " * (LARGEST + 1), b"[" * 100_000):
        report = Report(line=1)
        assert read_line(content, report) is None
        assert report.refused()


def test_who_reported_and_personal_numbers_are_not_kept() -> None:
    report = Report(line=1)
    secret = "rahasia-17"
    value = {
        "key": "k",
        "regime": "pemilu",
        "Reporter": secret,
        "pelapor": {"nama": secret},
        "respondents": [{"ref": "A", "nip": secret}],
    }
    line = read_case(value, report)
    assert line is not None
    assert report.unplaced == []
    assert [said.field for said in report.said] == ["Reporter", "pelapor", "respondents[0].nip"]
    assert secret not in repr((line, report))
