"""Which questions there are, in which order, and which comes next. Pure."""

from dataclasses import dataclass
from typing import Final

from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Answers
from netralitas.language import phrase
from netralitas.public import sections
from netralitas.public.reporting import forms

FILES: Final = "berkas"
KNOWN: Final = "diketahui"
PERSON: Final = "anda"
SUMMARY: Final = f"{sections.REPORT}/periksa"
RECEIPT: Final = f"{sections.REPORT}/tanda-terima"
RESUME: Final = f"{sections.REPORT}/lanjutkan"
WINDOW: Final = f"{sections.REPORT}/batas-waktu"
CODE: Final = f"{sections.REPORT}/kode"
LEAVE: Final = f"{sections.REPORT}/keluar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question: its word in the address, its title, what helps to answer it, and its form."""

    key: str
    title: str
    lead: str
    form: type[forms.Question] | None
    short: str
    may_skip: bool = False

    @property
    def href(self) -> str:
        """The address of its page."""
        return f"{sections.REPORT}/{self.key}"


QUESTIONS: Final = (
    Asked(
        key="nama",
        title=phrase("Bagaimana dengan nama Anda?"),
        lead=phrase(
            "Pilih cara yang membuat Anda tenang. Anda dapat mengubahnya sampai saat mengirim."
        ),
        form=forms.LevelForm,
        short=phrase("Nama Anda"),
    ),
    Asked(
        key="kejadian",
        title=phrase("Apa yang terjadi?"),
        lead=phrase(
            "Tidak perlu bahasa hukum. Yang Anda lihat atau dengar sendiri paling berguna."
        ),
        form=forms.StoryForm,
        short=phrase("Kejadian"),
    ),
    Asked(
        key="siapa",
        title=phrase("Siapa yang melakukannya?"),
        lead=phrase("Isi yang Anda tahu saja. Satu keterangan sudah cukup untuk mulai mencari."),
        form=forms.WhoForm,
        short=phrase("Orangnya"),
    ),
    Asked(
        key="pemilihan",
        title=phrase("Berkaitan dengan pemilihan apa?"),
        lead=phrase("Aturan dan batas waktunya berbeda. Bila ragu, pilih yang paling dekat."),
        form=forms.RegimeForm,
        short=phrase("Pemilihan{which}", which=""),  # any: the word alone is the regional one
    ),
    Asked(
        key="kapan",
        title=phrase("Kapan terjadinya?"),
        lead=phrase("Bila tidak tahu tepat, bulan atau tahunnya saja boleh."),
        form=forms.WhenForm,
        short=phrase("Waktu kejadian"),
    ),
    Asked(
        key=KNOWN,
        title=phrase("Kapan Anda mengetahuinya?"),
        lead=phrase(
            "Batas waktu melapor dihitung sejak hari Anda tahu, bukan sejak hari kejadian."
        ),
        form=forms.KnownForm,
        short=phrase("Anda tahu sejak"),
    ),
    Asked(
        key="tempat",
        title=phrase("Di mana terjadinya?"),
        lead=phrase("Daerahnya menentukan kantor Bawaslu mana yang membaca laporan Anda."),
        form=forms.WhereForm,
        short=phrase("Tempat"),
    ),
    Asked(
        key="tautan",
        title=phrase("Ada di internet?"),
        lead=phrase(
            "Bila kejadiannya ada di media sosial atau berita, tempel alamatnya di sini. Bila"
            " tidak ada, pilih Lanjut."
        ),
        form=forms.LinksForm,
        short=phrase("Alamat unggahan"),
        may_skip=True,
    ),
    Asked(
        key=FILES,
        title=phrase("Punya foto, rekaman, atau dokumen?"),
        lead=phrase(
            "Kirim satu per satu. Yang sudah sampai tetap tersimpan walaupun sambungan terputus."
            " Bila tidak ada, pilih Lanjut."
        ),
        form=None,
        short=phrase("Berkas"),
        may_skip=True,
    ),
    Asked(
        key="saksi",
        title=phrase("Ada orang lain yang melihat?"),
        lead=phrase(
            "Nama saksi disegel bersama laporan Anda dan disimpan terpisah. Tulis hanya bila"
            " orangnya bersedia. Bila tidak ada, pilih Lanjut."
        ),
        form=forms.WitnessForm,
        short=phrase("Saksi"),
        may_skip=True,
    ),
    Asked(
        key=PERSON,
        title=phrase("Nama dan alamat Anda"),
        lead=phrase(
            "Laporan resmi memerlukan nama dan alamat Anda. Bila tidak ingin menyebutkannya,"
            " kembalilah ke pertanyaan pertama dan pilih Tanpa nama."
        ),
        form=forms.ReporterForm,
        short=phrase("Tentang Anda"),
    ),
)
BY_KEY: Final = {question.key: question for question in QUESTIONS}


def asked_of(answers: Answers) -> tuple[Asked, ...]:
    """Return the questions for this report: without a name, none about the person."""
    unnamed = answers.level is Confidentiality.ANONYMOUS
    return tuple(each for each in QUESTIONS if not (unnamed and each.key == PERSON))


def open_ones(answers: Answers) -> tuple[Asked, ...]:
    """Return the questions that are still to be answered, in order."""
    return tuple(each for each in asked_of(answers) if not _answered(each, answers))


def next_address(answers: Answers) -> str:
    """Return where to go on: the first open question, or the summary."""
    remaining = open_ones(answers)
    return remaining[0].href if remaining else SUMMARY


def before(key: str, answers: Answers) -> str:
    """Return where "back" leads from a question."""
    asked = asked_of(answers)
    place = [each.key for each in asked].index(key) if BY_KEY[key] in asked else 0
    return asked[place - 1].href if place else sections.REPORT


def _answered(question: Asked, answers: Answers) -> bool:
    if question.key == PERSON and answers.reporter is None:
        return False
    return question.key in answers.done
