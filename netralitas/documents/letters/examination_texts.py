"""Texts of an examination: its team, its minutes, an absence, the report of what was found."""

from netralitas.documents.letters.known import BLANK, Block, Known
from netralitas.documents.letters.phrases import about, referred, signed
from netralitas.documents.letters.sheets import Text
from netralitas.language import gettext as _


def team(known: Known) -> Text:
    """Return the draft of the decree that forms the team, with the members that are known."""
    members = tuple(f"{name}, {position}, {part}" for name, position, part in known.team)
    blanks = (
        _("{blank}, atasan langsung, ketua").format(blank=BLANK),
        _("{blank}, unsur pengawasan, anggota").format(blank=BLANK),
        _("{blank}, unsur kepegawaian, sekretaris").format(blank=BLANK),
    )
    return Text(
        subject=_("Pembentukan tim pemeriksa"),
        letter=False,
        body=(
            Block(heading=_("Menimbang"), text=(referred(known),)),
            about(known, _("bahwa untuk memeriksa pegawai berikut dibentuk tim pemeriksa:")),
            Block(heading=_("Memutuskan"), text=(_("Tim pemeriksa terdiri atas:"),)),
            Block(items=members or blanks),
            Block(
                text=(
                    _(
                        "Tim pemeriksa wajib dibentuk bila ancamannya hukuman disiplin berat."
                        " Anggotanya tidak berjabatan lebih rendah daripada yang diperiksa."
                    ),
                    _("Tim melaporkan hasilnya kepada pejabat yang berwenang menghukum."),
                )
            ),
        ),
        signatures=signed(_("Pejabat Pembina Kepegawaian atau pejabat yang ditunjuk")),
    )


def minutes(known: Known) -> Text:
    """Return the format of the minutes of an examination: questions and answers to be filled in."""
    lines = tuple(
        _("Pertanyaan: {blank} Jawaban: {blank}").format(blank=BLANK) for _number in range(5)
    )
    opening = _(
        "Pada hari ini, {day}, kami yang bertanda tangan di bawah ini telah memeriksa secara"
        " tertutup:"
    )
    return Text(
        subject=_("Pemeriksaan"),
        letter=False,
        body=(
            about(known, opening.format(day=known.meeting)),
            Block(text=(_("karena dugaan pelanggaran netralitas ASN berupa:"), BLANK)),
            Block(heading=_("Pertanyaan dan jawaban"), items=lines),
            Block(
                text=(
                    _(
                        "Berita acara ini dibacakan dan ditandatangani. Bila yang diperiksa tidak"
                        " bersedia menandatangani, hal itu dicatat di sini: {blank}"
                    ).format(blank=BLANK),
                    _("Isi berita acara ini rahasia."),
                )
            ),
        ),
        signatures=signed(_("Yang diperiksa"), _("Pemeriksa")),
    )


def absence(known: Known) -> Text:
    """Return the minutes that somebody who was summoned did not come."""
    called = [str(letter) for letter in known.summonses] or [BLANK]
    missed = _("tidak hadir pada hari pemeriksaan, {day}, tanpa atau dengan alasan: {blank}")
    return Text(
        subject=_("Ketidakhadiran"),
        letter=False,
        body=(
            about(known, _("Yang bertanda tangan di bawah ini menerangkan bahwa:")),
            Block(text=(_("telah dipanggil dengan:"),), items=tuple(called)),
            Block(text=(missed.format(day=known.on("missed_exam"), blank=BLANK),)),
        ),
        signatures=signed(_("Pemeriksa"), _("Saksi")),
    )


def report(known: Known) -> Text:
    """Return the report on the examination to the official who decides."""
    return Text(
        subject=_("Laporan hasil pemeriksaan"),
        to=(_("Kepada Yth."), _("Pejabat yang berwenang menghukum"), BLANK),
        body=(
            Block(heading=_("1. Dasar"), text=(referred(known),)),
            Block(
                heading=_("2. Yang diperiksa"),
                text=(_("Diperiksa tanggal {day}.").format(day=known.on("examined")),),
                pairs=about(known, "").pairs,
            ),
            Block(heading=_("3. Hasil pemeriksaan"), text=(BLANK,)),
            Block(heading=_("4. Hal yang memberatkan dan meringankan"), text=(BLANK,)),
            Block(
                heading=_("5. Kesimpulan dan saran"),
                text=(
                    _("Terbukti atau tidak terbukti melanggar: {blank}").format(blank=BLANK),
                    _("Yang direkomendasikan instansi pengawas ASN: {said}.").format(
                        said=known.recommended or BLANK
                    ),
                    _("Saran hukuman menurut tim: {blank}").format(blank=BLANK),
                ),
            ),
        ),
        signatures=signed(_("Ketua tim pemeriksa atau atasan langsung")),
    )
