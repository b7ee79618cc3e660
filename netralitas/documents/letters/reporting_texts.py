"""Texts of reports: to the official at the beginning, to the authority and Bawaslu at the end."""

from netralitas.documents.letters.known import BLANK, Block, Known, plain
from netralitas.documents.letters.phrases import about, referred, signed
from netralitas.documents.letters.sheets import Text
from netralitas.language import gettext as _


def memorandum(known: Known) -> Text:
    """Return the memorandum that tells the official what came in, and proposes the way."""
    proposed = _("Yang direkomendasikan: {said}.").format(said=known.recommended or BLANK)
    return Text(
        subject=_("Rekomendasi instansi pengawas ASN"),
        to=(_("Kepada Yth."), _("Bupati melalui Sekretaris Daerah"), BLANK),
        body=(
            Block(text=(referred(known),)),
            about(known, _("Pegawai yang dimaksud:")),
            Block(text=(proposed,)),
            Block(
                heading=_("Usul tindak lanjut"),
                items=(
                    _("Memberi tahu atasan langsung, yang pertama memanggil."),
                    _(
                        "Jalur: disiplin / kode etik / pemberhentian / PPPK / lainnya: {blank}"
                    ).format(blank=BLANK),
                    _("Tenggat menurut surat: {blank}").format(blank=BLANK),
                ),
            ),
            Block(text=(_("Mohon arahan lebih lanjut."),)),
        ),
        signatures=signed(_("Kepala badan kepegawaian")),
    )


def outcome(known: Known) -> Text:
    """Return the report on the outcome: what was decided and when, nothing of the examination."""
    imposed = known.imposed
    return Text(
        subject=_("Laporan hasil tindak lanjut"),
        to=(
            _("Kepada Yth."),
            _("Kepala Badan Kepegawaian Negara"),
            _("Ketua {office}").format(office=known.bawaslu),
        ),
        body=(
            Block(text=(referred(known),)),
            about(known, _("Dengan hormat kami laporkan hasil tindak lanjut terhadap:")),
            Block(
                pairs=(
                    (_("Hasil"), imposed.label if imposed else BLANK),
                    (_("Surat keputusan"), known.decree_number or BLANK),
                    (_("Ditetapkan"), known.on("decree_fixed")),
                    (_("Diterima terlapor"), known.on("sk_received")),
                    (_("Berlaku"), known.on("in_force")),
                    (_("Masa hukuman sampai"), plain(known.term_until)),
                    (_("Dicatat dalam I'DIS"), known.on("recorded_idis")),
                )
            ),
            Block(text=(_("Berita acara pemeriksaan tidak disertakan karena rahasia."),)),
        ),
        signatures=signed(_("Pejabat Pembina Kepegawaian atau atas namanya")),
    )
