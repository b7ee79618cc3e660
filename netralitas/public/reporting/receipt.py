"""The receipt of a report, as a page and as a paper: the same facts, made again each time."""

from collections.abc import Mapping
from typing import Final

from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import OfficeShown, Service, receipt_digest
from netralitas.language import phrase
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.public.reporting import words
from netralitas.public.reporting.dates import due_after
from netralitas.public.reporting.file_words import on_receipt
from netralitas.public.reporting.holder import Holder
from netralitas.public.reporting.offices import served
from netralitas.public.reporting.pages import Counted, FileLine, ReceiptPage
from netralitas.public.reporting.sending import Report, SentFile

TITLE: Final = "Tanda terima"
_KINDS: Final = {
    Confidentiality.NAMED: phrase("Laporan dengan nama"),
    Confidentiality.CONFIDENTIAL: phrase("Laporan dengan nama dirahasiakan"),
    Confidentiality.ANONYMOUS: phrase("Informasi awal tanpa nama"),
}
_STEPS: Final = {
    True: (
        phrase("Petugas membaca dan mencatat informasi Anda pada jam pelayanan."),
        phrase(
            "Informasi ditelusuri. Bila cukup, hasilnya diajukan sebagai temuan; bila tidak,"
            " penelusuran dihentikan dengan alasan."
        ),
        phrase("Anda tidak menjadi pihak. Statusnya dapat dilihat dengan kode Anda."),
    ),
    False: (
        phrase("Petugas membaca dan mencatat laporan Anda pada jam pelayanan."),
        phrase(
            "Kajian awal memeriksa apakah laporan lengkap. Bila ada yang kurang, Anda diberi tahu"
            " dan dapat melengkapinya; lihat pesannya dengan kode Anda."
        ),
        phrase("Laporan yang lengkap diregistrasi dan ditangani, dan hasilnya diberitahukan."),
    ),
}
_DIGEST: Final = (
    "Sidik digital tanda terima ini dihitung dengan SHA-256 dari nomor, kantor, waktu (UTC), jenis,"
    " dan sidik setiap berkas. Dengan sidik ini kelak dapat diperiksa bahwa laporan Anda tercatat"
    " dan berkasnya tidak berubah."
)


def receipt_page(
    report: Report, holder: Holder, office: OfficeShown | None, book: RuleBook
) -> ReceiptPage:
    """Return the receipt of a report; `office` None when it has closed its door since."""
    zone = Zone(office.zone) if office else Zone.WIB
    name = office.name if office else "Bawaslu"
    due = due_after(report.confidentiality, report.regime, report.sent_at, book, zone)
    return ReceiptPage(
        number=report.number,
        code=holder.code,
        office=name,
        sent=law_words.moment(report.sent_at, zone),
        sent_at=report.sent_at,
        kind=str(_KINDS[report.confidentiality]),
        files=tuple(_line(place, file) for place, file in enumerate(report.files, 1)),
        dates=(due,) if due else (),
        steps=tuple(map(str, _STEPS[report.confidentiality is Confidentiality.ANONYMOUS])),
        service=served(office.service) if office else Service(),
        digest=receipt_digest(
            report.number,
            name,
            report.sent_at,
            report.confidentiality,
            tuple(file.sha256 for file in report.files),
        ),
    )


def paper(page: ReceiptPage) -> Mapping[str, object]:
    """Return what the template of the paper is filled with: in Indonesian, as `page` has to be."""
    return {
        "title": TITLE,
        "office": page.office,
        "letterhead": [page.service.address] if page.service.address else [],
        "footer": f"{TITLE} {page.number}",
        "number": page.number,
        "code": page.code,
        "facts": [["Dikirim", page.sent], ["Jenis", page.kind]],
        "files": [{"title": file.title, "digest": file.digest} for file in page.files],
        "dates": [
            {"sentence": _whole(each), "source": each.source, "doubt": each.doubt}
            for each in page.dates
        ],
        "counted": str(words.FROM_SENDING),
        "steps": list(page.steps),
        "service": [text for text in (page.service.hours, page.service.standard) if text],
        "digest": page.digest,
        "about_digest": _DIGEST,
    }


def _line(place: int, file: SentFile) -> FileLine:
    title = on_receipt(place, file.media_type, file.size)
    return FileLine(title=title, digest=file.sha256.hex())


def _whole(date: Counted) -> str:
    return f"{date.rule}: {date.sentence}" if date.rule else date.sentence
