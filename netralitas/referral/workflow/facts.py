"""The dated facts of `referral` that change no state; they may arrive in any order."""

from typing import Final

from netralitas.referral.workflow import bases
from netralitas.referral.workflow.states import OPEN
from netralitas.workflow.domain import Ask, FactDeclaration
from netralitas.workflow.posts import INVESTIGATOR, LIAISON

FACTS: Final = (
    FactDeclaration(
        code="referral_received",
        label="Tanggal terima yang baru diketahui",
        done="Penerusan ternyata sudah diterima instansi berwenang.",
        by=(INVESTIGATOR, LIAISON),
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_IN,),
    ),
    FactDeclaration(
        code="foreign_number_recorded",
        label="Nomor di instansi lain",
        done="Nomor perkara di instansi lain dicatat.",
        by=(INVESTIGATOR, LIAISON),
        basis=bases.SBT,
        asks=(Ask.FOREIGN_NUMBER,),
    ),
    FactDeclaration(
        code="clarification_asked",
        label="Permintaan klarifikasi kepada Bawaslu",
        done="Instansi berwenang meminta klarifikasi kepada Bawaslu.",
        by=(INVESTIGATOR, LIAISON),
        basis=bases.AUTHORITY,
        asks=(Ask.LETTER_IN,),
    ),
    FactDeclaration(
        code="clarification_answered",
        label="Jawaban klarifikasi Bawaslu",
        done="Bawaslu menjawab permintaan klarifikasi.",
        by=(INVESTIGATOR,),
        basis=bases.AUTHORITY,
        asks=(Ask.LETTER_OUT,),
    ),
    FactDeclaration(
        code="follow_up_asked",
        label="Permintaan keterangan tindak lanjut",
        done="Bawaslu meminta keterangan tindak lanjut.",
        by=(INVESTIGATOR,),
        basis=bases.FOLLOW_UP,
        asks=(Ask.LETTER_OUT,),
    ),
    FactDeclaration(
        code="letter_came_back",
        label="Surat kembali",
        done="Surat penerusan kembali karena tidak sampai.",
        by=(INVESTIGATOR,),
        basis=bases.PRACTICE,
        when=OPEN,
    ),
    FactDeclaration(
        code="further_recommendation",
        label="Rekomendasi lanjutan",
        done="Instansi berwenang memberi rekomendasi lanjutan untuk temuan yang sama.",
        by=(INVESTIGATOR, LIAISON),
        basis=bases.AUTHORITY,
        asks=(Ask.RECOMMENDED, Ask.LETTER_IN),
        when=frozenset({"recommended"}),
    ),
    FactDeclaration(
        code="letter_received",
        label="Surat diterima",
        done="Surat diterima.",
        by=(INVESTIGATOR, LIAISON),
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_IN,),
    ),
)

FACTS_V3: Final = (
    *FACTS,
    FactDeclaration(
        code="lists_differ",
        label="Daftar nama instansi penerima berbeda",
        done="Terlapor tidak ada pada daftar instansi penerima, atau daftarnya berbeda.",
        by=(INVESTIGATOR, LIAISON),
        basis=bases.PRACTICE,
        asks=(Ask.REASON,),
    ),
)
"""Of one list it is known that it names others than Bawaslu's (domain.md 5.6): said, not hidden."""
