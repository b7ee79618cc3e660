"""Texts of Bawaslu: what became of a recommendation, and the letter that goes with a hand-over."""

from netralitas.documents.letters.known import BLANK, Block, Known, KnownPerson, plain
from netralitas.documents.letters.phrases import signed
from netralitas.documents.letters.sheets import Text
from netralitas.language import gettext as _


def reminder(known: Known) -> Text:
    """Return the letter that asks what became of a recommendation."""
    sent = _("Sehubungan dengan {letter}, yang disampaikan tanggal {day}, terhadap:").format(
        letter=known.recommendation, day=plain(known.told.get("handed_on"))
    )
    return Text(
        subject=_("Permintaan keterangan tindak lanjut"),
        to=(_("Kepada Yth."), known.addressee or BLANK),
        body=(
            Block(text=(sent,), items=_people(known)),
            Block(
                text=(
                    _(
                        "Bawaslu mengawasi pelaksanaan tindak lanjut rekomendasi oleh instansi yang"
                        " berwenang. Sampai surat ini dibuat kami belum menerima keterangan tentang"
                        " hasilnya."
                    ),
                    _("Mohon keterangan tertulis tentang:"),
                ),
                items=(
                    _("langkah yang sudah dilakukan dan tanggalnya;"),
                    _("keputusan yang dijatuhkan, bila sudah ada, dengan nomor dan tanggalnya;"),
                    _("kendala, dan perkiraan waktu penyelesaiannya."),
                ),
            ),
            Block(text=(_("Mohon jawaban kami terima paling lambat {day}.").format(day=BLANK),)),
        ),
        signatures=signed(_("Ketua")),
        copies=(_("Badan Kepegawaian Negara"),),
    )


def covering(known: Known) -> Text:
    """Return the covering letter of a hand-over; nobody who reported is in it."""
    opening = _(
        "Bersama ini kami teruskan dugaan pelanggaran netralitas yang kami tangani dengan nomor"
        " {number}, berdasarkan kajian dan rapat pleno, terhadap:"
    )
    return Text(
        subject=_("Penerusan dugaan pelanggaran netralitas"),
        to=(_("Kepada Yth."), known.addressee or BLANK),
        body=(
            Block(text=(opening.format(number=known.case_number or BLANK),), items=_people(known)),
            Block(
                text=(_("Kami sertakan:"),),
                items=(_("kajian;"), _("daftar bukti;"), _("{blank}.").format(blank=BLANK)),
            ),
            Block(
                text=(
                    _(
                        "Identitas pelapor, pemberi informasi, dan saksi tidak disertakan karena"
                        " dilindungi."
                    ),
                    _("Mohon tanda terima, dan jawaban paling lambat {day}.").format(day=BLANK),
                )
            ),
        ),
        signatures=signed(_("Ketua")),
    )


def _people(known: Known) -> tuple[str, ...]:
    return tuple(map(_person, known.people)) or (BLANK,)


def _person(person: KnownPerson) -> str:
    told = [person.name or BLANK, person.employment, person.position, person.unit]
    return ", ".join(part for part in told if part)
