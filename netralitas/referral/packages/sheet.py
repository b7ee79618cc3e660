"""The sheet by which a receiver outside confirms: one page, no personal data."""

from collections.abc import Mapping

import segno

from netralitas.referral.packages import words
from netralitas.referral.packages.domain import Package
from netralitas.referral.packages.door import ADDRESS
from netralitas.referral.packages.manifests import letter_line, read_manifest

TEMPLATE = "acknowledgement"


def sheet(package: Package, code: str, site: str) -> Mapping[str, object]:
    """Return what the template is filled with; `site` is where the public site is reached.

    The subject of the letter is left out: it may name somebody.
    """
    manifest = read_manifest(package.manifest)
    address = f"{site}{ADDRESS}"
    return {
        "title": words.SHEET_TITLE,
        "office": manifest.sender,
        "letterhead": [],
        "footer": words.SHEET_TITLE,
        "code": code,
        "address": address,
        "qr": qr(f"{address}#{code}"),
        "facts": [
            [words.SENDER, manifest.sender],
            [words.RECEIVER, manifest.receiver],
            [words.LETTER, letter_line(manifest)],
            ["Jumlah berkas", str(len(manifest.papers))],
        ],
        "digest": package.digest,
        "steps": list(words.SHEET_STEPS),
        "signatures": [{"label": "Diterima oleh, tanggal, tanda tangan dan cap", "name": ""}],
    }


def qr(address: str) -> str:
    """Return a QR code of an address as SVG: what stands behind its "#" no server ever sees."""
    return segno.make_qr(address, error="m").svg_inline(
        scale=4, border=4, dark="#000", light="#fff"
    )
