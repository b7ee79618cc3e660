"""The dated facts of `handling` that change no state; they may arrive in any order."""

from typing import Final

from netralitas.investigation.workflow import bases
from netralitas.investigation.workflow.states import (
    AFTER_REGISTRATION,
    OUTCOMES,
    UNDER_HANDLING,
)
from netralitas.workflow.domain import Ask, FactDeclaration
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR, SUPERVISOR

FACTS: Final = (
    FactDeclaration(
        code="act",
        label="Tanggal kejadian",
        done="Dugaan pelanggaran terjadi.",
        by=(INVESTIGATOR, SUPERVISOR),
        basis=bases.REPORTING,
    ),
    FactDeclaration(
        code="known",
        label="Tanggal diketahui",
        done="Dugaan pelanggaran diketahui.",
        by=(INVESTIGATOR, SUPERVISOR),
        basis=bases.REPORTING,
    ),
    FactDeclaration(
        code="reported_at_origin",
        label="Laporan diterima di Bawaslu asal",
        done="Laporan diterima di Bawaslu asal.",
        by=(INVESTIGATOR,),
        basis=bases.LEVELS,
    ),
    FactDeclaration(
        code="registered_at_origin",
        label="Diregistrasi di Bawaslu asal",
        done="Perkara diregistrasi di Bawaslu asal.",
        by=(INVESTIGATOR,),
        basis=bases.LEVELS,
    ),
    FactDeclaration(
        code="respondent_added",
        label="Terlapor ditambahkan",
        done="Terlapor ditambahkan ke dalam perkara.",
        by=(INVESTIGATOR,),
        basis=bases.PRACTICE,
    ),
    FactDeclaration(
        code="withdrawal_after_registration",
        label="Pencabutan laporan setelah registrasi",
        done="Pelapor mencabut laporan setelah registrasi; penanganan tetap berjalan.",
        by=(INVESTIGATOR,),
        basis=bases.LATE_WITHDRAWAL,
        asks=(Ask.LETTER_IN,),
        when=AFTER_REGISTRATION,
    ),
    FactDeclaration(
        code="second_invitation",
        label="Undangan klarifikasi kedua",
        done="Undangan klarifikasi kedua disampaikan.",
        by=(INVESTIGATOR,),
        basis=bases.INVITATION,
        asks=(Ask.LETTER_OUT,),
        when=frozenset({"clarification"}),
    ),
    FactDeclaration(
        code="no_show",
        label="Yang diundang tidak hadir",
        done="Yang diundang tidak hadir dalam klarifikasi.",
        by=(INVESTIGATOR,),
        basis=bases.NO_SHOW,
        when=frozenset({"clarification"}),
    ),
    FactDeclaration(
        code="session_held",
        label="Klarifikasi dilaksanakan",
        done="Klarifikasi dilaksanakan dan dituangkan dalam berita acara.",
        by=(INVESTIGATOR,),
        basis=bases.SESSION,
        asks=(Ask.MINUTES,),
        when=frozenset({"clarification"}),
    ),
    FactDeclaration(
        code="handling_extended",
        label="Diperlukan keterangan tambahan",
        done="Penanganan diperpanjang karena diperlukan keterangan tambahan.",
        by=(INVESTIGATOR, COMMISSIONER),
        basis=bases.EXTENSION,
        asks=(Ask.REASON,),
        when=UNDER_HANDLING,
    ),
    FactDeclaration(
        code="parallel_violation",
        label="Rapat pleno juga menemukan dugaan pelanggaran jenis lain",
        done="Rapat pleno juga menemukan dugaan pelanggaran jenis lain.",
        by=(COMMISSIONER,),
        basis=bases.OUTCOME,
        asks=(Ask.MINUTES,),
        when=OUTCOMES,
    ),
    FactDeclaration(
        code="authority_asked",
        label="Permintaan klarifikasi dari instansi pengawas ASN",
        done="Instansi pengawas ASN meminta klarifikasi.",
        by=(INVESTIGATOR,),
        basis=bases.NEUTRALITY,
        asks=(Ask.LETTER_IN,),
    ),
    FactDeclaration(
        code="authority_answered",
        label="Jawaban kepada instansi pengawas ASN",
        done="Permintaan klarifikasi instansi pengawas ASN dijawab.",
        by=(INVESTIGATOR,),
        basis=bases.NEUTRALITY,
        asks=(Ask.LETTER_OUT,),
    ),
    FactDeclaration(
        code="letter_received",
        label="Surat diterima",
        done="Surat diterima.",
        by=(INVESTIGATOR,),
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_IN,),
    ),
    FactDeclaration(
        code="letter_sent",
        label="Surat dikirim",
        done="Surat dikirim.",
        by=(INVESTIGATOR,),
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_OUT,),
    ),
)
