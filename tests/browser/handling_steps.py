"""The first half of the line: a report from the desk to the recommendation of BKN."""

from typing import Final

from playwright.sync_api import expect

from tests.browser.officer import Officer, People
from tests.make import days_ago

NAME: Final = "Sutarno Contoh"
NIP: Final = "198501012010011001"
REPORTER: Final = "Pelapor Contoh"
OFFICE: Final = "BKPSDM Kabupaten Contoh"
HANDLING: Final = "Penanganan temuan atau laporan"
EXTENDED: Final = f"{HANDLING} dengan keterangan tambahan"
VERIFICATION: Final = "Verifikasi laporan di SBT oleh Satgas"


def handle(people: People) -> tuple[str, str]:
    """Take the report in and to its forwarding; return its number and the code of the receipt."""
    rina = people.turn("rina")
    code = take_in(rina)
    study_first(rina)
    register(rina)
    clarify(rina)
    submit(rina)
    number = rina.number
    decide(people.turn("sari"), number)
    minutes = forward(people.turn("rina"), number)
    receive(people.turn("maya"), number, minutes)
    complete(people.turn("rina"), number)
    recommend(people.turn("maya"), number)
    read_the_recommendation(people.turn("rina"), number)
    return number, code


def take_in(officer: Officer) -> str:
    """Take in the report, and return the code that the receipt prints."""
    officer.page.click("text=Laporan baru")
    officer.fill(subject="Hadir pada deklarasi pasangan calon")
    officer.fill(description="Terlapor hadir dengan atribut pasangan calon.")
    for name, words in (("regime", "Pemilihan"), ("election", "2024"), ("theme", "Netralitas")):
        officer.pick(name, words)
    officer.pick("region", "Kabupaten Contoh")
    officer.fill_day("act", days_ago(3))
    officer.fill_day("known_on", days_ago(1))
    officer.pick("channel", "Datang langsung")
    officer.fill(name=NAME, nip=NIP, position="Kepala Bidang", unit="Dinas Contoh")
    officer.pick("employment", "PNS")
    officer.fill(reporter_name=REPORTER, reporter_phone="0812 3456 7890")
    officer.press()
    receipt = officer.page.locator(".receipt")
    expect(receipt).to_contain_text("Nomor tanda terima")
    expect(receipt).to_contain_text("Kajian awal paling lambat")
    code = receipt.locator(".receipt__number").nth(1).inner_text()
    officer.page.click("text=Buka perkara")
    officer.page.wait_for_load_state()
    stands(officer, "Penerimaan", "Menunggu kajian awal", ["Kajian awal"], "Laporan diterima.")
    assert "LP" in officer.number
    assert REPORTER not in officer.text
    assert NIP not in officer.text
    return code


def study_first(officer: Officer) -> None:
    officer.begin("Mulai kajian awal")
    officer.send()
    waits = "Menunggu kajian awal selesai"
    stands(officer, "Kajian awal", waits, ["Kajian awal"], "Kajian awal dimulai.")
    officer.begin("Selesaikan kajian awal")
    assert "menjadi “Kajian awal selesai”" in officer.page.locator(".outlook").inner_text()
    officer.upload("preliminary_study")
    officer.send()
    stands(officer, "Kajian awal", "Menunggu registrasi", [], "Kajian awal selesai.")
    assert "Tenggat yang sudah selesai (1)" in officer.text


def register(officer: Officer) -> None:
    officer.begin("Registrasi laporan")
    officer.send()
    waits, happened = "Menunggu undangan klarifikasi", "Laporan diregistrasi."
    stands(officer, "Registrasi", waits, [HANDLING, EXTENDED], happened)
    assert "/Reg/LP/" in officer.number
    assert f"Nomor registrasi {officer.number}." in officer.latest


def clarify(officer: Officer) -> None:
    officer.begin("Undang klarifikasi")
    officer.send()
    happened = "Undangan klarifikasi disampaikan."
    stands(officer, "Klarifikasi", "Menunggu klarifikasi selesai", [HANDLING, EXTENDED], happened)
    officer.begin("Selesaikan klarifikasi")
    officer.send()
    happened = "Klarifikasi selesai; kajian disusun."
    stands(officer, "Kajian", "Menunggu kajian selesai", [HANDLING, EXTENDED], happened)


def submit(officer: Officer) -> None:
    officer.begin("Ajukan kajian ke rapat pleno")
    officer.upload("study")
    officer.send()
    happened = "Kajian selesai dan diajukan ke rapat pleno."
    stands(officer, "Rapat pleno", "Menunggu rapat pleno", [HANDLING, EXTENDED], happened)
    decision = officer.page.locator(".steps__step--blocked", has_text="Putuskan pelanggaran hukum")
    expect(decision).to_contain_text("Dilakukan oleh anggota Bawaslu")
    expect(decision.locator("a")).to_have_count(0)


def decide(officer: Officer, number: str) -> None:
    officer.find(number)
    officer.begin("Putuskan pelanggaran hukum lain")
    officer.upload("minutes")
    officer.pass_over("Rapat pleno yang memutuskan ini tidak dicatat")
    officer.send()
    happened = "Rapat pleno memutuskan pelanggaran hukum lain (netralitas ASN)."
    stands(officer, "Hasil", "Menunggu penerusan ke instansi berwenang", [], happened)
    assert "Sari Kusumawati, Bawaslu Kabupaten Contoh" in officer.latest


def forward(officer: Officer, number: str) -> str:
    """Forward to BKN, and return where the minutes of the plenary are, which are not for BKN."""
    officer.find(number)
    officer.begin("Teruskan ke instansi berwenang")
    officer.fill_letter("out", "012/PM.05.01/K/2026", "Penerusan")
    officer.pick("addressee", "BKN")
    officer.upload("evidence_list")
    officer.send()
    happened = "Diteruskan ke instansi berwenang."
    stands(officer, "Diteruskan", "Menunggu jawaban BKN", [], happened)
    assert "Surat keluar 012/PM.05.01/K/2026, " in officer.text.split("Kronologi")[1]
    paper = officer.page.locator("a", has_text="Berita acara").get_attribute("href")
    assert paper is not None
    return paper


def receive(officer: Officer, number: str, minutes: str) -> None:
    officer.find(number)
    internal = ("Penanganan Bawaslu", "Berita acara", "Rapat pleno", "Klarifikasi")
    assert [words for words in (*internal, REPORTER, NIP) if words in officer.text] == []
    answer = officer.page.request.get(officer.site.address + minutes)
    assert answer.status == 404
    officer.begin("Catat penerimaan penerusan")
    officer.send()
    happened, waits = "Penerusan diterima instansi berwenang.", "Menunggu verifikasi BKN"
    stands(officer, "Diterima instansi berwenang", waits, [VERIFICATION], happened)
    expect(officer.page.locator("#dokumen ~ *").first).to_contain_text("Daftar bukti")
    officer.begin("Kembalikan untuk dilengkapi")
    officer.fill(reason="Berkas kurang lengkap.")
    officer.send()
    happened = "Instansi berwenang mengembalikan penerusan untuk dilengkapi."
    waits = "Menunggu kelengkapan dari Bawaslu"
    stands(officer, "Dikembalikan untuk dilengkapi", waits, [], happened)


def complete(officer: Officer, number: str) -> None:
    officer.find(number)
    assert "Berkas kurang lengkap." in officer.latest
    officer.begin("Teruskan kembali")
    officer.fill_letter("out", "013/PM.05.01/K/2026", "Penerusan kembali")
    officer.send()
    happened = "Berkas dilengkapi dan diteruskan kembali."
    stands(officer, "Diteruskan", "Menunggu jawaban BKN", [], happened)


def recommend(officer: Officer, number: str) -> None:
    officer.find(number)
    officer.begin("Catat rekomendasi instansi berwenang")
    officer.pick("recommended", "Hukuman disiplin sedang")
    officer.pick("follow_up_office", OFFICE)
    officer.fill_letter("in", "B-77/BKN/2026", "Rekomendasi")
    officer.send()
    happened = "Instansi berwenang memberi rekomendasi kepada Pejabat Pembina Kepegawaian."
    assert happened in officer.text
    assert "Direkomendasikan" in officer.text
    assert officer.waits_for("Menunggu penerimaan oleh instansi yang menindaklanjuti")


def read_the_recommendation(officer: Officer, number: str) -> None:
    officer.find(number)
    assert officer.sides(NAME) == ["Hukuman disiplin sedang", "belum ada"]
    assert "Surat masuk B-77/BKN/2026" in officer.text
    assert "Menunggu pengumuman status" in officer.holders[0]


def stands(officer: Officer, stage: str, waits: str, deadlines: list[str], happened: str) -> None:
    """The last proceeding of the page: its stage, who has the ball, what runs, what came last."""
    assert officer.stages[-1] == stage
    assert officer.holders[-1].startswith(f"{waits} sejak ")
    assert officer.deadlines == deadlines
    assert happened in officer.latest
