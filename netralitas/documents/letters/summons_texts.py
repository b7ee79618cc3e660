"""Texts of summonses: to the superior, to an examination, to a session of the ethics council."""

from netralitas.documents.letters.known import BLANK, Block, Known, KnownLetter
from netralitas.documents.letters.phrases import about, addressed, referred, signed
from netralitas.documents.letters.sheets import Text
from netralitas.language import gettext as _


def to_superior(known: Known) -> Text:
    """Return the letter that tells the direct superior, who is the first to act."""
    return Text(
        subject=_("Dugaan pelanggaran disiplin oleh bawahan Saudara"),
        to=(_("Kepada Yth."), _("Atasan langsung terlapor"), known.person.unit or BLANK),
        body=(
            Block(text=(referred(known),)),
            about(known, _("Dugaan itu mengenai pegawai di bawah Saudara:")),
            Block(
                text=(
                    _(
                        "Atasan langsung yang mengetahui dugaan pelanggaran disiplin wajib"
                        " memanggil yang bersangkutan untuk diperiksa. Mohon Saudara memanggilnya"
                        " dan melaporkan hasilnya, atau menyampaikan bila tim pemeriksa diperlukan."
                    ),
                )
            ),
        ),
        signatures=signed(_("Kepala badan kepegawaian")),
    )


def first(known: Known) -> Text:
    """Return the first summons to an examination."""
    return _examination(known, _("Panggilan I"), ())


def second(known: Known) -> Text:
    """Return the second summons, after the day that was missed."""
    earlier = known.summonses[0] if known.summonses else KnownLetter(sender=known.office)
    missed = _("Saudara tidak hadir pada pemeriksaan tanggal {day} menurut {letter}.").format(
        day=known.on("missed_exam"), letter=earlier
    )
    absent = _(
        "Bila Saudara tidak hadir lagi, keputusan diambil berdasarkan bukti dan keterangan yang"
        " ada."
    )
    return _examination(known, _("Panggilan II"), (missed, absent))


def _examination(known: Known, subject: str, further: tuple[str, ...]) -> Text:
    asked = _("Bersama ini diminta dengan hormat kehadiran Saudara untuk diperiksa:")
    return Text(
        subject=subject,
        to=addressed(known.person),
        body=(
            *((Block(text=further[:1]),) if further else ()),
            about(known, asked),
            _meeting(known, _("Menghadap kepada")),
            Block(
                text=(
                    _(
                        "Saudara akan diperiksa dalam pemeriksaan tertutup mengenai dugaan"
                        " pelanggaran netralitas ASN. Pemeriksaan dapat dilakukan tatap muka atau"
                        " secara daring."
                    ),
                    *further[1:],
                )
            ),
        ),
        signatures=signed(_("Atasan langsung atau ketua tim pemeriksa")),
        copies=(_("Pejabat yang berwenang menghukum"),),
    )


def session(known: Known) -> Text:
    """Return the summons to a session of the ethics council."""
    return Text(
        subject=_("Panggilan sidang majelis kode etik"),
        to=addressed(known.person),
        body=(
            about(known, _("Majelis kode etik meminta kehadiran Saudara pada sidangnya:")),
            _meeting(known, _("Menghadap kepada majelis")),
            Block(
                text=(
                    _(
                        "Sidang memeriksa dugaan pelanggaran kode etik berupa keberpihakan dalam"
                        " pemilihan. Bila Saudara dua kali tidak hadir, majelis menilai berdasarkan"
                        " bukti yang ada."
                    ),
                )
            ),
        ),
        signatures=signed(_("Ketua majelis kode etik")),
    )


def _meeting(known: Known, before: str) -> Block:
    return Block(
        pairs=(
            (_("Hari, tanggal"), known.meeting),
            (_("Pukul"), BLANK),
            (_("Tempat"), BLANK),
            (before, BLANK),
        )
    )
