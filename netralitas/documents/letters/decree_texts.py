"""Texts of the decree and of its delivery."""

from netralitas.documents.letters.known import BLANK, Block, Known, plain
from netralitas.documents.letters.phrases import about, referred, signed
from netralitas.documents.letters.sheets import Text
from netralitas.language import gettext as _


def decree(known: Known) -> Text:
    """Return the draft of the decree; the kind stays open until somebody chooses it."""
    imposed = known.imposed
    kind = f"{imposed.label} ({imposed.article})" if imposed else BLANK
    held = about(known, _("Menjatuhkan hukuman disiplin kepada:"))
    return Text(
        subject=_("Hukuman disiplin"),
        letter=False,
        body=(
            Block(
                heading=_("Menimbang"),
                text=(
                    referred(known),
                    _(
                        "bahwa menurut hasil pemeriksaan tanggal {day} yang bersangkutan: {blank}"
                    ).format(day=known.on("examined"), blank=BLANK),
                ),
            ),
            Block(heading=_("Memutuskan"), text=held.text, pairs=held.pairs),
            Block(
                items=(
                    _("berupa {kind};").format(kind=kind),
                    _("karena melanggar {blank};").format(blank=BLANK),
                    _(
                        "keputusan ini berlaku pada hari kerja ke-15 sejak diterima, kecuali"
                        " diajukan keberatan atau banding administratif;"
                    ),
                    _("keputusan ini disampaikan kepada yang bersangkutan."),
                )
            ),
        ),
        signatures=signed(_("Pejabat yang berwenang menghukum")),
        copies=(_("Badan Kepegawaian Negara"), _("Atasan langsung")),
    )


def receipt(known: Known) -> Text:
    """Return the receipt by which somebody takes their decree, or refuses to."""
    number = known.decree_number or BLANK
    return Text(
        subject=_("Tanda terima"),
        letter=False,
        body=(
            about(known, _("Pada hari ini, {day}, telah disampaikan kepada:").format(day=BLANK)),
            Block(
                pairs=(
                    (_("Surat keputusan nomor"), number),
                    (_("Ditetapkan tanggal"), plain(known.told.get("decree_fixed"))),
                    (_("Disampaikan dalam amplop tertutup"), _("ya / tidak")),
                    (_("Menolak menerima atau menandatangani"), _("ya / tidak, alasan:") + BLANK),
                )
            ),
            Block(
                text=(
                    _(
                        "Hari penerimaan menentukan hari berlakunya keputusan dan masa keberatan"
                        " atau banding administratif."
                    ),
                )
            ),
        ),
        signatures=signed(_("Yang menerima"), _("Yang menyampaikan"), _("Saksi")),
    )
