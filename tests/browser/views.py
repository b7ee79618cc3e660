"""The pages of both sites by name: who looks, and at which address.

A page stands here once for each shape in which it comes: empty, full, with a form or without. That
it says other words to somebody else is no other shape; another language has other lengths.
"""

from dataclasses import dataclass
from typing import Final

from tests.browser.scenery import Scenery


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page: who opens it (None: nobody signed in), its address, and the case it is about.

    `typed` names the code that is typed into the page and sent, for what comes then; `held` the
    one that stands in the browser of whoever reports. `proved`: they have shown their second
    factor just now; `device`: they have one.
    """

    name: str
    login: str | None
    address: str
    case: str | None = None
    status: int = 200
    typed: str | None = None
    held: str | None = None
    proved: bool = False
    device: bool = False

    def path(self, scenery: Scenery) -> str:
        """Return the address, with the numbers of what it is about."""
        if self.case is None:
            return self.address.format(**scenery.ids)
        seen = scenery[self.case]
        return self.address.format(
            case=seen.case,
            event=seen.event,
            clock=seen.clock,
            respondent=seen.respondent,
            **{**scenery.ids, **seen.ids},
        )


def _view(
    name: str,
    login: str | None,
    address: str,
    case: str | None = None,
    status: int = 200,
    typed: str | None = None,
) -> View:
    return View(name=name, login=login, address=address, case=case, status=status, typed=typed)


def _proved(name: str, login: str, address: str, case: str | None = None) -> View:
    return View(name=name, login=login, address=address, case=case, proved=True)


def _with_device(name: str, address: str) -> View:
    return View(name=name, login="nita", address=address, device=True)


def _held(name: str, address: str, code: str = "draft") -> View:
    return View(name=name, login=None, address=f"/lapor{address}", held=code)


_EARLY_END: Final = "ends-day=31&ends-month=12&ends-year=2024"
_CASE: Final = "/perkara/{case}"
_CLOCK: Final = "/perkara/{case}/tenggat/{clock}"
_MOVE: Final = "/perkara/{case}/langkah/{handling}"
_LATER: Final = "/perkara/{case}/langkah/{referral}"

_HANDLING: Final = (
    _view("sign-in", None, "/masuk"),
    _view("sign-in-first", None, "/perkara"),
    _view("api-reference", None, "/api"),
    _view("desks", "galih", "/meja"),
    _view("home-investigator", "rina", "/beranda"),
    _view("home-commissioner", "sari", "/beranda"),
    _view("home-liaison", "maya", "/beranda"),
    _view("home-auditor", "nita", "/beranda"),
    _view("home-supervisor", "wulan", "/beranda"),
    _view("home-superior-office", "galih", "/beranda"),
    _view("home-administrator", "hadi", "/beranda"),
    _view("home-empty", "lain", "/beranda"),
    _view("worklist", "rina", "/perkara"),
    _view("worklist-closed", "rina", "/perkara?selesai=ya"),
    _view("worklist-nothing", "rina", "/perkara?rezim=di-luar-tahapan"),
    _view("worklist-empty", "lain", "/perkara"),
    _view("worklist-liaison", "maya", "/perkara"),
    _view("search", "rina", "/perkara/cari"),
    _view("deadlines", "rina", "/tenggat"),
    _view("deadlines-empty", "lain", "/tenggat?bulan=2024-02"),
    _view("notices", "rina", "/pemberitahuan"),
    _view("notices-empty", "lain", "/pemberitahuan"),
    _view("intake-report", "rina", "/perkara/baru"),
    _view("intake-finding", "rina", "/perkara/baru?jenis=temuan"),
    _view("intake-information", "rina", "/perkara/baru?jenis=informasi"),
    _view("receipt", "rina", f"{_CASE}/tanda-terima", "received"),
    _view("case-received", "rina", _CASE, "received"),
    _view("case-plenary", "rina", _CASE, "plenary"),
    _view("case-plenary-commissioner", "sari", _CASE, "plenary"),
    _view("case-forwarded", "rina", _CASE, "forwarded"),
    _view("case-forwarded-liaison", "maya", _CASE, "forwarded"),
    _view("case-answered", "rina", _CASE, "answered"),
    _view("case-closed", "rina", _CASE, "closed"),
    _view("case-superior", "galih", _CASE, "registered"),
    _view("case-supervisor", "wulan", _CASE, "received"),
    _view("case-crowd", "rina", _CASE, "crowd"),
    _view("case-rare", "bagas", _CASE, "rare"),
    _view("case-facts", "rina", f"{_CASE}?jejak=fakta", "rare"),
    _view("move-blocked", "rina", f"{_MOVE}/register", "registered"),
    _view("move-not-yours-403", "rina", f"{_MOVE}/decide_other_law", "plenary", status=403),
    _view("move-crowd", "rina", f"{_MOVE}/forward_more", "crowd"),
    _view("move-register", "rina", f"{_MOVE}/register", "studied"),
    _view("move-forward", "rina", f"{_MOVE}/forward", "decided"),
    _view("move-straight", "rina", f"{_MOVE}/forward_straight", "studied"),
    _view("move-recommend", "maya", f"{_LATER}/recommend", "forwarded"),
    _view("move-reroute", "rina", f"{_LATER}/reroute", "forwarded"),
    _view("fact-session", "rina", "/perkara/{case}/fakta/{handling}/session_held", "clarified"),
    _view("correction", "rina", f"{_CASE}/koreksi/{{event}}", "studied"),
    _view("deadline-extend", "maya", f"{_CLOCK}/perpanjangan", "verified"),
    _view("deadline-pause", "rina", f"{_CLOCK}/jeda", "received"),
    _view("deadline-paused", "rina", _CASE, "paused"),
    _view("deadline-resume", "rina", f"{_CLOCK}/lanjut", "paused"),
    _view("systems", "rina", f"{_CASE}/terlapor/{{respondent}}/sistem-lain", "direct"),
    _view("systems-empty", "rina", f"{_CASE}/terlapor/{{respondent}}/sistem-lain", "received"),
    _view("person", "rina", f"{_CASE}/terlapor/{{respondent}}/riwayat", "received"),
    _view("study", "sari", f"{_CASE}/kajian", "drafted"),
    _view("study-empty", "rina", f"{_CASE}/kajian", "registered"),
    _view("study-write", "rina", f"{_CASE}/kajian/ubah", "drafted"),
    _view("study-version", "rina", f"{_CASE}/kajian/versi/2", "drafted"),
    _view("case-decided-plenary", "rina", _CASE, "ruled"),
    _view("plenaries", "rina", "/pleno"),
    _view("plenaries-empty", "lain", "/pleno"),
    _view("plenary-new", "rina", "/pleno/baru"),
    _view("plenary-quorum", "sari", "/pleno/kuorum"),
    _view("plenary-meeting", "sari", "/pleno/{plenary_meeting}"),
    _view("plenary-ruling", "sari", "/pleno/{plenary_meeting}/perkara/{case}", "plenary"),
    _view("plenary-ruled", "sari", "/pleno/{plenary_meeting}/perkara/{case}", "ruled"),
    _view("respondent-new", "rina", f"{_CASE}/terlapor", "received"),
    _view("respondent", "rina", f"{_CASE}/terlapor/{{respondent}}?k={{searched}}", "crowd"),
    _view("exclusion", "sari", f"{_CASE}/pengecualian", "registered"),
    _view("exclusion-lift", "sari", f"{_CASE}/pengecualian/pencabutan", "rare"),
    _view("paper", "rina", f"{_CASE}/dokumen", "registered"),
    _view("bundle", "rina", f"{_CASE}/bundel", "registered"),
    _view("case-evidence", "rina", _CASE, "evidence"),
    _view("evidence", "rina", f"{_CASE}/bukti", "evidence"),
    _view("evidence-empty", "rina", f"{_CASE}/bukti", "registered"),
    _view("evidence-photo", "rina", f"{_CASE}/bukti/1", "evidence"),
    _view("evidence-video", "sari", f"{_CASE}/bukti/2", "evidence"),
    _view("evidence-damaged", "rina", f"{_CASE}/bukti/3", "evidence"),
    _view("evidence-log", "rina", f"{_CASE}/bukti/1/penjagaan", "evidence"),
    _view("evidence-download", "rina", f"{_CASE}/bukti/1/unduhan", "evidence"),
    _view("evidence-facts", "rina", f"{_CASE}/bukti/1/keterangan", "evidence"),
    _view("evidence-upload", "rina", f"{_CASE}/bukti/unggah", "evidence"),
    _view("files", "hadi", "/administrasi/berkas"),
    _view("refused-403", "hadi", "/perkara", status=403),
    _view("nowhere-404", "rina", "/tidak-ada", status=404),
)

_ADDRESSES: Final = (
    _view("addresses", "rina", "/alamat"),
    _view("addresses-empty", "lain", "/alamat"),
    _view("address-new", "rina", "/alamat/baru"),
    _view("address-captured", "rina", "/alamat/{captured}"),
    _view("address-failed", "wulan", "/alamat/{failed}?tercatat=masuk"),
    _view("address-referral", "rina", "/alamat/{failed}/rujukan"),
    _view("address-taken-down", "rina", "/alamat/{captured}/turun"),
    _view("address-link", "rina", "/alamat/{captured}/perkara"),
    _view("intake-from-address", "rina", "/perkara/baru?jenis=temuan&alamat={captured}"),
    _view("captures", "rina", f"{_CASE}/tangkapan", "registered"),
    _view("captures-empty", "rina", f"{_CASE}/tangkapan", "received"),
)

_AT_OFFICE: Final = "/perkara/{case}/langkah/{discipline}"
_FACT_AT_OFFICE: Final = "/perkara/{case}/fakta/{discipline}"
_PROCESS: Final = "/perkara/{case}/proses/{discipline}"
_WATCHED: Final = "/perkara/{case}/proses/{compliance}"
_PACKAGE: Final = "/perkara/{case}/berkas/{package}"
_RECKONED: Final = "/kalkulator-tenggat"
_RELEASE: Final = "/perkara/{case}/langkah/{publication}"

_FOLLOW_UP: Final = (
    _view("home-follow-up", "dewa", "/beranda"),
    _view("home-appointing", "endah", "/beranda"),
    _view("home-secretary", "putri", "/beranda"),
    _view("home-publisher", "ratih", "/beranda"),
    _view("worklist-follow-up", "dewa", "/perkara?proses=tindak-lanjut"),
    _view("board", "rina", "/tindak-lanjut"),
    _view("board-office", "dewa", "/tindak-lanjut"),
    _view("board-empty", "lain", "/tindak-lanjut"),
    _view("standing", "rina", "/tindak-lanjut/penerima"),
    _view("receiving-offices", "rina", "/tindak-lanjut/instansi"),
    _view("package", "rina", _PACKAGE, "forwarded"),
    _view("package-liaison", "maya", f"{_PACKAGE}?periksa=ya", "forwarded"),
    _view("package-outside", "rina", _PACKAGE, "outside"),
    _view("case-handed-office", "dewa", _CASE, "handed"),
    _view("case-overdue", "rina", _CASE, "overdue"),
    _view("case-decree-appointing", "endah", _CASE, "decree"),
    _view("case-delivered-office", "dewa", _CASE, "delivered"),
    _view("case-released", "rina", _CASE, "released"),
    _view("case-notified-publisher", "ratih", _CASE, "notified"),
    _view("case-identity", "rina", _CASE, "identity"),
    _view("case-threads", "rina", _CASE, "threads"),
    _view("move-receive-letter", "dewa", f"{_AT_OFFICE}/receive?terlapor=semua", "handed"),
    _view("move-summon", "dewa", f"{_AT_OFFICE}/summon", "overdue"),
    _view("move-decree", "endah", f"{_AT_OFFICE}/fix_decree", "decree"),
    _view("move-summon-again", "dewa", f"{_AT_OFFICE}/summon_ethics_again", "hearing"),
    _view("fact-person", "dewa", f"{_FACT_AT_OFFICE}/person_checked", "decree"),
    _view("examiners", "dewa", f"{_PROCESS}/pemeriksa", "decree"),
    _view("examiners-empty", "dewa", f"{_PROCESS}/pemeriksa", "overdue"),
    _view("draft-summons", "dewa", f"{_PROCESS}/surat/surat-panggilan-1", "overdue"),
    _view("draft-decree", "endah", f"{_PROCESS}/surat/sk-hukuman-disiplin", "decree"),
    _view("draft-reminder", "rina", f"{_WATCHED}/surat/permintaan-keterangan", "overdue"),
    _view("move-deliver-blocked", "dewa", f"{_AT_OFFICE}/deliver", "decree"),
    _view("move-on-behalf", "rina", f"{_AT_OFFICE}/fix_decree", "decree"),
    _view("release-draft", "rina", f"{_CASE}/proses/publication/draft", "closed"),
    _view("release-answer", "dewa", f"{_RELEASE}/objection_raised", "notified"),
    _view("release-withdraw", "sari", f"{_RELEASE}/withdraw", "released"),
    _view("identity-ask", "rina", f"{_CASE}/proses/identity_access/request", "received"),
    _proved("identities", "rina", f"{_CASE}/identitas", "identity"),
    _proved("identities-erase", "sari", f"{_CASE}/identitas/penghapusan", "identity"),
    _view("thread-open", "rina", f"{_CASE}/proses/criminal/open", "registered"),
)

_HEARD: Final = "/perkara/{case}/klarifikasi"
_SESSION: Final = f"{_HEARD}/sesi/{{session}}"

_INVESTIGATED: Final = (
    _view("study-new", "rina", f"{_CASE}/kajian-awal", "rare"),
    _view("study-draft", "rina", f"{_CASE}/kajian-awal", "written"),
    _view("study-draft-read", "sari", f"{_CASE}/kajian-awal", "written"),
    _view("study-read", "galih", f"{_CASE}/kajian-awal", "lacking"),
    _view("study-uploaded", "rina", f"{_CASE}/kajian-awal", "registered"),
    _view("study-letter", "rina", f"{_CASE}/kajian-awal/pemberitahuan", "lacking"),
    _view("study-no-letter", "rina", f"{_CASE}/kajian-awal/pemberitahuan", "written"),
    _view("clarification", "rina", _HEARD, "heard"),
    _view("clarification-empty", "rina", _HEARD, "registered"),
    _view("clarification-person", "rina", f"{_HEARD}/orang", "heard"),
    _view("clarification-invite", "rina", f"{_HEARD}/orang/{{heard_person}}/undangan", "heard"),
    _view("session", "rina", _SESSION, "heard"),
    _view("session-close", "rina", f"{_SESSION}/penutupan", "heard"),
    _view("session-receipt", "rina", f"{_SESSION}/penerimaan", "heard"),
    _view("session-absence", "rina", f"{_SESSION}/ketidakhadiran", "heard"),
    _view("session-cancel", "rina", f"{_SESSION}/pembatalan", "heard"),
    _view("session-recording", "rina", f"{_SESSION}/rekaman", "heard"),
    _view("sessions", "rina", "/klarifikasi"),
    _view("sessions-empty", "lain", "/klarifikasi?bulan=2024-02"),
)

_LETTER: Final = "/perkara/{case}/surat/{letter}"

_LETTERS: Final = (
    _view("archive", "rina", "/perkara/arsip"),
    _view("archive-empty", "lain", "/perkara/arsip"),
    _view("archive-new", "rina", "/perkara/arsip/baru"),
    _view("archive-one", "rina", "/perkara/arsip/{archive}"),
    _view("archive-add", "rina", "/perkara/arsip/{archive}/perkara"),
    _view("archive-close", "sari", "/perkara/arsip/{archive}/penyerahan"),
    _view("letters", "rina", "/surat"),
    _view("letters-empty", "lain", "/surat"),
    _view("letter", "rina", _LETTER, "handed"),
    _view("letter-crowd", "rina", _LETTER, "crowd"),
    _view("letter-prove", "rina", f"{_LETTER}/penerimaan", "forwarded"),
    _view("letter-back", "rina", f"{_LETTER}/kembali", "forwarded"),
    _view("letter-copies", "rina", f"{_LETTER}/tembusan", "forwarded"),
    _view("official-papers", "rina", f"{_CASE}/naskah", "registered"),
    _view("official-form", "rina", f"{_CASE}/naskah/baru/surat-penerusan", "registered"),
    _view("official-paper", "rina", f"{_CASE}/naskah/{{official}}", "registered"),
    _view("paper-templates", "sari", "/naskah"),
    _proved("paper-template", "sari", "/naskah/undangan-klarifikasi"),
    _view("addresses", "rina", "/surat/alamat"),
    _view("address-new", "rina", "/surat/alamat/baru"),
)

_ACTIVITY: Final = "/pencegahan/kegiatan"
_MEETING: Final = "/evaluasi/rapat/{meeting}"
_HELD: Final = "/evaluasi/rapat/{held}"

_TOGETHER: Final = (
    _view("prevention", "rina", "/pencegahan"),
    _view("prevention-empty", "lain", "/pencegahan"),
    _view("coverage", "rina", "/pencegahan/jangkauan"),
    _view("coverage-empty", "lain", "/pencegahan/jangkauan"),
    _view("vulnerability", "rina", "/pencegahan/kerawanan"),
    _view("activities", "rina", _ACTIVITY),
    _view("activity-new", "rina", f"{_ACTIVITY}/baru"),
    _view("activity-held", "rina", f"{_ACTIVITY}/{{activity}}"),
    _view("activity-planned", "putri", f"{_ACTIVITY}/{{planned}}"),
    _view("activity-hold", "rina", f"{_ACTIVITY}/{{late}}/pelaksanaan"),
    _view("activity-correct", "rina", f"{_ACTIVITY}/{{activity}}/pembetulan"),
    _view("activity-announce", "rina", f"{_ACTIVITY}/{{late}}/pengumuman"),
    _view("activity-move", "rina", f"{_ACTIVITY}/{{late}}/pemindahan"),
    _view("attendance", "rina", f"{_ACTIVITY}/{{activity}}/kehadiran"),
    _view("attendance-empty", "dewa", f"{_ACTIVITY}/{{late}}/kehadiran"),
    _view("attendance-people", "rina", f"{_ACTIVITY}/{{activity}}/kehadiran/daftar"),
    _view("attendance-list", "rina", f"{_ACTIVITY}/{{activity}}/kehadiran/tulis"),
    _view("attendance-door", "rina", f"{_ACTIVITY}/{{activity}}/kehadiran/halaman-hp"),
    _view("attendance-wall", "rina", f"{_ACTIVITY}/{{activity}}/kehadiran/tampilan"),
    _view("attendance-test", "rina", f"{_ACTIVITY}/{{late}}/kehadiran/tes"),
    _view("attendance-papers", "rina", f"{_ACTIVITY}/{{activity}}/kehadiran/tes/kertas"),
    _view("activity-materials", "rina", f"{_ACTIVITY}/{{activity}}/bahan"),
    _view("activity-file", "rina", f"{_ACTIVITY}/{{activity}}/bahan/berkas"),
    _view("activity-result", "rina", f"{_ACTIVITY}/{{activity}}/hasil"),
    _view("activity-proof", "rina", f"{_ACTIVITY}/{{activity}}/hasil/tugas/{{duty}}"),
    _view("activity-cancel", "rina", f"{_ACTIVITY}/{{late}}/pembatalan"),
    _view("agreements", "rina", "/kerja-sama"),
    _view("agreements-empty", "lain", "/kerja-sama"),
    _view("agreement", "dewa", "/kerja-sama/{agreement}"),
    _view("agreement-real", "rina", "/kerja-sama/{real}"),
    _view("agreement-early-end", "rina", "/kerja-sama/{real}/perhitungan?" + _EARLY_END),
    _view("agreement-new", "sari", "/kerja-sama/baru"),
    _view("agreement-drafted", "sari", "/kerja-sama/{drafted}"),
    _view("agreement-points", "sari", "/kerja-sama/{drafted}/naskah"),
    _view("agreement-sentence", "sari", "/kerja-sama/{drafted}/ketentuan"),
    _view("agreement-plan", "sari", "/kerja-sama/{drafted}/rencana"),
    _view("agreement-step", "sari", "/kerja-sama/{drafted}/langkah/penandatanganan"),
    _view("agreement-letter-rules", "sari", "/kerja-sama/{drafted}/korespondensi"),
    _view("agreement-signed", "sari", "/kerja-sama/{in_force}"),
    _view("agreement-kept", "sari", "/kerja-sama/{in_force}/catatan"),
    _view("agreement-kept-empty", "sari", "/kerja-sama/{drafted}/catatan"),
    _view("agreement-letters", "sari", "/kerja-sama/{in_force}/surat"),
    _view("agreement-content", "sari", "/kerja-sama/{in_force}/konten"),
    _view("agreement-content-new", "sari", "/kerja-sama/{in_force}/konten/baru"),
    _view("agreement-addendum", "sari", "/kerja-sama/{in_force}/catatan/adendum"),
    _view("agreement-duty", "sari", "/kerja-sama/{in_force}/tugas"),
    _view("agreement-stages", "sari", "/kerja-sama/{in_force}/tahapan"),
    _view("agreement-extended", "sari", "/kerja-sama/{drafted}/perpanjangan"),
    _view("exchange", "rina", "/kerja-sama/{exchange}/pertukaran"),
    _view("exchange-data", "rina", "/kerja-sama/{exchange}/pertukaran/baru/data"),
    _view("exchange-answered", "rina", "/kerja-sama/{exchange}/pertukaran/{exchange_answered}"),
    _view(
        "exchange-decide", "endah", "/kerja-sama/{exchange}/pertukaran/{exchange_asked}/keputusan"
    ),
    _view("forces", "rina", "/kerja-sama/{exchange}/satgas"),
    _view("force", "dewa", "/kerja-sama/{exchange}/satgas/{task_force}"),
    _view("roster", "dewa", "/kerja-sama/{exchange}/satgas/{task_force}/piket"),
    _view("work-plan", "dewa", "/kerja-sama/{counted}/rencana-kerja"),
    _view("work-plan-indicator", "sari", "/kerja-sama/{counted}/rencana-kerja/1/keluaran/1"),
    _view("work-plan-figures", "sari", "/kerja-sama/{counted}/rencana-kerja/3/keluaran/1"),
    _view("work-plan-feed", "sari", "/kerja-sama/{counted}/rencana-kerja/2/keluaran/1/tautan"),
    _view("work-plan-figure", "sari", "/kerja-sama/{counted}/rencana-kerja/2/keluaran/1/isian"),
    _view("work-plan-import", "sari", "/kerja-sama/{drafted}/rencana/impor"),
    _view("work-plan-preview", "sari", "/kerja-sama/{drafted}/rencana/impor/{plan_table}"),
    _view("meetings", "sari", "/evaluasi"),
    _view("meetings-empty", "lain", "/evaluasi"),
    _view("recap", "galih", "/evaluasi/rekap"),
    _view("reconciliation", "rina", f"{_HELD}/rekonsiliasi"),
    _view("meeting-new", "putri", "/evaluasi/rapat/baru"),
    _view("meeting-planned", "putri", _MEETING),
    _view("meeting-replan", "sari", f"{_MEETING}/rencana"),
    _view("meeting-agenda", "sari", f"{_MEETING}/acara"),
    _view("meeting-hold", "sari", f"{_MEETING}/pelaksanaan"),
    _view("meeting-cancel", "sari", f"{_MEETING}/pembatalan"),
    _view("meeting-held", "sari", _HELD),
    _view("meeting-presence", "sari", f"{_HELD}/kehadiran"),
    _view("meeting-decision", "sari", f"{_HELD}/keputusan"),
    _view("meeting-done", "sari", f"{_HELD}/keputusan/{{decision}}/penyelesaian"),
    _view("meeting-figures", "sari", f"{_HELD}/angka"),
    _view("meeting-pack", "putri", f"{_HELD}/bahan"),
    _view("meeting-files", "putri", f"{_HELD}/paket"),
    _view("meeting-files-empty", "putri", f"{_MEETING}/paket"),
    _view("meeting-proposals", "sari", f"{_MEETING}/usulan"),
    _view("meeting-minutes", "sari", f"{_HELD}/notulen"),
)

_PUBLIC: Final = (
    _view("public-home", None, "/"),
    _view("public-figures", None, "/angka"),
    _view("public-filtered", None, "/angka/semua"),
    _view("public-outcomes", None, "/hasil"),
    _view("public-corrections", None, "/hasil/koreksi"),
    _view("public-outcome", None, "/hasil/{release}"),
    _view("public-data", None, "/data"),
    _view("public-nowhere-404", None, "/hasil/999999", status=404),
    _view("public-check", None, "/cek-status"),
    _view("public-check-right", None, "/cek-status", typed="right"),
    _view("public-check-mistyped", None, "/cek-status", typed="mistyped"),
    _view("public-check-unknown", None, "/cek-status", typed="unknown"),
    _view("public-check-thread", None, "/cek-status", typed="thread"),
    _view("public-about", None, "/tentang"),
    _view("public-log", None, "/log"),
    _view("public-privacy", None, "/tentang/privasi"),
    _view("public-accessibility", None, "/tentang/aksesibilitas"),
    _view("public-service", None, "/layanan"),
    _view("public-complain", None, "/layanan/pengaduan"),
    _view("english-home", None, "/en"),
    _view("english-figures", None, "/en/angka"),
    _view("english-outcome", None, "/en/hasil/{release}"),
    _view("english-data", None, "/en/data"),
    _view("english-log", None, "/en/log"),
    _view("english-check-right", None, "/en/cek-status", typed="right"),
    _view("english-service", None, "/en/layanan"),
    _view("english-guide", None, "/en/panduan"),
    _view("english-complain", None, "/en/layanan/pengaduan"),
    _view("english-report", None, "/en/lapor"),
    _view("english-calculator", None, f"/en{_RECKONED}"),
    _view("public-agenda", None, "/agenda"),
    _view("public-agenda-empty", None, "/agenda/tema/kampanye-hitam"),
    _view("public-activity", None, "/agenda/{announced}"),
    _view("public-library", None, "/materi"),
    _view("public-guide", None, "/panduan"),
    _view("public-acknowledge", None, "/terima-berkas"),
    _view("public-verify", None, "/verifikasi"),
    _view("public-room", None, "/hadir/{room}"),
    _view("public-room-test", None, "/hadir/{room}/tes-awal"),
    _view("public-room-thanks", None, "/hadir/{room}/tercatat"),
    _view("calculator", None, _RECKONED),
    _view("calculator-wrong", None, f"{_RECKONED}?aturan=x&tanggal=31+2+2024", status=422),
    _view(
        "calculator-pemilu",
        None,
        f"{_RECKONED}?aturan=pemilu.handle_max&tanggal=2024-02-05&zona=WIB",
    ),
    _view(
        "calculator-not-loaded",
        None,
        f"{_RECKONED}?aturan=pemilu.handle_max&tanggal=2031-02-05&zona=WIB",
    ),
)

_INBOX: Final = "/kotak-masuk"
_STAFF: Final = "/daftar-pegawai"
_FACTOR: Final = "/akun/faktor-kedua"

_INTAKE: Final = (
    _view("inbox", "rina", _INBOX),
    _view("inbox-empty", "lain", _INBOX),
    _view("inbox-named", "rina", f"{_INBOX}/{{named}}"),
    _view("inbox-confidential", "rina", f"{_INBOX}/{{confidential}}"),
    _view("messages", "rina", f"{_CASE}/pesan", "told"),
    _view("asked-by-authority", "rina", "/perkara/permintaan-klarifikasi?nomor=1"),
    _view("intake-draft", "bagas", "/perkara/baru/draf/{left}"),
    _view("intake-drafts", "bagas", "/perkara/baru"),
    _view("likeness", "rina", f"{_CASE}/kemiripan", "alike"),
    _view("merge", "rina", f"{_CASE}/penggabungan", "alike"),
    _view("merge-undo", "rina", f"{_CASE}/penggabungan/pembatalan", "merged"),
    _view("case-merged", "rina", _CASE, "merged"),
    _view("case-together", "rina", _CASE, "together"),
    _view("split", "rina", f"{_CASE}/pemisahan", "together"),
    _view("interests", "bagas", "/akun/kepentingan"),
    _view("factor-new", "tono", _FACTOR),
    _view("factor-asked-without", "tono", "/akun/konfirmasi"),
    _with_device("factor", _FACTOR),
    _with_device("factor-replace", f"{_FACTOR}/penggantian"),
    _with_device("factor-asked", "/akun/konfirmasi"),
    _with_device("recovery-codes", "/akun/kode-pemulihan"),
    _view("recovery-codes-none", "tono", "/akun/kode-pemulihan"),
    _view("passkeys-impossible", "tono", "/akun/kunci-sandi"),
    _view("password", "tono", "/akun/kata-sandi"),
    _view("staff-empty", "lain", _STAFF),
    _view("staff-found", "rina", f"{_STAFF}?k={{searched}}"),
    _view("staff-undo", "rina", f"{_STAFF}/{{batch}}/pembatalan"),
    _view("systems-import", "rina", "/impor/sistem-lain"),
    _view("systems-import-file", "rina", "/impor/sistem-lain/impor"),
    _view("staff-import", "rina", f"{_STAFF}/impor"),
    _view("staff-columns", "rina", f"{_STAFF}/impor/{{waiting}}/kolom"),
    _view("staff-result", "rina", f"{_STAFF}/impor/{{waiting}}"),
)

_DOOR: Final = (
    _view("door", None, "/lapor"),
    _view("door-resume", None, "/lapor/lanjutkan"),
    _held("door-name", "/nama"),
    _held("door-code", "/kode"),
    _held("door-event", "/kejadian"),
    _held("door-who", "/siapa"),
    _held("door-when", "/kapan"),
    _held("door-window", "/batas-waktu"),
    _held("door-where", "/tempat"),
    _held("door-files", "/berkas"),
    _held("door-witnesses", "/saksi"),
    _held("door-person", "/anda"),
    _held("door-summary", "/periksa"),
    _held("door-receipt", "/tanda-terima", "sent"),
)

_REFERENCE: Final = "/referensi"

_LAW: Final = (
    _view("reference", "rina", _REFERENCE),
    _view("rules", "rina", f"{_REFERENCE}/aturan"),
    _view("rule", "rina", f"{_REFERENCE}/aturan/pemilu.handle_max"),
    _view("rule-two-starts", "maya", f"{_REFERENCE}/aturan/pemilihan.handle_base"),
    _view("year", "rina", f"{_REFERENCE}/kalender?tahun=2024"),
    _view("year-not-loaded", "rina", f"{_REFERENCE}/kalender?tahun=2040"),
    _view("violations", "rina", f"{_REFERENCE}/pelanggaran"),
    _view("violation-disputed", "rina", f"{_REFERENCE}/pelanggaran/skb2022.D8"),
    _view("violation-clauses", "rina", f"{_REFERENCE}/pelanggaran/skb2022.D5"),
    _view("sanctions", "dewa", f"{_REFERENCE}/sanksi"),
    _view("office-hours-read", "rina", f"{_REFERENCE}/jam-layanan"),
    _view("laws", "rina", f"{_REFERENCE}/peraturan"),
    _view("laws-nothing", "rina", f"{_REFERENCE}/peraturan?cari=tidakada"),
    _view("law", "rina", f"{_REFERENCE}/peraturan/uu-7-2017"),
    _view("law-replaced", "rina", f"{_REFERENCE}/peraturan/pp-53-2010?tanggal=2024-02-05"),
    _view("citation", "rina", f"{_REFERENCE}/kutipan"),
    _view(
        "citation-stale",
        "rina",
        f"{_REFERENCE}/kutipan?kutipan=PP+53/2010+dan+UU+7/2017&tanggal=2024-02-05",
    ),
    _view("citation-wrong", "rina", f"{_REFERENCE}/kutipan?kutipan=&tanggal=", status=422),
)

_ABSENT: Final = "/pengelolaan/akun/orang/{absent}"
_ADMINISTRATION: Final = "/administrasi/hukum"

_CHANGES: Final = (
    _view("administration", "hadi", "/administrasi"),
    _view("people", "hadi", "/pengelolaan/akun"),
    _proved("people-invite", "hadi", "/pengelolaan/akun/undangan"),
    _view("people-requests", "hadi", "/pengelolaan/akun/permintaan"),
    _view("people-request-first", "hadi", "/pengelolaan/akun/permintaan/{invited}"),
    _proved("people-request-second", "nadia", "/pengelolaan/akun/permintaan/{reset}"),
    _view("person-account", "hadi", _ABSENT),
    _proved("person-successor", "hadi", f"{_ABSENT}/meja/{{desk}}/serah-terima"),
    _view("redeem", None, "/undangan"),
    _view("forgotten", None, "/masuk/lupa"),
    _view("deputies", "bagas", "/akun/perwakilan"),
    _view("service-profile", "hadi", "/administrasi/layanan"),
    _view("api-tokens", "hadi", "/pengelolaan/token"),
    _view("webhooks", "hadi", "/pengelolaan/webhook"),
    _view("webhook-new", "hadi", "/pengelolaan/webhook/baru"),
    _view("webhook", "hadi", "/pengelolaan/webhook/{webhook}"),
    _view("partners", "hadi", "/pengelolaan/mitra"),
    _view("partner-new", "hadi", "/pengelolaan/mitra/baru"),
    _view("partner", "hadi", "/pengelolaan/mitra/{partner}"),
    _view("partner-token", "hadi", "/pengelolaan/mitra/{partner}/token"),
    _view("service-complaints", "sari", "/pengaduan-layanan"),
    _view("service-complaint", "sari", "/pengaduan-layanan/{complaint}"),
    _view("law-editions", "hadi", _ADMINISTRATION),
    _view("law-edition", "hadi", f"{_ADMINISTRATION}/edisi/1"),
    _view("law-year", "hadi", f"{_ADMINISTRATION}/kalender?tahun=2027"),
    _view("law-year-not-loaded", "hadi", f"{_ADMINISTRATION}/kalender?tahun=2040"),
    _view("law-year-load", "hadi", f"{_ADMINISTRATION}/kalender/2028/muat"),
    _view("law-year-settle", "hadi", f"{_ADMINISTRATION}/kalender/2027/pasti"),
    _view("law-day-off", "hadi", f"{_ADMINISTRATION}/hari-libur"),
    _view("law-day-off-withdraw", "hadi", f"{_ADMINISTRATION}/hari-libur/2027-01-01/cabut"),
    _view("law-rules", "hadi", f"{_ADMINISTRATION}/aturan"),
    _view("law-rule", "hadi", f"{_ADMINISTRATION}/aturan/pemilu.handle_max/versi-baru"),
    _view("law-hours", "hadi", f"{_ADMINISTRATION}/jam-layanan"),
    _view("law-import", "hadi", f"{_ADMINISTRATION}/impor"),
    _view("law-preview", "hadi", f"{_ADMINISTRATION}/usulan/{{moving}}"),
    _view("law-preview-asks", "hadi", f"{_ADMINISTRATION}/usulan/{{asking}}"),
)

_PRIVACY: Final = (
    _view("inventory", "nita", "/data-pribadi"),
    _view("retention", "hadi", "/retensi"),
    _view("retention-new", "hadi", "/retensi/baru"),
    _proved("retention-in-force", "hadi", "/retensi/{waiting_rule}/pemberlakuan"),
    _view("holds", "sari", "/penahanan"),
    _view("hold-new", "rina", "/penahanan/baru"),
    _view("hold-lift", "sari", "/penahanan/{hold}/pencabutan"),
    _view("disposals", "rina", "/pemusnahan"),
    _view("disposals-empty", "lain", "/pemusnahan"),
    _view("disposal", "rina", "/pemusnahan/{disposal}"),
    _view("disposal-submit", "rina", "/pemusnahan/{disposal}/pengajuan"),
    _proved("disposal-approve", "sari", "/pemusnahan/{disposal}/persetujuan"),
    _view("incidents", "sari", "/insiden-data"),
    _view("incident-new", "sari", "/insiden-data/baru"),
    _view("incident", "hadi", "/insiden-data/{incident}"),
    _view("incident-told", "sari", "/insiden-data/{incident}/lembaga"),
    _view("data-requests", "rina", "/hak-subjek-data"),
    _view("data-request-new", "rina", "/hak-subjek-data/baru"),
    _view("data-request", "sari", "/hak-subjek-data/{request}"),
    _view("data-request-decide", "sari", "/hak-subjek-data/{request}/keputusan"),
    _view("own-data", "rina", "/akun/data-saya"),
)

VIEWS: Final = (
    *(*_HANDLING, *_INVESTIGATED, *_FOLLOW_UP, *_LETTERS, *_TOGETHER, *_INTAKE, *_ADDRESSES),
    *(*_PUBLIC, *_DOOR, *_LAW, *_CHANGES, *_PRIVACY),
)
