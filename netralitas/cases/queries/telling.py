"""The words for a reporter, ready to be said on the telephone or copied into a message.

They name nobody, and no number to send them to: whose number it is stands in the vault.
"""

from typing import Final
from urllib.parse import urlencode

import msgspec

from netralitas.cases.domain import NumberKind
from netralitas.cases.queries.acts import Act
from netralitas.cases.queries.outlook import Outlook
from netralitas.workflow.domain import Ask

_SENTENCES: Final = {
    "notify_completeness": "laporan ini belum lengkap dan perlu Anda lengkapi.",
    "notify_status": "laporan ini tidak diregistrasi. Alasannya ada dalam surat status laporan.",
    "announce_status": "penanganannya selesai. Hasilnya ada dalam pemberitahuan status.",
}
_FURTHER: Final = (
    "Keterangan selengkapnya: datang ke kantor kami, atau buka halaman Cek status di situs kami"
    " dengan kode pada tanda terima Anda. Kami tidak pernah meminta kode itu."
)


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """The text, and an address that opens it in WhatsApp, where the officer picks the receiver."""

    text: str
    link: str


def telling_of(act: Act, ahead: Outlook) -> Telling | None:
    """Return what to tell the reporter with this move; None where nobody is told anything."""
    said = _SENTENCES.get(act.code)
    if said is None or Ask.TOLD_BY not in act.asked:
        return None
    file = act.view.file
    numbers = [n.printed for n in file.numbers if n.kind == NumberKind.RECEIPT]
    number = f" nomor tanda terima {numbers[0]}" if numbers else ""
    until = f" {' '.join(ahead.starts)}" if act.code == "notify_completeness" else ""
    text = f"{file.organisation(file.owner)} tentang laporan{number}: {said}{until} {_FURTHER}"
    return Telling(text=text, link=f"https://wa.me/?{urlencode({'text': text})}")
