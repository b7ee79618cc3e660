"""Which forms keep something under an agreement: their words, and what is chosen from lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.agreements.domain import RecordKind
from netralitas.agreements.forms import addendum, content, keeping, letters
from netralitas.agreements.paper import Paper
from netralitas.agreements.routes.sheet import Layout
from netralitas.refusals import NotVisible
from netralitas.web.forms import Form

_RECORDS: Final = "/catatan"
_LETTERS: Final = "/surat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One sort of thing to keep: its form, how it looks, and about which kind of record it is.

    `parties` are the fields in which parties are picked.
    """

    form: type[Form]
    layout: Layout
    about: RecordKind | None = None
    parties: tuple[str, ...] = ()

    def choices(self, paper: Paper) -> dict[str, list[tuple[str, str]]]:
        """Return the parties of a paper to pick, by their places."""
        options = [
            (str(place), f"{party.called.capitalize()}: {party.name}")
            for place, party in enumerate(paper.parties, start=1)
        ]
        return dict.fromkeys(self.parties, options) if self.parties else {}


def _layout(title: str, lead: str, back: str = _RECORDS, *, uploads: bool = False) -> Layout:
    return Layout(title=title, lead=lead, button=title, name="", back=back, uploads=uploads)


SORTS: Final[Mapping[str, Sort]] = {
    "adendum": Sort(
        form=addendum.AddendumForm,
        layout=_layout(
            "Catat adendum",
            "Adendum mengubah pasal kerja sama induknya dan berlaku setelah semua pihak"
            " menandatanganinya. Bunyi semula tetap ditampilkan di samping bunyi baru.",
        ),
        parties=("signed",),
    ),
    "pejabat": Sort(
        form=keeping.OfficialForm,
        layout=_layout(
            "Catat pergantian pejabat",
            "Tanggalnya adalah hari pejabat mulai menjabat. Kerja sama tetap berlaku.",
        ),
        parties=("party",),
    ),
    "paraf": Sort(
        form=keeping.InitialsForm,
        layout=_layout("Catat paraf", "Siapa yang memaraf halaman mana, dan kapan."),
        parties=("party",),
    ),
    "dokumen": Sort(
        form=keeping.DocumentForm,
        layout=_layout(
            "Tambah dokumen",
            "Berkas dibaca para pihak dan tidak dapat diganti setelah disimpan.",
            uploads=True,
        ),
    ),
    "penafsiran": Sort(
        form=keeping.QuestionForm,
        layout=_layout(
            "Catat perbedaan",
            "Perbedaan penafsiran atau perselisihan diselesaikan para pihak dengan musyawarah.",
        ),
    ),
    "pertemuan": Sort(
        form=keeping.TalkForm,
        layout=_layout("Catat pertemuan", "Hari musyawarah dan hasilnya."),
        about=RecordKind.QUESTION,
    ),
    "penyelesaian": Sort(
        form=keeping.SettlementForm,
        layout=_layout("Catat penyelesaian", "Apa yang disepakati para pihak, dan kapan."),
        about=RecordKind.QUESTION,
        parties=("agreed",),
    ),
    "alamat": Sort(
        form=letters.AddressForm,
        layout=_layout(
            "Catat alamat",
            "Alamat untuk surat di bawah kerja sama ini. Perubahan diberitahukan lebih dahulu"
            " bila naskah mengaturnya.",
            _LETTERS,
        ),
        parties=("party",),
    ),
    "surat": Sort(
        form=letters.LetterForm,
        layout=_layout(
            "Catat surat",
            "Hanya surat di bawah kerja sama ini. Hari diterimanya dihitung menurut naskah.",
            _LETTERS,
        ),
        parties=("sender", "receiver"),
    ),
    "langkah": Sort(
        form=content.PageStepForm,
        layout=_layout(
            "Catat langkah",
            "Siapa melakukan apa atas halaman ini, pada hari apa, atau paling lambat kapan.",
            "/konten",
        ),
        about=RecordKind.PAGE,
        parties=("party",),
    ),
    "bukti": Sort(
        form=letters.ReceiptForm,
        layout=_layout(
            "Catat bukti penerimaan", "Satu bukti setiap kali, dengan harinya.", _LETTERS
        ),
        about=RecordKind.LETTER,
    ),
}
"""The sorts, by the word in their address."""


def sort_of(word: str, *, about: bool) -> Sort:
    """Return the sort of a word, about another record or not; NotVisible for any other."""
    found = SORTS.get(word)
    if found is None or (found.about is not None) is not about:
        raise NotVisible
    return found
