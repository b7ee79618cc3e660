"""Which pages the public site has, by address, and the frame around them."""

from typing import Final

from netralitas.language import LANGUAGES, SOURCE, addresses, heard, local, locale, phrase
from netralitas.web.frame import Frame, Section, Tongue, within

HOME: Final = "/"
OUTCOMES: Final = "/hasil"
FIGURES: Final = "/angka"
REPORT: Final = "/lapor"
STATUS: Final = "/cek-status"
ABOUT: Final = "/tentang"
SERVICE: Final = "/layanan"
COMPLAIN: Final = "/layanan/pengaduan"
PRIVACY: Final = "/tentang/privasi"
ACCESSIBILITY: Final = "/tentang/aksesibilitas"
CALCULATOR: Final = "/kalkulator-tenggat"
AGENDA: Final = "/agenda"
LIBRARY: Final = "/materi"
GUIDE: Final = "/panduan"
ACKNOWLEDGE: Final = "/terima-berkas"
VERIFY: Final = "/verifikasi"
ATTEND: Final = "/hadir"
LOG: Final = "/log"
EXPLAIN: Final = "/api/v1/deadlines/explain"
LAW: Final = "/data/hukum.json"
CALENDAR: Final = "/agenda.ics"
FEED: Final = "/agenda.atom"
OPEN_DATA: Final = "/data"
CATALOGUE: Final = "/data.json"
VERSIONS: Final = "/data/versi.json"
OUTCOME_FEED: Final = "/hasil.atom"
TABLES: Final = ("hasil", "ringkasan", "koreksi")
"""The tables of the open data."""

_LABELS: Final = (
    (phrase("Beranda"), HOME),
    (phrase("Hasil"), OUTCOMES),
    (phrase("Angka"), FIGURES),
    (phrase("Lapor"), REPORT),
    (phrase("Cek status"), STATUS),
    (phrase("Kalkulator tenggat"), CALCULATOR),
    (phrase("Agenda"), AGENDA),
    (phrase("Materi"), LIBRARY),
    (phrase("Panduan"), GUIDE),
    (phrase("Data"), OPEN_DATA),
    (phrase("Tentang"), ABOUT),
)
_BESIDE: Final = frozenset({SERVICE, PRIVACY, ACCESSIBILITY, LOG})
PREPARED: Final = _BESIDE | frozenset(href for _, href in _LABELS) - {CALCULATOR, REPORT}
"""The addresses of pages that the worker prepares; more of them stand below some of these."""
WITHIN: Final = (OUTCOMES, AGENDA, FIGURES, LOG)
"""The sections below which prepared pages stand, and nothing else."""
_OPEN: Final = (
    *(f"{OPEN_DATA}/{table}.{ending}" for table in TABLES for ending in ("csv", "json")),
    *(f"{OPEN_DATA}/hasil.xlsx", f"{OPEN_DATA}/datapackage.json", CATALOGUE, VERSIONS),
)
DATA: Final = frozenset({LAW, CALENDAR, FEED, OUTCOME_FEED, *_OPEN})
"""The addresses of files that the worker prepares, for machines."""
_ANSWERED: Final = frozenset({CALCULATOR, EXPLAIN, REPORT, ACKNOWLEDGE, VERIFY})
_BELOW: Final = (
    *(f"{OUTCOMES}/", f"{REPORT}/", f"{STATUS}/", f"{ACKNOWLEDGE}/", f"{ATTEND}/"),
    *(f"{AGENDA}/", f"{LIBRARY}/", f"{FIGURES}/", f"{OPEN_DATA}/"),
    *(f"{ABOUT}/", f"{SERVICE}/", f"{LOG}/"),
)


def is_public(path: str) -> bool:
    """Say whether an address belongs to the public site, whether or not it has a page now."""
    language, plain = heard(path)
    if plain in PREPARED | _ANSWERED or plain.startswith(_BELOW):
        return True
    return language == SOURCE and plain in DATA


def frame(path: str, *, demo: bool) -> Frame:
    """Return what stands around a public page: the navigation, and in the demo that it is one.

    `path` is the address in Indonesian; the words are in the language that is being spoken.
    """
    sections = tuple(
        Section(
            label=str(label),
            href=local(href),
            current=within(path, href) if href != HOME else path == HOME,
        )
        for label, href in _LABELS
    )
    return Frame(
        sections=sections,
        demo=() if demo else None,
        locale=locale(),
        tongues=_tongues(path) if path else (),
    )


def _tongues(path: str) -> tuple[Tongue, ...]:
    """Return where the same page is in each other language."""
    found = zip(LANGUAGES.items(), addresses(path), strict=True)
    return tuple(
        Tongue(code=code, name=name, href=href) for (code, name), href in found if code != locale()
    )
