"""The kinds of sanction in the language of the page; the follow-up has Indonesian alone."""

from typing import Final

from netralitas.language import phrase, say

KINDS: Final[dict[str, str]] = {
    label: label
    for label in (
        phrase("Sanksi moral: pernyataan tertutup"),
        phrase("Sanksi moral: pernyataan terbuka"),
        phrase("Teguran lisan"),
        phrase("Teguran tertulis"),
        phrase("Pernyataan tidak puas secara tertulis"),
        phrase("Pemotongan tunjangan kinerja 25% selama 6 bulan"),
        phrase("Pemotongan tunjangan kinerja 25% selama 9 bulan"),
        phrase("Pemotongan tunjangan kinerja 25% selama 12 bulan"),
        phrase("Penundaan kenaikan gaji berkala selama 1 tahun"),
        phrase("Penundaan kenaikan pangkat selama 1 tahun"),
        phrase("Penurunan pangkat setingkat lebih rendah selama 1 tahun"),
        phrase("Penurunan jabatan setingkat lebih rendah selama 12 bulan"),
        phrase("Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan"),
        phrase("Pemberhentian dengan hormat tidak atas permintaan sendiri"),
        phrase("Pemberhentian tidak dengan hormat (bukan hukuman disiplin)"),
        phrase("Pemutusan perjanjian kerja dengan hormat tidak atas permintaan sendiri"),
        phrase("Pemutusan perjanjian kerja tidak dengan hormat"),
        phrase("Sanksi lain menurut perjanjian kerja"),
        phrase("Sanksi menurut kontrak atau ketentuan unit kerja"),
    )
}
"""Every label of the catalogue but that of no sanction."""

PERSONS: Final[dict[str, str]] = {
    listed: listed
    for listed in (
        phrase("PNS, CPNS"),
        phrase("PNS, CPNS, PPPK"),
        phrase("PPPK"),
        phrase(
            "Pegawai non-ASN (honorer atau kontrak), Kepala desa, Perangkat desa, TNI, Polri,"
            " Penyelenggara pemilu"
        ),
    )
}
"""Whom a sanction can meet, as the catalogue lists them."""


def kind(label: str, *, in_force: bool) -> str:
    """Return a kind as the guide names it; of one that waits for a regulation it says so."""
    said = str(KINDS.get(label, label))
    return said if in_force else say("{kind} (belum berlaku)", kind=said)


def persons(listed: str) -> str:
    """Return whom a sanction can meet, as the guide names them."""
    return str(PERSONS.get(listed, listed))
