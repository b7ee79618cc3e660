"""A sentence that names somebody is noticed, by whatever it names them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netralitas.publication.domain import Leak, Named, Trace
from netralitas.publication.policy import leak_in
from netralitas.publication.policy.redaction import _CALLED

SOMEBODY = Named(
    name="Drs. Wíra Kusuma, M.Si.",
    unit="Kecamatan Gantung",
    position="Camat Gantung",
)
CLERK = Named(name="Adi", unit="Dinas Pendidikan", position="Kepala Bidang Kepegawaian")
HAPPENED = Named(place="Lapangan Desa Karangjati, dekat pasar")
PEOPLE = (SOMEBODY, CLERK, Named(), HAPPENED)
AROUND = ("Kecamatan Rawa Cendana", "Kecamatan Kota", "Dinas Pekerjaan Umum", "Sekretariat")

STOPPED = [
    ("Wira Kusuma hadir pada deklarasi.", Trace.NAME, "Wira"),
    ("Terlapor, WIRA, hadir.", Trace.NAME, "WIRA"),
    ("Menurut k\u00fasuma, tidak.", Trace.NAME, "k\u00fasuma"),
    ("Wi\u200bra hadir.", Trace.NAME, "Wira"),
    ("Seorang bernama Adi.", Trace.NAME, "Adi"),
    ("Terjadi di Gantung.", Trace.UNIT, "Gantung"),
    ("Pegawai Dinas Pendidikan.", Trace.UNIT, "Dinas Pendidikan"),
    ("Pegawai pendidikan.", Trace.UNIT, "pendidikan"),
    ("Seorang camat hadir.", Trace.POSITION, "camat"),
    ("Kepala bidang kepegawaian hadir.", Trace.POSITION, "Kepala bidang kepegawaian"),
    ("Sekda hadir.", Trace.POSITION, "Sekda"),
    ("Dilakukan Sekretaris Daerah.", Trace.POSITION, "Sekretaris Daerah"),
    ("NIP 19740512 201001 1 001.", Trace.DIGITS, "19740512 201001 1 001"),
    ("Hubungi 0812-3456-7890.", Trace.DIGITS, "0812-3456-7890"),
    ("Hubungi +62 812 3456 789", Trace.DIGITS, "62 812 3456 789"),
    ("Unggahan @wira_k.", Trace.ADDRESS, "@wira_k."),
    ("Tulis ke wira@contoh.go.id", Trace.ADDRESS, "wira@contoh.go.id"),
    ("Lihat facebook.com/wirak", Trace.ADDRESS, "facebook.com/wirak"),
    ("Camat Gantung hadir.", Trace.UNIT, "Gantung"),
    ("Seorang bidan desa X hadir.", Trace.POSITION, "bidan desa"),
    ("Bidan di Desa Suka hadir.", Trace.PLACE, "Bidan di Desa Suka"),
    ("A.B. dari Dinas Y.", Trace.INITIALS, "A.B."),
    ("A. B. hadir.", Trace.INITIALS, "A. B."),
    ("Terlapor berinisial AB.", Trace.INITIALS, "berinisial AB"),
    ("Terlapor WK hadir.", Trace.INITIALS, "Terlapor WK"),
    ("Guru SDN 4 hadir.", Trace.PLACE, "Guru SDN"),
    ("Pegawai Dinas Y.", Trace.PLACE, "Dinas Y"),
    ("Staf Puskesmas Melati.", Trace.PLACE, "Staf Puskesmas"),
    ("Keterangan foto: terlapor duduk.", Trace.CAPTION, "Keterangan foto"),
    ("Kedua dari kiri pada baris depan.", Trace.CAPTION, "Kedua dari kiri"),
    ("Lihat https://contoh.test/a", Trace.ADDRESS, "https://contoh.test/a"),
    ("Terjadi di desa karangjati.", Trace.PLACE, "karangjati"),
    ("Oleh wira kusuma, pegawai.", Trace.NAME, "wira"),
    ("pegawai dari dinas pendidikan", Trace.UNIT, "dinas pendidikan"),
    ("seorang pegawai dinas pekerjaan umum", Trace.PLACE, "dinas pekerjaan umum"),
    ("Terjadi di rawa cendana.", Trace.PLACE, "rawa cendana"),
    ("Terjadi di kecamatan kota.", Trace.PLACE, "kecamatan kota"),
]


@pytest.mark.parametrize(("text", "trace", "word"), STOPPED, ids=[text for text, _, _ in STOPPED])
def test_what_names_somebody_is_found_with_the_word(text: str, trace: Trace, word: str) -> None:
    assert leak_in(text, PEOPLE, AROUND) == Leak(trace=trace, word=word)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Seorang pegawai hadir pada deklarasi pasangan calon.",
        "Terlapor menyatakan dukungan di media sosial pada 2 September 2024.",
        "Tiga pegawai di beberapa unit kerja; dasar: PP 94/2021 Pasal 5 huruf n.",
        "Peristiwa pada Pemilu 2023-2024, 12 orang, 1.500 suara.",
        "Sudah 436 hari tanpa jawaban.",
        "Tradisi dan adikarya.",
        "Badan Kepegawaian Negara merekomendasikan hukuman disiplin sedang.",
        "Terlapor diperiksa oleh inspektorat pada Mei 2024, kepala ASN tertunduk.",
        "Bawaslu R.I. menerima laporan dari seorang ASN; KPU memberi keterangan.",
        "Mengunggah foto bersama pasangan calon; kepala seorang pegawai memakai topi.",
        "Pegawai itu hadir di lapangan, di sebuah desa dekat kota, pada jam kerja.",
        "Sekretariat mencatat rawa di kecamatan setempat; kampanye di media sosial dan pasar.",
    ],
)
def test_a_sentence_about_nobody_passes(text: str) -> None:
    people = [SOMEBODY, Named(name="Adi", unit="Dinas Sosial Budaya"), HAPPENED]
    assert leak_in(text, people, AROUND) is None


def test_a_respondent_who_is_not_identified_stops_nothing() -> None:
    assert leak_in("Seorang pegawai hadir.", [Named(), Named(name="", unit=" ")]) is None


@given(
    st.text(max_size=60),
    st.lists(st.builds(Named, name=st.none() | st.text(max_size=20)), max_size=3),
)
def test_any_text_can_be_judged(text: str, people: list[Named]) -> None:
    found = leak_in(text, people)
    assert found is None or found.word


@given(st.text("abcdefghij klmno", max_size=40), st.text("abcdefghijklmno", min_size=4, max_size=9))
def test_a_name_is_found_wherever_it_stands(around: str, name: str) -> None:
    assume(name not in _CALLED)  # a title alone, such as "haji", points at nobody
    text = f"{around} {name.upper()} {around}"
    found = leak_in(text, [Named(name=name)])
    assert found is not None
