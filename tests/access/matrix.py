"""The access matrix, written by hand: who gets which answer, on every route, in every phase.

A row names a route, and for each visitor the expected status: one number for all phases, or eight,
in the order of PHASES. A visitor who is not named gets the default: strangers are sent to sign in
(303), to everybody else a case does not exist (404).

Who does not see the case, or that proceeding, event, respondent or paper of it, gets 404. Who sees
it and may not do this gets 403 with the reason, when the form is asked for and when it is sent.
Who may is shown the form (200) and, having sent it without a single field, what is missing (422).
Everybody has shown their second factor just now.
A step that is theirs and out of place in this state is shown with the reason (200), without a form.

`{case}`, `{handling}`, `{move}` and so on are filled in by the world of `tests/access/world.py`.
A route of the application without a row fails, and so does a row without a route.
"""

from typing import Final

from tests.access.privacy_rows import ROWS as PRIVACY
from tests.access.visitors import (
    OFFICERS,
    Row,
    anywhere,
    form,
    from_decision,
    handed_over,
    nowhere,
    on_case,
    type_status,
    until_registered,
)

_ONCE_WRITTEN: Final = (404, 404, 200, 200, 200, 200, 200, 200)
_NOT_WHILE_THE_PLENARY_SITS: Final = (404, 404, 200, 200, 404, 200, 200, 200)

_PLANS_NOTHING: Final = dict.fromkeys(("auditor", "administrator", "liaison", "asked"), 403)
_NOT_THEIRS: Final = dict.fromkeys(("liaison", "asked", "outsider"), 404)
_WATCHED: Final = _NOT_THEIRS | {"administrator": 403}
_LOOKS_ON: Final = _NOT_THEIRS | dict.fromkeys(("auditor", "administrator", "superior"), 403)
_LOOKS_AT_THE_CASE: Final[dict[str, type_status]] = {
    **dict.fromkeys(("commissioner", "supervisor", "auditor", "secretary", "superior"), 403),
    **dict.fromkeys(("liaison", "asked"), handed_over(403)),
    "publisher": from_decision(403),
}
_READS_HANDLING: Final[dict[str, type_status]] = {
    **dict.fromkeys(("commissioner", "supervisor", "auditor", "secretary", "superior"), 403),
    "publisher": from_decision(403),
}
_SEES_HANDLING: Final[dict[str, type_status]] = {
    **_READS_HANDLING,
    **dict.fromkeys(("commissioner", "auditor", "superior"), 200),
}
_IMPORTERS: Final = ("investigator", "excluded", "outsider")
_RECORDERS: Final = ("investigator", "excluded", "outsider", "liaison", "asked")
_TAKERS: Final = ("investigator", "supervisor", "excluded")
_TAKE_IN: Final = ("investigator", "supervisor", "excluded", "outsider")
_SITS: Final = ("investigator", "commissioner", "excluded", "superior", "outsider")
_KEEPERS: Final = ("commissioner", "secretary")
_SEES_MEETINGS: Final = dict.fromkeys(("investigator", "excluded", "superior", *_KEEPERS), 200)
_SEES_THIS_ONE: Final = {**_SEES_MEETINGS, "outsider": 404}
_ASKED_TO_KEEP: Final = dict.fromkeys(_KEEPERS, 200)
_SENT_TO_KEEP: Final = dict.fromkeys(_KEEPERS, 422)
_READS_NO_LETTERS: Final = dict.fromkeys(
    ("supervisor", "publisher", "secretary", "administrator"), 403
)
_KEEPS_ADDRESSES: Final = ("investigator", "excluded", "liaison", "asked", "outsider")
_KEEPS_NOTHING_THERE: Final = dict.fromkeys(_KEEPERS, 404)
_PLAN_IMPORT: Final = "/kerja-sama/{elsewhere}/rencana/impor"
_INDICATOR: Final = "/kerja-sama/{elsewhere}/rencana-kerja/{ordinal}/{move}/{ordinal}"
_DONE_BY_KEEPERS: Final = dict.fromkeys(_KEEPERS, 303)
_EXCHANGES: Final = ("investigator", "excluded", "outsider", "superior", *_KEEPERS)
_NO_EXCHANGE_THERE: Final = dict.fromkeys(_EXCHANGES, 404)
_NO_ARCHIVE: Final = dict.fromkeys(
    ("supervisor", "publisher", "secretary", "administrator", "liaison", "asked"), 403
)
_KEEPS_NO_ARCHIVE: Final = _NO_ARCHIVE | {"auditor": 403}
_ISSUES: Final[dict[str, type_status]] = {
    **dict.fromkeys(("investigator", "commissioner"), 200),
    **dict.fromkeys(("supervisor", "auditor", "secretary", "superior"), 403),
    "publisher": from_decision(403),
}
_SCANS: Final[dict[str, type_status]] = {
    **_ISSUES,
    **dict.fromkeys(("investigator", "commissioner"), 422),
}
_SEES_PAPERS: Final[dict[str, type_status]] = {
    **dict.fromkeys(("investigator", "commissioner", "supervisor", "auditor"), 200),
    **dict.fromkeys(("secretary", "superior"), 200),
    "publisher": from_decision(200),
}
_READS_PAPERS: Final[dict[str, type_status]] = dict.fromkeys(
    ("investigator", "commissioner", "auditor", "superior"), 200
)
_WORDS_PAPERS: Final = ("commissioner", "administrator", "superior")
_NO_FILE_THERE: Final = dict.fromkeys((*_SEES_MEETINGS, "outsider"), 404)
_SEES_ADDRESSES: Final = ("investigator", "excluded", "supervisor", "commissioner", "superior")
_KEEPS_THE_REGISTER: Final = ("investigator", "excluded", "supervisor")


def _heard(path: str) -> tuple[Row, ...]:
    """A form about a session or a person to be heard that no case of this world has."""
    return tuple(
        on_case(method, f"/perkara/{{case}}/klarifikasi{path}", investigator=404, **_READS_HANDLING)
        for method in ("GET", "POST")
    )


def _while_drafted(status: int) -> tuple[int, ...]:
    """Of a study: a rule says no before registration, and from the plenary on."""
    return (409, 409, status, status, 409, 409, 409, 409)


def _administered(path: str, asked: int, sent: int | None = None) -> tuple[Row, ...]:
    """A page for administrators alone; sent without a single field where that is told too."""
    rows = [anywhere("GET", path, 403, administrator=asked)]
    if sent is not None:
        rows.append(anywhere("POST", path, 403, administrator=sent))
    return tuple(rows)


def _people() -> tuple[Row, ...]:
    """Accounts: nobody but an administrator, and no person or request that is not there."""
    one = "/pengelolaan/akun/orang/{absent}"
    request = "/pengelolaan/akun/permintaan/{absent}"
    posts = (
        f"{one}/pengaktifan",
        f"{one}/wakil/{{absent}}/akhir",
        f"{one}/meja/{{absent}}/pembatalan/{{absent}}",
        f"{request}/persetujuan",
        f"{request}/penarikan",
    )
    return (
        *_administered("/pengelolaan/akun", 200),
        *_administered("/pengelolaan/akun/undangan", 200, 422),
        *_administered("/pengelolaan/akun/permintaan", 200),
        *_administered(request, 404),
        *_administered(one, 404),
        *_administered(f"{one}/{{ordinal}}", 404, 404),
        *_administered(f"{one}/meja/{{absent}}/{{ordinal}}", 404, 404),
        *(anywhere("POST", path, 403, administrator=404) for path in posts),
        anywhere("GET", "/akun/perwakilan", 200),
        *nowhere("/akun/perwakilan/{absent}/wakil"),
        anywhere("POST", "/akun/perwakilan/{absent}/akhir", 404),
        anywhere("GET", "/undangan", 200, stranger=200),
        anywhere("POST", "/undangan", 422, stranger=422),
        anywhere("POST", "/undangan/sandi", 422, stranger=422),
        anywhere("GET", "/masuk/lupa", 200, stranger=200),
        anywhere("POST", "/masuk/lupa", 422, stranger=422),
    )


_NO_DRAFTS_IN_THE_PLENARY: Final = (200, 200, 200, 200, 404, 200, 200, 200)
_WRITES_NO_DRAFTS: Final = (403, 403, 403, 403, 404, 403, 403, 403)


def _on_the_first_deadline(doing: str) -> tuple[Row, Row]:
    """A form about the deadline of the handling, for those who may correct its dates."""
    return form(
        f"/perkara/{{case}}/tenggat/{{clock}}/{doing}",
        investigator=until_registered(200, 409),
        commissioner=until_registered(200, 409),
        auditor=403,
        secretary=403,
        superior=403,
    )


ROWS: Final = (
    # Open to everybody.
    anywhere("GET", "/masuk", 303, stranger=200),
    anywhere("POST", "/masuk", 422, stranger=422),
    # Without a provider in the settings there is no way to one.
    anywhere("GET", "/masuk/sso", 404, stranger=404),
    anywhere("GET", "/masuk/sso/kembali", 404, stranger=404),
    anywhere("POST", "/keluar", 303),
    *(anywhere("GET", path, 200, stranger=200) for path in ("/health/live", "/health/ready")),
    # The second step of signing in is for those who have done the first one, and nobody else.
    *(
        anywhere(method, f"/masuk/{step}", 303)
        for step in ("faktor-kedua", "pemasangan")
        for method in ("GET", "POST")
    ),
    anywhere("POST", "/masuk/kunci-sandi", 422, stranger=422),
    anywhere("GET", "/sehat", 200, stranger=200),
    anywhere("GET", "/siap", 200, stranger=200),
    anywhere("GET", "/static/{release}/{file}", 200, stranger=200),
    anywhere("GET", "/", 303),
    # Of the signed-in person.
    anywhere("GET", "/meja", 200),
    anywhere("POST", "/meja", 422),
    # Everybody may get a second factor; who has none has nothing to replace.
    *_people(),
    anywhere("GET", "/akun/faktor-kedua", 200),
    anywhere("POST", "/akun/faktor-kedua", 422),
    anywhere("GET", "/akun/faktor-kedua/penggantian", 303),
    anywhere("POST", "/akun/faktor-kedua/penggantian", 422),
    anywhere("GET", "/akun/konfirmasi", 200),
    anywhere("POST", "/akun/konfirmasi", 422),
    anywhere("GET", "/akun/konfirmasi/isian", 303),
    anywhere("POST", "/akun/konfirmasi/isian", 303),
    anywhere("GET", "/akun/kunci-sandi", 200),
    anywhere("POST", "/akun/kunci-sandi/{elsewhere}/pelepasan", 404),
    anywhere("GET", "/akun/kunci-sandi/pendaftaran", 200),
    anywhere("POST", "/akun/kunci-sandi/pendaftaran", 422),
    anywhere("GET", "/akun/kode-pemulihan", 200),
    anywhere("POST", "/akun/kode-pemulihan", 409),
    anywhere("GET", "/akun/sesi", 200),
    anywhere("POST", "/akun/sesi/pengakhiran", 303),
    anywhere("GET", "/akun/kata-sandi", 200),
    anywhere("POST", "/akun/kata-sandi", 422),
    anywhere("GET", "/beranda", 200),
    # Lists: rows of other offices are not in them; administrators do not read cases at all.
    anywhere("GET", "/perkara", 200, administrator=403),
    anywhere("GET", "/perkara/cari", 200, administrator=403),
    anywhere("POST", "/perkara/cari", 422, administrator=403),
    anywhere("GET", "/tenggat", 200, administrator=403, publisher=403),
    # The sessions of an office: those of the reader's own.
    anywhere(
        "GET",
        "/klarifikasi",
        403,
        **dict.fromkeys(("investigator", "commissioner", "auditor"), 200),
        **dict.fromkeys(("excluded", "superior", "outsider"), 200),
    ),
    # Notices are each person's own. A calendar has no session: what nobody made is not there.
    anywhere("GET", "/pemberitahuan", 200, administrator=403),
    anywhere("POST", "/pemberitahuan/kalender", 200, administrator=403),
    anywhere("POST", "/pemberitahuan/kalender/penghapusan", 303, administrator=403),
    anywhere("GET", "/kalender/{elsewhere}", 404, stranger=404),
    # What an officer declares concerns themselves alone.
    anywhere("GET", "/akun/kepentingan", 200, administrator=403),
    anywhere("POST", "/akun/kepentingan", 422, administrator=403),
    anywhere("POST", "/akun/kepentingan/{elsewhere}/pengakhiran", 404, administrator=403),
    anywhere("GET", "/tindak-lanjut", 200, administrator=403, publisher=403, supervisor=403),
    *(
        anywhere(
            "GET", f"/tindak-lanjut/{part}", 200, administrator=403, publisher=403, supervisor=403
        )
        for part in ("penerima", "instansi")
    ),
    # The register of letters: who reads letters in cases; addresses are kept by who sends them.
    *(
        anywhere("GET", f"/surat{part}", 200, **_READS_NO_LETTERS)
        for part in ("", "/data.csv", "/data.xlsx", "/alamat")
    ),
    anywhere("GET", "/surat/alamat/baru", 403, **dict.fromkeys(_KEEPS_ADDRESSES, 200)),
    anywhere("POST", "/surat/alamat/baru", 403, **dict.fromkeys(_KEEPS_ADDRESSES, 422)),
    *(
        anywhere(
            method,
            "/surat/alamat/{elsewhere}/akhir",
            403,
            **dict.fromkeys(_KEEPS_ADDRESSES, 404),
        )
        for method in ("GET", "POST")
    ),
    # How an office words its papers.
    anywhere("GET", "/naskah", 403, **dict.fromkeys(_WORDS_PAPERS, 200)),
    anywhere("GET", "/naskah/{official_form}", 403, **dict.fromkeys(_WORDS_PAPERS, 200)),
    anywhere("POST", "/naskah/{official_form}", 403, **dict.fromkeys(_WORDS_PAPERS, 422)),
    # Taking in: investigators and supervisors of a Bawaslu office.
    anywhere(
        *("GET", "/perkara/baru", 403),
        investigator=200,
        supervisor=200,
        excluded=200,
        outsider=200,
    ),
    anywhere(
        *("POST", "/perkara/baru", 403),
        investigator=422,
        supervisor=422,
        excluded=422,
        outsider=422,
    ),
    anywhere(
        *("GET", "/perkara/baru/batas-waktu", 403),
        investigator=303,  # a part of the desk: by itself it leads there
        supervisor=303,
        excluded=303,
        outsider=303,
    ),
    anywhere(
        *("POST", "/perkara/baru/batas-waktu", 403),
        investigator=422,
        supervisor=422,
        excluded=422,
        outsider=422,
    ),
    # A part of the desk as well: what the matter being typed resembles.
    # Drafts and their files: each officer's own, so that these, nobody's, are not there.
    anywhere("GET", "/perkara/permintaan-klarifikasi", 403, **dict.fromkeys(_TAKE_IN, 200)),
    anywhere("POST", "/perkara/baru/draf", 403, **dict.fromkeys(_TAKE_IN, 303)),
    anywhere("GET", "/perkara/baru/draf/{elsewhere}", 403, **dict.fromkeys(_TAKE_IN, 404)),
    anywhere("POST", "/perkara/baru/draf/{elsewhere}/hapus", 403, **dict.fromkeys(_TAKE_IN, 404)),
    anywhere("POST", "/perkara/baru/berkas/baru/{elsewhere}", 403, **dict.fromkeys(_TAKE_IN, 404)),
    anywhere("GET", "/perkara/baru/berkas/{elsewhere}", 403, **dict.fromkeys(_TAKE_IN, 404)),
    anywhere("POST", "/perkara/baru/berkas/{elsewhere}", 403, **dict.fromkeys(_TAKE_IN, 404)),
    anywhere(
        *("POST", "/perkara/baru/kemiripan", 403),
        investigator=303,
        supervisor=303,
        excluded=303,
        outsider=303,
    ),
    # Staff lists: investigators of Bawaslu (and follow-up officers of a government), each office
    # its own. What waits to be imported is its officer's alone; no list was imported here.
    *(
        anywhere("GET", path, 403, **dict.fromkeys(_IMPORTERS, 200))
        for path in ("/daftar-pegawai", "/daftar-pegawai/impor")
    ),
    *(
        anywhere("POST", path, 403, **dict.fromkeys(_IMPORTERS, 422))
        for path in ("/daftar-pegawai/pencarian", "/daftar-pegawai/impor")
    ),
    *(
        anywhere(method, path, 403, **dict.fromkeys(_IMPORTERS, 404))
        for method, path in (
            ("GET", "/daftar-pegawai/impor/{elsewhere}"),
            ("POST", "/daftar-pegawai/impor/{elsewhere}"),
            ("GET", "/daftar-pegawai/impor/{elsewhere}/kolom"),
            ("POST", "/daftar-pegawai/impor/{elsewhere}/kolom"),
            ("GET", "/daftar-pegawai/impor/{elsewhere}/ditolak.csv"),
            ("POST", "/daftar-pegawai/impor/{elsewhere}/pembuangan"),
            ("GET", "/daftar-pegawai/{elsewhere}/pembatalan"),
            ("POST", "/daftar-pegawai/{elsewhere}/pembatalan"),
        )
    ),
    # Tables of other systems: investigators of Bawaslu, and the officers of receivers; none was
    # imported here.
    *(
        anywhere("GET", f"/impor/sistem-lain{part}", 403, **dict.fromkeys(_RECORDERS, 200))
        for part in ("", "/unduh.csv", "/unduh.xlsx", "/impor")
    ),
    anywhere("POST", "/impor/sistem-lain/impor", 403, **dict.fromkeys(_RECORDERS, 422)),
    *(
        anywhere(method, f"/impor/sistem-lain{path}", 403, **dict.fromkeys(_RECORDERS, 404))
        for method, path in (
            ("GET", "/impor/{elsewhere}"),
            ("POST", "/impor/{elsewhere}"),
            ("GET", "/impor/{elsewhere}/kolom"),
            ("POST", "/impor/{elsewhere}/kolom"),
            ("GET", "/impor/{elsewhere}/ditolak.csv"),
            ("POST", "/impor/{elsewhere}/pembuangan"),
            ("GET", "/{elsewhere}/pembatalan"),
            ("POST", "/{elsewhere}/pembatalan"),
        )
    ),
    # What the public sent to the office of the case: for who takes in there, and nobody else's.
    anywhere("GET", "/kotak-masuk", 403, outsider=200, **dict.fromkeys(_TAKERS, 200)),
    *(
        anywhere("GET", path, 403, outsider=404, **dict.fromkeys(_TAKERS, 200))
        for path in ("/kotak-masuk/{report}", "/kotak-masuk/{report}/berkas/{ordinal}")
    ),
    *(
        anywhere("POST", path, 403, outsider=404, **dict.fromkeys(_TAKERS, 422))
        for path in ("/kotak-masuk/{report}/penerimaan", "/kotak-masuk/{report}/penolakan")
    ),
    *PRIVACY,
    # Complaints about the service: commissioners, each of their own office.
    anywhere("GET", "/pengaduan-layanan", 403, commissioner=200, superior=200),
    *(
        anywhere(
            method, f"/pengaduan-layanan/{{elsewhere}}{part}", 403, commissioner=404, superior=404
        )
        for method, part in (
            *(("GET", ""), ("POST", "/jawaban"), ("POST", "/pengecualian")),
            *(("POST", "/rujukan"), ("POST", "/penutupan")),
        )
    ),
    # Prevention and agreements: everybody but administrators; an authority plans nothing.
    anywhere("GET", "/pencegahan", 200, administrator=403),
    anywhere("GET", "/pencegahan/data.csv", 200, administrator=403),
    anywhere("GET", "/pencegahan/data.xlsx", 200, administrator=403),
    # Figures of cases beside those of prevention: for who reads the figures of meetings.
    *(
        anywhere("GET", f"/pencegahan/{view}{file}", 403, outsider=200, **_SEES_MEETINGS)
        for view in ("jangkauan", "kerawanan")
        for file in ("", "/data.csv", "/data.xlsx")
    ),
    anywhere("GET", "/pencegahan/kegiatan", 200, administrator=403),
    anywhere("GET", "/pencegahan/kegiatan/baru", 200, **_PLANS_NOTHING),
    anywhere("POST", "/pencegahan/kegiatan/baru", 422, **_PLANS_NOTHING),
    # One activity, planned by the owner alone; what was not held cannot be corrected.
    anywhere("GET", "/pencegahan/kegiatan/{activity}", 200, **_WATCHED),
    *(
        anywhere("GET", f"/pencegahan/kegiatan/{{activity}}{tab}", found, **_WATCHED)
        for tab, found in (
            ("/bahan", 200),
            ("/bahan/berkas/{elsewhere}", 404),
            ("/bahan/berkas/{elsewhere}/gambar", 404),
            ("/hasil", 200),
            ("/hasil/laporan.pdf", 409),
            ("/kehadiran", 200),
            ("/kehadiran/daftar", 200),
            ("/kehadiran/daftar.csv", 200),
            ("/kehadiran/daftar.xlsx", 200),
            ("/kehadiran/poster.pdf", 404),
            ("/kehadiran/tampilan", 404),
        )
    ),
    *(
        row
        for step, asked, sent in (
            ("pelaksanaan", 200, 422),
            ("pembetulan", 409, 422),
            ("pembatalan", 200, 422),
            ("pengumuman", 200, 422),
            ("pemindahan", 200, 422),
            ("bahan/narasumber", 200, 422),
            ("bahan/berkas", 200, 422),
            ("bahan/unggahan", 200, 422),
            ("bahan/unggahan/{elsewhere}/jangkauan", 404, 404),
            ("hasil/capaian", 409, 422),
            ("hasil/tugas/{elsewhere}", 409, 409),
            ("kehadiran/tulis", 200, 422),
            ("kehadiran/impor", 200, 422),
            ("kehadiran/impor/{elsewhere}", 404, 404),
            ("kehadiran/impor/{elsewhere}/kolom", 404, 404),
            ("kehadiran/halaman-hp", 200, 422),
            ("kehadiran/tes", 200, 422),
            ("kehadiran/tes/kertas", 200, 422),
        )
        for row in (
            anywhere("GET", f"/pencegahan/kegiatan/{{activity}}/{step}", asked, **_LOOKS_ON),
            anywhere("POST", f"/pencegahan/kegiatan/{{activity}}/{step}", sent, **_LOOKS_ON),
        )
    ),
    *(
        anywhere("POST", f"/pencegahan/kegiatan/{{activity}}/{step}", sent, **_LOOKS_ON)
        for step, sent in (
            ("bahan/narasumber/{elsewhere}/penghapusan", 404),
            ("bahan/berkas/{elsewhere}/pembagian", 404),
            ("bahan/berkas/{elsewhere}/penghapusan", 404),
            ("bahan/unggahan/{elsewhere}/penghapusan", 404),
            ("kehadiran/orang/{elsewhere}/penghapusan", 404),
            ("kehadiran/halaman-hp/penutupan", 409),
            ("kehadiran/tes/kertas/{elsewhere}/penghapusan", 404),
            ("kehadiran/impor/{elsewhere}/pembuangan", 404),
        )
    ),
    anywhere(
        "GET",
        "/pencegahan/kegiatan/{activity}/kehadiran/impor/{elsewhere}/ditolak.csv",
        404,
        **_LOOKS_ON,
    ),
    # Plenary meetings: of each office of Bawaslu its own; the number of a quorum is set by members.
    anywhere("GET", "/pleno", 403, **dict.fromkeys(_SITS, 200)),
    anywhere("GET", "/pleno/baru", 403, **dict.fromkeys(_SITS, 200)),
    anywhere("POST", "/pleno/baru", 403, **dict.fromkeys(_SITS, 422)),
    anywhere("GET", "/pleno/kuorum", 403, **dict.fromkeys(_SITS, 200)),
    anywhere("POST", "/pleno/kuorum", 403, commissioner=303, superior=303),
    *(
        anywhere(method, f"/pleno/{{elsewhere}}{part}", 403, **dict.fromkeys(_SITS, 404))
        for method, part in (
            ("GET", ""),
            ("POST", "/kehadiran"),
            ("POST", "/perkara"),
            ("GET", "/perkara/{elsewhere}"),
            ("POST", "/perkara/{elsewhere}"),
            ("POST", "/perkara/{elsewhere}/pelepasan"),
        )
    ),
    # Evaluation meetings: read by three roles of both parties and of the office above, kept by two
    # roles of the parties. One is planned for today, one was held, one is there to be cancelled.
    anywhere("GET", "/evaluasi", 403, outsider=200, **_SEES_MEETINGS),
    anywhere("GET", "/evaluasi/rapat/baru", 403, superior=200, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/baru", 403, superior=422, **_SENT_TO_KEEP),
    anywhere("GET", "/evaluasi/rapat/{meeting}", 403, outsider=404, **_SEES_MEETINGS),
    anywhere("GET", "/evaluasi/rapat/{meeting}/bahan", 403, outsider=404, **_SEES_MEETINGS),
    anywhere("GET", "/evaluasi/rapat/{meeting}/paket", 403, outsider=404, **_SEES_MEETINGS),
    # Who asks second waits for the first one.
    anywhere("POST", "/evaluasi/rapat/{meeting}/paket", 403, commissioner=303, secretary=409),
    *(
        anywhere(
            "GET", f"/evaluasi/rapat/{{meeting}}/paket/{{elsewhere}}/{file}", 403, **_NO_FILE_THERE
        )
        for file in ("{elsewhere}", "pindaian/{elsewhere}")
    ),
    *(
        anywhere(
            method,
            "/evaluasi/rapat/{held}/paket/{elsewhere}/tanda-tangan",
            403,
            **_KEEPS_NOTHING_THERE,
        )
        for method in ("GET", "POST")
    ),
    anywhere("GET", "/evaluasi/rapat/{meeting}/usulan", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{meeting}/usulan", 403, **_DONE_BY_KEEPERS),
    anywhere("POST", "/evaluasi/rapat/{meeting}/usulan/{elsewhere}", 403, **_DONE_BY_KEEPERS),
    anywhere("GET", "/evaluasi/rapat/{held}/notulen", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{held}/notulen", 403, **_SENT_TO_KEEP),
    anywhere("GET", "/evaluasi/rapat/{meeting}/angka", 403, outsider=404, **_SEES_MEETINGS),
    *(
        anywhere("GET", f"/evaluasi/rapat/{{meeting}}/rekonsiliasi{kind}", 403, **_SEES_THIS_ONE)
        for kind in ("", ".csv", ".xlsx")
    ),
    *(
        anywhere("GET", f"/evaluasi/rekap{kind}", 403, outsider=200, **_SEES_MEETINGS)
        for kind in ("", ".csv", ".pdf", ".xlsx")
    ),
    # The log is empty here, so that nothing can be frozen.
    anywhere("POST", "/evaluasi/rapat/{meeting}/angka", 403, commissioner=409, secretary=409),
    anywhere("GET", "/evaluasi/rapat/{meeting}/rencana", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{meeting}/rencana", 403, **_SENT_TO_KEEP),
    anywhere("GET", "/evaluasi/rapat/{meeting}/acara", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{meeting}/acara", 403, **_SENT_TO_KEEP),
    anywhere(
        "POST",
        "/evaluasi/rapat/{meeting}/acara/{elsewhere}/penghapusan",
        403,
        **_KEEPS_NOTHING_THERE,
    ),
    anywhere("GET", "/evaluasi/rapat/{meeting}/pelaksanaan", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{meeting}/pelaksanaan", 403, **_SENT_TO_KEEP),
    anywhere("GET", "/evaluasi/rapat/{meeting}/pembatalan", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{spare}/pembatalan", 403, commissioner=303, secretary=409),
    anywhere("GET", "/evaluasi/rapat/{held}/kehadiran", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{held}/kehadiran", 403, **_SENT_TO_KEEP),
    anywhere(
        "POST",
        "/evaluasi/rapat/{held}/kehadiran/{elsewhere}/penghapusan",
        403,
        **_KEEPS_NOTHING_THERE,
    ),
    anywhere("GET", "/evaluasi/rapat/{held}/keputusan", 403, **_ASKED_TO_KEEP),
    anywhere("POST", "/evaluasi/rapat/{held}/keputusan", 403, **_SENT_TO_KEEP),
    anywhere(
        "GET",
        "/evaluasi/rapat/{held}/keputusan/{decision}/penyelesaian",
        403,
        **_ASKED_TO_KEEP,
    ),
    anywhere(
        "POST",
        "/evaluasi/rapat/{held}/keputusan/{decision}/penyelesaian",
        403,
        **_SENT_TO_KEEP,
    ),
    # There is no agreement in this world: who reads and writes one is tested beside its pages.
    anywhere("GET", "/kerja-sama", 200, administrator=403),
    anywhere("GET", "/kerja-sama/{elsewhere}", 404, administrator=403),
    anywhere("GET", "/kerja-sama/{elsewhere}/perhitungan", 404, administrator=403),
    anywhere("GET", "/kerja-sama/{elsewhere}/rencana-kerja", 404, administrator=403),
    *(
        anywhere(method, f"{_PLAN_IMPORT}{token}", 403, superior=404, **_KEEPS_NOTHING_THERE)
        for token in ("", "/{elsewhere}")
        for method in ("GET", "POST")
    ),
    anywhere(
        "POST",
        f"{_PLAN_IMPORT}/{{elsewhere}}/pembuangan",
        403,
        superior=404,
        **_KEEPS_NOTHING_THERE,
    ),
    anywhere("GET", f"{_INDICATOR}", 404, administrator=403),
    anywhere("GET", f"{_INDICATOR}/isian/{{elsewhere}}/bukti", 404, administrator=403),
    *(
        anywhere(method, f"{_INDICATOR}/{form}", 403, superior=404, **_KEEPS_NOTHING_THERE)
        for form in ("tautan", "isian")
        for method in ("GET", "POST")
    ),
    *(
        anywhere("POST", f"{_INDICATOR}/{form}", 403, superior=404, **_KEEPS_NOTHING_THERE)
        for form in ("pengakhiran", "isian/{elsewhere}/penarikan")
    ),
    anywhere("GET", "/kerja-sama/baru", 403, superior=200, **_ASKED_TO_KEEP),
    anywhere("POST", "/kerja-sama/baru", 403, superior=422, **_SENT_TO_KEEP),
    *(
        anywhere(
            method, f"/kerja-sama/{{elsewhere}}/{form}", 403, superior=404, **_KEEPS_NOTHING_THERE
        )
        for form in ("naskah", "ketentuan", "rencana", "perpanjangan", "tahapan", "langkah/{move}")
        for method in ("GET", "POST")
    ),
    anywhere("GET", "/kerja-sama/pertukaran", 403, **dict.fromkeys(_EXCHANGES, 200)),
    *(
        anywhere("GET", f"/kerja-sama/{{elsewhere}}/{page}", 404, administrator=403)
        for page in (
            *("pertukaran", "pertukaran/{elsewhere}", "pertukaran/{elsewhere}/{move}"),
            *("satgas", "satgas/{elsewhere}", "satgas/{elsewhere}/piket"),
        )
    ),
    anywhere(
        "POST", "/kerja-sama/{elsewhere}/pertukaran/{elsewhere}/{move}", 404, administrator=403
    ),
    *(
        anywhere(method, f"/kerja-sama/{{elsewhere}}/{form}", 403, **_NO_EXCHANGE_THERE)
        for form in (
            *("pertukaran/baru/{move}", "satgas/baru", "satgas/{elsewhere}/anggota"),
            *("satgas/{elsewhere}/anggota/{elsewhere}/akhir", "satgas/{elsewhere}/akhir"),
            "satgas/{elsewhere}/piket/baru",
        )
        for method in ("GET", "POST")
    ),
    anywhere(
        "POST",
        "/kerja-sama/{elsewhere}/satgas/{elsewhere}/piket/{elsewhere}/pembatalan",
        403,
        **_NO_EXCHANGE_THERE,
    ),
    # What is kept under an agreement, and what the text says of letters.
    *(
        anywhere("GET", f"/kerja-sama/{{elsewhere}}/{page}", 404, administrator=403)
        for page in ("catatan", "surat", "konten", "dokumen/{elsewhere}")
    ),
    *(
        anywhere(
            method, f"/kerja-sama/{{elsewhere}}/{form}", 403, superior=404, **_KEEPS_NOTHING_THERE
        )
        for form in (
            *("korespondensi", "tugas", "konten/baru"),
            *("catatan/{move}", "catatan/{elsewhere}/{move}"),
        )
        for method in ("GET", "POST")
    ),
    # The law is read by everybody who is signed in, administrators too.
    anywhere("GET", "/referensi", 200),
    anywhere("GET", "/referensi/aturan", 200),
    anywhere("GET", "/referensi/aturan/{elsewhere}", 404),
    anywhere("GET", "/referensi/kalender", 200),
    anywhere("GET", "/referensi/pelanggaran", 200),
    anywhere("GET", "/referensi/pelanggaran/{elsewhere}", 404),
    anywhere("GET", "/referensi/sanksi", 200),
    anywhere("GET", "/referensi/jam-layanan", 200),
    anywhere("GET", "/referensi/peraturan", 200),
    anywhere("GET", "/referensi/peraturan/{elsewhere}", 404),
    anywhere("GET", "/referensi/kutipan", 200),
    # The law is changed by the administrator of Bawaslu alone, whose the draft is.
    anywhere("GET", "/administrasi", 403, administrator=200),
    anywhere("GET", "/administrasi/berkas", 403, administrator=200),
    anywhere("GET", "/api", 200, stranger=200),
    anywhere("GET", "/api/openapi.json", 200, stranger=200),
    anywhere("GET", "/pengelolaan/token", 403, administrator=200),
    anywhere("POST", "/pengelolaan/token", 403, administrator=422),
    anywhere("POST", "/pengelolaan/token/{elsewhere}/akhiri", 403, administrator=404),
    anywhere("GET", "/administrasi/layanan", 403, administrator=200),
    anywhere("POST", "/administrasi/layanan", 403, administrator=303),
    anywhere("POST", "/administrasi/layanan/piket", 403, administrator=422),
    anywhere("POST", "/administrasi/layanan/piket/{elsewhere}/hapus", 403, administrator=404),
    # Webhooks are kept by the administrator of each office.
    anywhere("GET", "/pengelolaan/webhook", 403, administrator=200),
    anywhere("GET", "/pengelolaan/webhook/baru", 403, administrator=200),
    anywhere("POST", "/pengelolaan/webhook/baru", 403, administrator=422),
    anywhere("GET", "/pengelolaan/webhook/{elsewhere}", 403, administrator=404),
    *(
        anywhere("POST", f"/pengelolaan/webhook/{{elsewhere}}/{act}", 403, administrator=404)
        for act in (
            *("rahasia", "jeda", "lanjutan", "percobaan", "lewatan", "akhir"),
            "kiriman/{elsewhere}/ulang",
        )
    ),
    # So are partners; of a case it is said by who follows it up.
    anywhere("GET", "/pengelolaan/mitra", 403, administrator=200),
    anywhere("GET", "/pengelolaan/mitra/baru", 403, administrator=200),
    anywhere("POST", "/pengelolaan/mitra/baru", 403, administrator=422),
    anywhere("GET", "/pengelolaan/mitra/{elsewhere}", 403, administrator=404),
    anywhere("GET", "/pengelolaan/mitra/{elsewhere}/token", 403, administrator=404),
    *(
        anywhere("POST", f"/pengelolaan/mitra/{{elsewhere}}/{act}", 403, administrator=404)
        for act in (
            *("token", "jeda", "lanjutan", "percobaan", "akhir", "paket/{elsewhere}/ulang"),
            *("langkah/{elsewhere}/ulang", "langkah/{elsewhere}/selesai"),
        )
    ),
    on_case("POST", "/perkara/{case}/mitra/{elsewhere}"),
    anywhere("GET", "/administrasi/hukum", 403, administrator=200),
    anywhere("GET", "/administrasi/hukum/edisi/{edition}", 403, administrator=200),
    anywhere("GET", "/administrasi/hukum/kalender", 403, administrator=200),
    anywhere("GET", "/administrasi/hukum/kalender/{year}/muat", 403, administrator=404),
    anywhere("POST", "/administrasi/hukum/kalender/{year}/muat", 403, administrator=404),
    anywhere("GET", "/administrasi/hukum/kalender/{year}/pasti", 403, administrator=200),
    anywhere("POST", "/administrasi/hukum/kalender/{year}/pasti", 403, administrator=422),
    anywhere("GET", "/administrasi/hukum/hari-libur", 403, administrator=200),
    anywhere("POST", "/administrasi/hukum/hari-libur", 403, administrator=422),
    anywhere("GET", "/administrasi/hukum/hari-libur/{holiday}/cabut", 403, administrator=200),
    anywhere("POST", "/administrasi/hukum/hari-libur/{holiday}/cabut", 403, administrator=422),
    anywhere("GET", "/administrasi/hukum/aturan", 403, administrator=200),
    anywhere("GET", "/administrasi/hukum/aturan/{rule}/versi-baru", 403, administrator=200),
    anywhere("POST", "/administrasi/hukum/aturan/{rule}/versi-baru", 403, administrator=422),
    anywhere("GET", "/administrasi/hukum/jam-layanan", 403, administrator=200),
    anywhere("POST", "/administrasi/hukum/jam-layanan", 403, administrator=422),
    anywhere("GET", "/administrasi/hukum/impor", 403, administrator=200),
    anywhere("POST", "/administrasi/hukum/impor", 403, administrator=422),
    anywhere("GET", "/administrasi/hukum/ekspor.json", 403, administrator=200),
    anywhere("GET", "/administrasi/hukum/usulan/{draft}", 403, administrator=200),
    anywhere("POST", "/administrasi/hukum/usulan/{draft}", 403, administrator=422),
    # Static archives: a hand-over that the owner prepares, still without a case.
    anywhere("GET", "/perkara/arsip", 200, **_NO_ARCHIVE),
    anywhere("GET", "/perkara/arsip/baru", 200, **_KEEPS_NO_ARCHIVE),
    anywhere("POST", "/perkara/arsip/baru", 422, **_KEEPS_NO_ARCHIVE),
    anywhere("GET", "/perkara/arsip/{archive}", 200, **_NO_ARCHIVE, outsider=404),
    *(
        anywhere("GET", f"/perkara/arsip/{{archive}}/{file}", 404, **_NO_ARCHIVE)
        for file in ("berita-acara.pdf", "pindaian")
    ),
    anywhere(
        "GET",
        "/perkara/arsip/{archive}/bundel/{elsewhere}",
        404,
        **_NO_ARCHIVE,
        superior=403,
    ),
    *(
        anywhere(
            method, f"/perkara/arsip/{{archive}}/{form}", status, **_KEEPS_NO_ARCHIVE, outsider=404
        )
        for form in ("perkara", "penyerahan", "pindaian/baru")
        for method, status in (("GET", 200), ("POST", 422))
    ),
    anywhere(
        "POST",
        "/perkara/arsip/{archive}/perkara/{elsewhere}/keluarkan",
        303,
        **_KEEPS_NO_ARCHIVE,
        superior=403,
        outsider=404,
    ),
    # One case.
    on_case(
        *("GET", "/perkara/{case}"),
        investigator=200,
        commissioner=200,
        supervisor=200,
        auditor=200,
        publisher=from_decision(200),
        secretary=200,
        superior=200,
        liaison=handed_over(200),
        asked=handed_over(200),
    ),
    # What the person at the desk took home: part of the intake, which receivers never see.
    on_case(
        *("GET", "/perkara/{case}/tanda-terima"),
        investigator=200,
        commissioner=200,
        supervisor=until_registered(200, 403),
        auditor=200,
        publisher=from_decision(403),
        secretary=403,
        superior=200,
    ),
    on_case(
        *("GET", "/perkara/{case}/tanda-terima.pdf"),
        investigator=200,
        commissioner=200,
        supervisor=until_registered(200, 403),
        auditor=200,
        publisher=from_decision(403),
        secretary=403,
        superior=200,
    ),
    # The report of a supervision: these cases are reports, which have none.
    on_case("GET", "/perkara/{case}/formulir-a.pdf"),
    # Messages with whoever holds the code: part of the intake, and of the owner alone.
    on_case(
        *("GET", "/perkara/{case}/pesan"),
        investigator=200,
        commissioner=200,
        supervisor=until_registered(200, 403),
        auditor=200,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    on_case(
        *("POST", "/perkara/{case}/pesan"),
        investigator=422,
        commissioner=422,
        supervisor=until_registered(422, 403),
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    # The identities of the vault: closed to everybody until two people have opened them. Who is not
    # told of requests for them finds nothing at all.
    on_case(
        *("GET", "/perkara/{case}/identitas"),
        investigator=403,
        commissioner=403,
        auditor=403,
    ),
    # Erased by a commissioner.
    *form(
        "/perkara/{case}/identitas/penghapusan",
        investigator=403,
        commissioner=200,
        auditor=403,
    ),
    # The move that leads on from each phase: the investigator's, but for the decision of the
    # plenary and the reopening of a closed case, which are the commissioner's; both may forward.
    *form(
        "/perkara/{case}/langkah/{handling}/{move}",
        investigator=(200, 200, 200, 200, 403, 200, 200, 403),
        commissioner=(403, 403, 403, 403, 200, 200, 403, 200),
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
    ),
    *form(
        "/perkara/{case}/fakta/{handling}/{fact}",
        investigator=200,
        commissioner=403,
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
    ),
    # A letter of Bawaslu in draft, for who writes it.
    on_case(
        *("GET", "/perkara/{case}/proses/{handling}/surat/{letter_draft}"),
        investigator=200,
        commissioner=200,
    ),
    # Who examines, of a follow-up: here there is none, and to Bawaslu there never is.
    *nowhere("/perkara/{case}/proses/{accepted}/pemeriksa"),
    Row(
        method="POST",
        path="/perkara/{case}/proses/{accepted}/pemeriksa/{elsewhere}/pengakhiran",
        answers=dict.fromkeys(OFFICERS, 404),
        about=False,
    ),
    # The receipt of the report, an event of the handling.
    *form(
        "/perkara/{case}/koreksi/{event}",
        investigator=200,
        commissioner=200,
        supervisor=until_registered(403),
        auditor=403,
        superior=403,
    ),
    # Proposed by the investigator, so that somebody else agrees.
    on_case(
        *("POST", "/perkara/{case}/koreksi/{proposal}/persetujuan"),
        investigator=403,
        commissioner=422,
        supervisor=until_registered(403),
        auditor=403,
        superior=403,
    ),
    # The deadline of the preliminary study, met before the registration: then there is nothing to
    # extend. It has no extension at all, which the page says, and it does not stand still.
    *_on_the_first_deadline("perpanjangan"),
    *_on_the_first_deadline("jeda"),
    *_on_the_first_deadline("lanjut"),
    # A thread elsewhere is opened by hand, by whoever handles the case.
    *form(
        "/perkara/{case}/proses/{thread}/{opening}",
        investigator=200,
        commissioner=200,
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    # A letter by which somebody was handed over: read by both its ends and above, kept by the
    # office that wrote it.
    on_case(
        *("GET", "/perkara/{case}/surat/{letter}"),
        investigator=handed_over(200),
        commissioner=handed_over(200),
        auditor=handed_over(200),
        superior=handed_over(200),
        liaison=handed_over(200),
    ),
    *form(
        "/perkara/{case}/surat/{letter}/{keeping}",
        investigator=handed_over(200),
        commissioner=handed_over(200),
        auditor=handed_over(403),
        superior=handed_over(403),
        liaison=handed_over(403),
    ),
    # What other systems say of a respondent: read with the hand-overs, written by who works there.
    on_case(
        *("GET", "/perkara/{case}/terlapor/{respondent}/sistem-lain"),
        investigator=200,
        commissioner=200,
        auditor=200,
        superior=200,
        liaison=handed_over(200),
    ),
    on_case(
        *("POST", "/perkara/{case}/terlapor/{respondent}/sistem-lain"),
        investigator=422,
        commissioner=403,
        auditor=403,
        superior=403,
        liaison=handed_over(422),
    ),
    # The preliminary study is read by who handles the case and by the office above; one officer
    # of the owner writes it. The clarification likewise.
    on_case("GET", "/perkara/{case}/kajian-awal", investigator=200, **_SEES_HANDLING),
    on_case("POST", "/perkara/{case}/kajian-awal", investigator=422, **_READS_HANDLING),
    on_case(
        "POST",
        "/perkara/{case}/kajian-awal/penyelesaian",
        investigator=422,
        **_READS_HANDLING,
    ),
    *form("/perkara/{case}/kajian-awal/pemberitahuan", investigator=200, **_READS_HANDLING),
    on_case("GET", "/perkara/{case}/klarifikasi", investigator=200, **_SEES_HANDLING),
    *form("/perkara/{case}/klarifikasi/orang", investigator=200, **_READS_HANDLING),
    *_heard("/orang/{elsewhere}/undangan"),
    on_case(
        "GET",
        "/perkara/{case}/klarifikasi/sesi/{elsewhere}",
        **{**_READS_HANDLING, **dict.fromkeys(("commissioner", "auditor", "superior"), 404)},
    ),
    on_case(
        "POST",
        "/perkara/{case}/klarifikasi/sesi/{elsewhere}/jawaban",
        **{**_READS_HANDLING, "investigator": 404},
    ),
    *_heard("/sesi/{elsewhere}/jawaban/{elsewhere}"),
    *_heard("/sesi/{elsewhere}/penutupan"),
    *_heard("/sesi/{elsewhere}/penerimaan"),
    *_heard("/sesi/{elsewhere}/ketidakhadiran"),
    *_heard("/sesi/{elsewhere}/pembatalan"),
    *_heard("/sesi/{elsewhere}/rekaman"),
    # Whoever handles the case attaches papers to it.
    # A respondent as a person; the whole number is opened by who may, with a purpose.
    on_case(
        *("GET", "/perkara/{case}/terlapor/{respondent}/riwayat"),
        investigator=200,
        commissioner=200,
        auditor=200,
        superior=200,
        liaison=handed_over(200),
    ),
    on_case(
        *("POST", "/perkara/{case}/terlapor/{respondent}/nip"),
        investigator=422,
        commissioner=422,
        auditor=403,
        superior=403,
        liaison=handed_over(422),
    ),
    # The study: written and read by the owner's staff; an auditor reads it but in the plenary.
    on_case(
        *("GET", "/perkara/{case}/kajian"),
        investigator=200,
        commissioner=200,
        auditor=_NO_DRAFTS_IN_THE_PLENARY,
    ),
    on_case("GET", "/perkara/{case}/kajian/versi/{elsewhere}"),
    on_case(
        *("GET", "/perkara/{case}/kajian/ubah"),
        investigator=_while_drafted(200),
        commissioner=403,
        auditor=_WRITES_NO_DRAFTS,
    ),
    *(
        on_case(
            *("POST", f"/perkara/{{case}}/kajian/{act}"),
            investigator=_while_drafted(422),
            commissioner=403,
            auditor=_WRITES_NO_DRAFTS,
        )
        for act in ("ubah", "pengajuan")
    ),
    *(
        on_case(
            *("POST", f"/perkara/{{case}}/kajian/{act}"),
            investigator=_while_drafted(status),
            commissioner=_while_drafted(status),
            auditor=_WRITES_NO_DRAFTS,
        )
        for act, status in (
            ("catatan", 422),
            ("pembacaan", 422),
            ("catatan/{elsewhere}/penyelesaian", 404),
        )
    ),
    *form(
        "/perkara/{case}/dokumen",
        investigator=200,
        commissioner=200,
        supervisor=200,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    # The case as one file: for who reads any paper of it; what is in it follows what they see.
    *form(
        "/perkara/{case}/bundel",
        investigator=200,
        commissioner=200,
        supervisor=until_registered(200, 403),
        auditor=200,
        publisher=from_decision(403),
        secretary=403,
        superior=200,
        liaison=handed_over(200),
        asked=handed_over(200),
    ),
    # Official papers: read as letters are, issued by who investigates or decides.
    on_case("GET", "/perkara/{case}/naskah", **_SEES_PAPERS),
    *form("/perkara/{case}/naskah/baru/{official_form}", **_ISSUES),
    *(
        on_case("GET", f"/perkara/{{case}}/naskah/{{official}}{file}", **_READS_PAPERS)
        for file in ("", "/berkas/{official_file}")
    ),
    on_case("POST", "/perkara/{case}/naskah/{official}/pindaian", **_SCANS),
    # The evidence of a case: there is a list for whoever sees evidence, and none of it here yet.
    # Who uses which piece is tested beside its pages.
    on_case(
        *("GET", "/perkara/{case}/bukti"),
        investigator=200,
        commissioner=200,
        supervisor=until_registered(200),
        auditor=200,
        superior=200,
        liaison=handed_over(200),
    ),
    *(
        on_case("GET", f"/perkara/{{case}}/bukti/{{elsewhere}}{part}")
        for part in ("", "/kecil", "/gambar", "/salinan.jpg", "/media", "/berkas")
    ),
    *(
        row
        for part in ("penjagaan", "unduhan", "salinan", "pemutaran", "keterangan")
        for row in form(f"/perkara/{{case}}/bukti/{{elsewhere}}/{part}")
    ),
    *form(
        "/perkara/{case}/bukti/unggah",
        investigator=200,
        commissioner=200,
        supervisor=200,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    on_case(
        *("POST", "/perkara/{case}/bukti/berkas"),
        investigator=422,
        commissioner=422,
        supervisor=422,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    on_case("GET", "/perkara/{case}/bukti/berkas/{elsewhere}"),
    on_case("POST", "/perkara/{case}/bukti/berkas/{elsewhere}"),
    on_case("POST", "/perkara/{case}/bukti/berkas/{elsewhere}/penghapusan"),
    # What was handed over to the first receiver: for those who follow hand-overs. It is inside the
    # system, so that whoever keeps the letters of the sender makes nothing of it for outside.
    on_case(
        *("GET", "/perkara/{case}/berkas/{package}"),
        investigator=handed_over(200),
        commissioner=handed_over(200),
        auditor=handed_over(200),
        publisher=handed_over(200),
        secretary=handed_over(200),
        superior=handed_over(200),
        liaison=handed_over(200),
    ),
    *(
        on_case(
            *("POST", f"/perkara/{{case}}/berkas/{{package}}/{made}"),
            investigator=handed_over(409),
            commissioner=handed_over(409),
            auditor=handed_over(403),
            publisher=handed_over(403),
            secretary=handed_over(403),
            superior=handed_over(403),
            liaison=handed_over(403),
        )
        for made in ("segel", "segel.zip", "tanda-terima", "tanda-terima.pdf")
    ),
    # The register of addresses is read by those of Bawaslu who watch, and by the office above.
    anywhere("GET", "/alamat", 403, outsider=200, **dict.fromkeys(_SEES_ADDRESSES, 200)),
    anywhere("GET", "/alamat/baru", 403, outsider=200, **dict.fromkeys(_KEEPS_THE_REGISTER, 200)),
    anywhere("POST", "/alamat/baru", 403, outsider=422, **dict.fromkeys(_KEEPS_THE_REGISTER, 422)),
    anywhere(
        "GET",
        "/alamat/{web_address}",
        403,
        **dict.fromkeys(_SEES_ADDRESSES, 200),
        outsider=404,
    ),
    anywhere(
        "GET",
        "/alamat/{web_address}/tangkapan/{elsewhere}/{keeping}",
        403,
        **dict.fromkeys((*_SEES_ADDRESSES, "outsider"), 404),
    ),
    anywhere(
        "POST",
        "/alamat/{web_address}/tangkapan",
        403,
        **dict.fromkeys(_KEEPS_THE_REGISTER, 409),
        outsider=404,
    ),
    *(
        anywhere(
            method,
            f"/alamat/{{web_address}}/{step}",
            403,
            **dict.fromkeys(_KEEPS_THE_REGISTER, status),
            outsider=404,
        )
        for step in ("rujukan", "turun", "perkara")
        for method, status in (("GET", 200), ("POST", 422))
    ),
    # Pages are captured for a case by whoever attaches papers to it.
    *form(
        "/perkara/{case}/tangkapan",
        investigator=200,
        commissioner=200,
        supervisor=200,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    on_case(
        *("GET", "/perkara/{case}/tangkapan/{elsewhere}/{keeping}"),
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    # The preliminary study: there from registration on, and in the package of a hand-over. While
    # the plenary sits it is for those who handle the case.
    on_case(
        *("GET", "/perkara/{case}/dokumen/{document}"),
        investigator=_ONCE_WRITTEN,
        commissioner=_ONCE_WRITTEN,
        auditor=_NOT_WHILE_THE_PLENARY_SITS,
        superior=_NOT_WHILE_THE_PLENARY_SITS,
        liaison=handed_over(200),
        asked=handed_over(200),
    ),
    *form(
        "/perkara/{case}/terlapor",
        investigator=200,
        commissioner=403,
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    # The first respondent, who was handed over to one of the two receivers.
    *form(
        "/perkara/{case}/terlapor/{respondent}",
        investigator=200,
        commissioner=403,
        supervisor=until_registered(403),
        auditor=403,
        superior=403,
        liaison=handed_over(403),
    ),
    on_case(
        *("POST", "/perkara/{case}/terlapor/{respondent}/pencarian"),
        investigator=422,
        commissioner=403,
        supervisor=until_registered(403),
        auditor=403,
        superior=403,
        liaison=handed_over(403),
    ),
    *form(
        "/perkara/{case}/pengecualian/pencabutan",
        investigator=403,
        commissioner=200,
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=200,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    *form(
        "/perkara/{case}/pengecualian",
        investigator=200,
        commissioner=200,
        supervisor=200,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=200,
        liaison=handed_over(403),
        asked=handed_over(403),
    ),
    # Cases are compared, merged and split by the investigator; no merger is there to be undone.
    on_case("GET", "/perkara/{case}/kemiripan", investigator=200, **_LOOKS_AT_THE_CASE),
    *form("/perkara/{case}/penggabungan", investigator=200, **_LOOKS_AT_THE_CASE),
    *form("/perkara/{case}/penggabungan/pembatalan", **_LOOKS_AT_THE_CASE),
    *form("/perkara/{case}/pemisahan", investigator=200, **_LOOKS_AT_THE_CASE),
    # The demo and development alone: here there is neither.
    anywhere("POST", "/demo/orang", 404, stranger=404),
)

VARIANTS: Final = (
    # The referral of the first respondent, accepted by its receiver: the other one's is not theirs.
    *form(
        "/perkara/{case}/langkah/{accepted}/start_verification",
        investigator=handed_over(200),
        commissioner=handed_over(403),
        auditor=handed_over(403),
        publisher=handed_over(403),
        secretary=handed_over(403),
        superior=handed_over(403),
        liaison=handed_over(200),
    ),
    # The referral of the second respondent, not accepted yet: accepting it is a move.
    *form(
        "/perkara/{case}/langkah/{waiting}/receive",
        investigator=handed_over(200),
        commissioner=handed_over(403),
        auditor=handed_over(403),
        publisher=handed_over(403),
        secretary=handed_over(403),
        superior=handed_over(403),
        asked=handed_over(200),
    ),
    # The deadline of the referral that was accepted: its receiver pauses it, the other does not.
    *form(
        "/perkara/{case}/tenggat/{verification}/jeda",
        investigator=handed_over(200),
        commissioner=handed_over(200),
        auditor=handed_over(403),
        secretary=handed_over(403),
        superior=handed_over(403),
        liaison=handed_over(200),
    ),
    # A fact about a referral is its receiver's as well.
    *form(
        "/perkara/{case}/fakta/{accepted}/letter_received",
        investigator=handed_over(200),
        commissioner=handed_over(403),
        auditor=handed_over(403),
        publisher=handed_over(403),
        secretary=handed_over(403),
        superior=handed_over(403),
        liaison=handed_over(200),
    ),
    # A move and a fact that are mostly out of place: the reason is for those whose they are.
    *form(
        "/perkara/{case}/langkah/{handling}/register",
        investigator=200,
        commissioner=403,
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
    ),
    *form(
        "/perkara/{case}/fakta/{handling}/second_invitation",
        investigator=200,
        commissioner=403,
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
    ),
    # The one move of the office above, and a fact that the field knows.
    *form(
        "/perkara/{case}/langkah/{handling}/take_over",
        investigator=403,
        commissioner=403,
        supervisor=403,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=200,
    ),
    *form(
        "/perkara/{case}/fakta/{handling}/known",
        investigator=200,
        commissioner=403,
        supervisor=200,
        auditor=403,
        publisher=from_decision(403),
        secretary=403,
        superior=403,
    ),
    # The list of evidence travels with a hand-over, and is opened by who accepted it.
    on_case(
        *("GET", "/perkara/{case}/dokumen/{evidence}"),
        investigator=handed_over(200),
        commissioner=handed_over(200),
        auditor=handed_over(200),
        superior=handed_over(200),
        liaison=handed_over(200),
    ),
    # That a letter arrived is said by whoever got it as well.
    *form(
        "/perkara/{case}/surat/{letter}/penerimaan",
        investigator=handed_over(200),
        commissioner=handed_over(200),
        auditor=handed_over(403),
        superior=handed_over(403),
        liaison=handed_over(200),
    ),
    anywhere("GET", "/referensi/aturan/pemilu.handle_max", 200),
    anywhere("GET", "/referensi/pelanggaran/skb2022.D8", 200),
    anywhere("GET", "/referensi/peraturan/pp-53-2010", 200),
    # What is not there answers like what must not be seen.
    *nowhere("/perkara/{case}/proses/referral/send"),
    *nowhere("/perkara/999999/langkah/{handling}/{move}"),
    *nowhere("/perkara/999999/terlapor"),
    *nowhere("/perkara/{case}/langkah/{elsewhere}/{move}"),
    *nowhere("/perkara/{case}/langkah/{handling}/nonsense"),
    *nowhere("/perkara/{case}/fakta/{elsewhere}/{fact}"),
    *nowhere("/perkara/{case}/fakta/{handling}/nonsense"),
    *nowhere("/perkara/{case}/koreksi/999999"),
    *nowhere("/perkara/{case}/tenggat/999999/jeda"),
    *nowhere("/perkara/{case}/terlapor/999999"),
)
"""Further visits to routes that have a row: the same route, another thing."""

DEMO_ONLY: Final = frozenset({"/styleguide"})
"""Where nothing is served outside the demo, so that these routes are not there to be walked."""
