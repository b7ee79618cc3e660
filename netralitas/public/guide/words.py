"""The words of the public guide around the items, which the catalogue says itself.

What is said of the law beside them comes from `domain.md` 3.1 and 3.5, with its article and how
sure it is. Nothing here adds an act to those of the catalogue, or takes one away.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from netralitas.language import phrase, say
from netralitas.law.domain import Certainty
from netralitas.law.spoken import said
from netralitas.law.violations import Conflict, Phase

TITLES: Final = {
    Phase.BEFORE_CANDIDACY: (
        "sebelum-penetapan",
        phrase("Tidak boleh: sebelum calon ditetapkan"),
    ),
    Phase.CANDIDACY: ("sesudah-penetapan", phrase("Tidak boleh: sesudah calon ditetapkan")),
    Phase.AROUND_CAMPAIGN: (
        "masa-kampanye",
        phrase("Tidak boleh: sebelum, selama, dan sesudah kampanye"),
    ),
    Phase.ANY_TIME: ("kapan-pun", phrase("Tidak boleh: kapan pun")),
    Phase.UNSAID: ("bentuk-lain", phrase("Yang tidak disebut di sini")),
}
"""Where the items of a phase stand on the page, and under which heading."""

LEADS: Final = {
    Phase.UNSAID: phrase(
        "Tidak disebut di halaman ini tidak berarti boleh: butir berikut menampung bentuk"
        " keberpihakan lain."
    ),
}

_LEAVE: Final = "tanpa cuti di luar tanggungan negara"


class Selection(NamedTuple):
    """Items shown once more: where, under which heading, with which word.

    They are chosen by words of the act or of the person, so that another edition chooses its own.
    `certainty` is of the word, None where it says no more than the catalogue.
    """

    code: str
    title: str
    lead: str
    said: tuple[str, ...]
    certainty: Certainty | None = None

    def fits(self, act: str, person: str | None) -> bool:
        """Say whether an item is one of these."""
        text = f"{act} {person or ''}".lower()
        return any(words in text for words in self.said)


SELECTIONS: Final = (
    Selection(
        "boleh-dengan-cuti",
        phrase("Boleh hanya dengan cuti di luar tanggungan negara"),
        phrase(
            "Katalog melarang perbuatan berikut bila dilakukan tanpa cuti di luar tanggungan"
            " negara. Bahwa perbuatan itu boleh dengan cuti tersebut disimpulkan dari bunyi"
            " butirnya. Katalog tidak memuat daftar lain tentang yang boleh."
        ),
        (_LEAVE,),
        Certainty.I,
    ),
    Selection(
        "suami-istri",
        phrase("Bila calonnya suami atau istri Anda"),
        phrase(
            "Butir ini menyebut suami atau istri. Butir lainnya tidak menyebut pengecualian bagi"
            " suami atau istri calon."
        ),
        ("suami atau istri",),
    ),
    Selection(
        "pejabat",
        phrase("Bila Anda memimpin atau mengambil keputusan"),
        phrase(
            "Semua butir berlaku juga bagi pejabat. Yang berikut paling dekat dengan pekerjaannya:"
            " keputusan, dan kegiatan bagi ASN di unit kerjanya."
        ),
        ("membuat keputusan", "di unit kerjanya"),
        Certainty.I,
    ),
)


class LawSaid(NamedTuple):
    """What the law says, the article, and how sure it is."""

    sentence: str
    article: str
    certainty: Certainty


DUTIES: Final = (
    LawSaid(
        phrase("Pegawai ASN bebas dari pengaruh dan intervensi semua golongan dan partai politik."),
        "UU 20/2023 Pasal 9 ayat (2)",
        Certainty.S,
    ),
    LawSaid(
        phrase("Pegawai ASN wajib menjaga netralitas."),
        "UU 20/2023 Pasal 24 ayat (1) huruf d",
        Certainty.S,
    ),
)

CONTRACT: Final = (
    LawSaid(
        phrase(
            "Disiplin PPPK ditetapkan Pejabat Pembina Kepegawaian. Tata caranya mengikuti disiplin"
            " PNS; selama aturannya belum ada, yang dipakai perjanjian kerja."
        ),
        "PP 49/2018 Pasal 52",
        Certainty.S,
    ),
    LawSaid(
        phrase("Sanksi dalam keputusan bersama dinyatakan berlaku juga bagi PPPK."),
        phrase("Keterangan BKN; pasalnya tidak ditemukan"),
        Certainty.S,
    ),
    LawSaid(
        phrase("Netralitas pegawai non-ASN (honorer atau kontrak) diatur tersendiri."),
        "SE MenPANRB 1/2023",
        Certainty.S,
    ),
)

FIRST: Final = (("kewajiban", phrase("Mengapa harus netral")),)
LAST: Final = (
    ("pppk", phrase("PPPK dan pegawai non-ASN")),
    ("akibat", phrase("Apa akibatnya")),
    ("sumber-berbeda", phrase("Yang disebut berbeda oleh sumber")),
    ("asal", phrase("Dari mana daftar ini")),
)
"""What stands before and after the items, by its place on the page."""

WHOLE: Final = phrase("Seluruh daftar")
NO_ARTICLE: Final = phrase("Pasal yang berlaku sekarang tidak ditemukan.")


def dispute(conflict: Conflict) -> str:
    """Return what sources say differently as a sentence."""
    return say(
        "tentang {about}, ada sumber yang menyebut {said}; di sini dipakai {taken}. {why}",
        about=said(conflict.about),
        said=said(conflict.said),
        taken=said(conflict.taken),
        why=said(conflict.why),
    )


def listed(codes: Sequence[str]) -> str:
    """Return codes of items as a sentence has them: "Butir D9 dan D10"."""
    *others, last = codes
    if not others:
        return say("Butir {code}", code=last)
    return say("Butir {several} dan {last}", several=", ".join(others), last=last)
