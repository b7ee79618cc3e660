"""The pages of the staff site by name: who looks, and at which address."""

from dataclasses import dataclass
from typing import Final

from tests.browser.scenery import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page: who opens it (None: nobody signed in), its address, and the case it is about."""

    name: str
    login: str | None
    address: str
    case: str | None = None
    status: int = 200

    def path(self, scenery: dict[str, Seen]) -> str:
        """Return the address, with the numbers of its case."""
        if self.case is None:
            return self.address
        seen = scenery[self.case]
        return self.address.format(
            case=seen.case,
            handling=seen.handling,
            referral=seen.referral,
            event=seen.event,
            respondent=seen.respondent,
        )


def _view(
    name: str, login: str | None, address: str, case: str | None = None, status: int = 200
) -> View:
    return View(name=name, login=login, address=address, case=case, status=status)


_CASE: Final = "/perkara/{case}"
_MOVE: Final = "/perkara/{case}/langkah/{handling}"
_LATER: Final = "/perkara/{case}/langkah/{referral}"

VIEWS: Final = (
    _view("sign-in", None, "/masuk"),
    _view("sign-in-first", None, "/perkara"),
    _view("desks", "galih", "/meja"),
    _view("home-investigator", "rina", "/beranda"),
    _view("home-commissioner", "sari", "/beranda"),
    _view("home-liaison", "maya", "/beranda"),
    _view("home-auditor", "nita", "/beranda"),
    _view("home-administrator", "hadi", "/beranda"),
    _view("home-empty", "lain", "/beranda"),
    _view("worklist", "rina", "/perkara"),
    _view("worklist-late", "rina", "/perkara?tenggat=terlambat&sumber=laporan"),
    _view("worklist-closed", "rina", "/perkara?selesai=ya"),
    _view("worklist-nothing", "rina", "/perkara?rezim=di-luar-tahapan"),
    _view("worklist-empty", "lain", "/perkara"),
    _view("worklist-liaison", "maya", "/perkara"),
    _view("search", "rina", "/perkara/cari"),
    _view("deadlines", "rina", "/tenggat"),
    _view("deadlines-empty", "lain", "/tenggat?bulan=2024-02"),
    _view("intake-report", "rina", "/perkara/baru"),
    _view("intake-finding", "rina", "/perkara/baru?jenis=temuan"),
    _view("intake-information", "rina", "/perkara/baru?jenis=informasi"),
    _view("receipt", "rina", f"{_CASE}/tanda-terima", "received"),
    _view("case-received", "rina", _CASE, "received"),
    _view("case-late", "rina", _CASE, "late"),
    _view("case-plenary", "rina", _CASE, "plenary"),
    _view("case-plenary-commissioner", "sari", _CASE, "plenary"),
    _view("case-forwarded", "rina", _CASE, "forwarded"),
    _view("case-forwarded-liaison", "maya", _CASE, "forwarded"),
    _view("case-answered", "rina", _CASE, "answered"),
    _view("case-closed", "rina", _CASE, "closed"),
    _view("case-superior", "galih", _CASE, "registered"),
    _view("case-supervisor", "wulan", _CASE, "received"),
    _view("case-crowd", "rina", _CASE, "crowd"),
    _view("case-rare", "bagas", _CASE, "rare"),
    _view("case-facts", "rina", f"{_CASE}?jejak=fakta", "rare"),
    _view("move-blocked", "rina", f"{_MOVE}/register", "registered"),
    _view("move-not-yours-403", "rina", f"{_MOVE}/decide_other_law", "plenary", status=403),
    _view("move-crowd", "rina", f"{_MOVE}/forward_more", "crowd"),
    _view("move-register", "rina", f"{_MOVE}/register", "studied"),
    _view("move-forward", "rina", f"{_MOVE}/forward", "decided"),
    _view("move-straight", "rina", f"{_MOVE}/forward_straight", "studied"),
    _view("move-recommend", "maya", f"{_LATER}/recommend", "forwarded"),
    _view("move-reroute", "rina", f"{_LATER}/reroute", "forwarded"),
    _view("fact-session", "rina", "/perkara/{case}/fakta/{handling}/session_held", "clarified"),
    _view("correction", "rina", f"{_CASE}/koreksi/{{event}}", "studied"),
    _view("respondent-new", "rina", f"{_CASE}/terlapor", "received"),
    _view("respondent", "rina", f"{_CASE}/terlapor/{{respondent}}", "crowd"),
    _view("exclusion", "sari", f"{_CASE}/pengecualian", "registered"),
    _view("paper", "rina", f"{_CASE}/dokumen", "registered"),
    _view("refused-403", "hadi", "/perkara", status=403),
    _view("refused-404", "lain", _CASE, "registered", status=404),
    _view("nowhere-404", "rina", "/tidak-ada", status=404),
)
