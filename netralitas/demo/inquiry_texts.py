"""What the demo's investigators write: judgements, answers, studies, letters. All invented."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from netralitas.documents.official.commands import Block
from netralitas.documents.official.commands import Content as PaperContent
from netralitas.investigation.preliminary.domain import (
    Answer,
    Handled,
    Handler,
    Item,
    Judgement,
    Result,
    Study,
    Suspicion,
)
from netralitas.investigation.study.domain import Conclusion, Content, Element, Finding

_MET: Final = Judgement.MET

COMPLETE: Final = Study(
    answers={
        Item.REPORTER_ENTITLED: Answer(
            judgement=_MET, reason="Pelapor adalah pemilih di kabupaten ini."
        ),
        Item.REPORTER_IDENTITY: Answer(judgement=_MET),
        Item.RESPONDENT: Answer(
            judgement=_MET, reason="Nama, jabatan, dan unit kerja terlapor disebut lengkap."
        ),
        Item.IN_TIME: Answer(
            judgement=_MET,
            reason="Dilaporkan sehari setelah peristiwa diketahui, jadi belum lewat waktu.",
        ),
        Item.TIME_PLACE: Answer(
            judgement=_MET, reason="Tanggal, jam, dan tempat kejadian disebut."
        ),
        Item.DESCRIPTION: Answer(
            judgement=_MET, reason="Uraian menyebut perbuatan, cara, dan siapa yang melihat."
        ),
    },
    result=Result.COMPLETE,
    suspicion=Suspicion.OTHER_LAW,
    handler=Handler.HERE,
    handled=Handled.NO,
    conclusion=(
        "Syarat formal dan materiel terpenuhi. Dugaan yang perlu didalami adalah netralitas ASN;"
        " laporan diregistrasi dan dilanjutkan dengan klarifikasi."
    ),
)
"""A study that finds nothing lacking."""

INCOMPLETE: Final = replace(
    COMPLETE,
    answers={
        **COMPLETE.answers,
        Item.RESPONDENT: Answer(
            judgement=Judgement.UNMET,
            reason="Nama tim pemenangan yang disebut belum disertai surat penunjukannya.",
        ),
        Item.DESCRIPTION: Answer(
            judgement=Judgement.UNMET,
            reason="Belum diuraikan kapan dan di mana terlapor bertindak sebagai pengurus.",
        ),
    },
    result=Result.INCOMPLETE,
    conclusion="Dua syarat belum terpenuhi. Pelapor diberi tahu apa yang perlu dilengkapi.",
)
"""A study of a report that has to be completed."""

BEGUN: Final = Study(
    answers={
        Item.REPORTER_ENTITLED: COMPLETE.answers[Item.REPORTER_ENTITLED],
        Item.RESPONDENT: Answer(
            judgement=_MET, reason="Terlapor disebut dengan nama sekolah tempatnya bertugas."
        ),
    },
    conclusion="Konsep: waktu unggahan masih dicocokkan dengan tangkapan layar.",
)
"""A study that somebody goes on with."""

OF_THE_REPORTER: Final[Mapping[str, str]] = {
    "Apakah Anda melihat sendiri peristiwanya?": "Ya, saya berdiri di seberang jalan.",
    "Apa yang Anda lihat?": "Amplop dibagikan dari meja depan kantor kelurahan, sekitar pukul 16.",
    "Apakah ada orang lain yang melihat?": "Ada beberapa tetangga. Saya serahkan foto dari ponsel.",
}
OF_THE_TEACHER: Final[Mapping[str, str]] = {
    "Apakah Anda membuat unggahan itu?": "Ya, dari telepon saya sendiri, pada jam istirahat.",
    "Apakah Anda tahu bahwa pegawai dilarang berpihak?": "Saya tahu dari surat edaran dinas.",
    "Mengapa unggahan itu dihapus?": "Karena diingatkan oleh kepala sekolah keesokan harinya.",
}

_ARTICLE: Final = "UU 20/2023 Pasal 9 ayat (2)"
FIRST: Final = Content(
    facts=(
        "Terlapor terlihat dalam rapat tim pemenangan pada hari kerja.\n"
        "Pengawas lapangan mencatat peristiwanya dan mengambil foto dari luar pagar."
    ),
    elements=(
        Element(
            article=_ARTICLE,
            element="Pegawai ASN",
            analysis="Terpenuhi untuk terlapor pertama menurut daftar pegawai dinas.",
        ),
    ),
)
"""The first version of a study: facts, one element."""

ELEMENTS: Final = (
    *FIRST.elements,
    Element(
        article=_ARTICLE,
        element="Bebas dari pengaruh dan intervensi golongan dan partai politik",
        analysis="Tidak dipenuhi: terlapor memakai atribut bakal calon dan ikut menyusun acara.",
    ),
)
REASON: Final = "Semua unsur terpenuhi menurut foto, keterangan, dan daftar hadir."


def whole(
    respondents: tuple[int, ...],
    first: Content = FIRST,
    evidence: tuple[int, ...] = (),
    facts: str = "",
) -> Content:
    """Return a whole study, which finds of every respondent that they broke another law."""
    return replace(
        first,
        facts=facts or first.facts,
        evidence=evidence,
        evidence_said="Bukti saling menguatkan: tempat, hari, dan orangnya sama.",
        elements=ELEMENTS,
        citations=("UU 20/2023",),
        conclusions=tuple(
            Conclusion(respondent=each, findings=(Finding.OTHER_LAW,), reason=REASON)
            for each in respondents
        ),
    )


def forwarding(number: str) -> PaperContent:
    """Return the letter by which a case of this number is forwarded to BKN."""
    return PaperContent(
        subject="Penerusan dugaan pelanggaran netralitas",
        to=("Kepada Yth.", "Kepala Badan Kepegawaian Negara", "di Jakarta"),
        body=(
            Block(
                text=(
                    f"Kami teruskan dugaan pelanggaran netralitas nomor {number} dengan lampiran:",
                ),
                items=("Kajian dugaan pelanggaran", "Berita acara rapat pleno", "Daftar bukti"),
            ),
            Block(text=("Identitas pelapor dan saksi dilindungi, jadi tidak disertakan.",)),
        ),
        copies=("Ketua Bawaslu Provinsi", "Arsip"),
    )


NOT_REGISTERED: Final = "syarat materiel tidak terpenuhi: tidak ada bukti atau saksi."


def not_registered(number: str) -> PaperContent:
    """Return the notice that a report of this number was not registered."""
    return PaperContent(
        subject="Pemberitahuan status laporan",
        to=("Kepada Yth.", "Pelapor", f"laporan nomor {number}"),
        body=(
            Block(
                text=(
                    f"Laporan Saudara nomor {number} tidak diregistrasi.",
                    f"Alasan: {NOT_REGISTERED}",
                    "Saudara dapat menyampaikan laporan baru apabila ada bukti lain.",
                )
            ),
        ),
    )
