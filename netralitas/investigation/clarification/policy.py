"""When somebody may be invited, how a session may be held, when its minutes may stand. Pure."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, NoReturn

from netralitas.investigation.clarification.domain import (
    Conduct,
    Mode,
    Oath,
    Plan,
    Session,
    SessionState,
    Signed,
)
from netralitas.law.book import RuleBook
from netralitas.law.deadline import due
from netralitas.law.domain import Regime, Rule, Zone
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.law.words import basis, day
from netralitas.refusals import RuleBroken

NOT_NOW: Final = "Klarifikasi diatur setelah perkara diregistrasi dan sebelum klarifikasi selesai."
PLANNED_ALREADY: Final = (
    "Orang ini sudah memiliki sesi yang direncanakan. Catat dahulu hasilnya, atau batalkan."
)
TWICE: Final = (
    "Undangan kedua sudah disampaikan. Setelah dua kali tidak hadir, penanganan berlanjut tanpa"
    " undangan ketiga."
)
NOT_PLANNED: Final = "Sesi ini sudah selesai, dibatalkan, atau tidak dihadiri."
NOT_YET: Final = "Sesi ini belum dimulai, jadi hasilnya belum dapat dicatat."
PAST: Final = "Waktu sesi sudah lewat. Undangan memanggil ke waktu yang akan datang."
ONLINE_GROUND: Final = (
    "Sesi daring memerlukan alasan: geografis, keamanan, sarana, atau bencana (Perbawaslu 7/2022"
    " Pasal 28)."
)
ONLINE_LINK: Final = "Isi tautan sesi daring."
NO_GROUND: Final = "Alasan sesi daring hanya diisi untuk sesi daring."
NOT_RECORDED: Final = "Sesi daring wajib direkam secara audiovisual (Perbawaslu 7/2022 Pasal 29)."
WHY_NO_OATH: Final = "Tulis alasan tidak bersedia disumpah; sesi tetap dapat dilanjutkan."
WHY_NOT_SIGNED: Final = "Tulis alasan tidak bersedia menandatangani."
NO_SCAN: Final = (
    "Tanda terima yang ditandatangani pelapor, pemberi informasi, atau saksi tidak dimasukkan ke"
    " berkas, karena memuat identitasnya. Simpan aslinya di tempat yang terkunci."
)
NOT_AN_OFFICER: Final = (
    "Sesi dipimpin dan dicatat oleh staf penanganan pelanggaran atau anggota kantor ini yang tidak"
    " dikecualikan dari perkara."
)
TWICE_LISTED: Final = "Orang ini sudah ada dalam daftar yang diklarifikasi."
WHO: Final = "Pilih orangnya sesuai dengan kedudukannya."
NO_QUESTIONS: Final = "Catat sedikitnya satu tanya jawab sebelum berita acara diterbitkan."

OPEN: Final = frozenset({"registered", "clarification"})
"""The states of the handling in which people are invited."""

MOST_INVITATIONS: Final = 2


def invitation_rule(book: RuleBook, regime: str, on: date) -> Rule | None:
    """Return the rule on how long before a session the invitation goes out; None: none is known."""
    try:
        return book.rule(f"{regime}.invite_before", on)
    except (UnknownRule, NotInForce):
        return None


def latest_invitation(book: RuleBook, regime: str, on: date, zone: Zone) -> datetime | None:
    """Return the last moment for inviting to a session on that day; None where no rule says."""
    rule = invitation_rule(book, regime, on)
    if rule is None:
        return None
    try:
        return due(rule, on, book.calendar(), zone).at
    except CannotCompute:
        return None


def check_plan(plan: Plan, now: datetime, book: RuleBook, regime: str, zone: Zone) -> bool:
    """Hold that the session may be planned; return whether the rule on its invitation is passed.

    RuleBroken names the article and says what to do.
    """
    if plan.begins_at <= now:
        _refuse("on", PAST)
    if plan.mode is Mode.ONLINE and plan.ground is None:
        _refuse("ground", ONLINE_GROUND)
    if plan.mode is Mode.ONLINE and not plan.link:
        _refuse("link", ONLINE_LINK)
    if plan.mode is Mode.IN_PERSON and plan.ground is not None:
        _refuse("ground", NO_GROUND)
    rule = invitation_rule(book, regime, plan.on)
    latest = latest_invitation(book, regime, plan.on, zone)
    if rule is None or latest is None or now.replace(microsecond=0) <= latest:
        return False
    if not plan.late_reason:
        _refuse("late_reason", _late(latest, zone, basis(rule)))
    return True


def next_invitation(sessions: Sequence[Session]) -> int:
    """Return which invitation of a person is next, after those of `sessions`, the oldest first.

    Counted since they last came: 1 or 2. RuleBroken while one is planned, and after two absences.
    """
    absences = 0
    for session in sessions:
        if session.state is SessionState.PLANNED:
            _refuse("", PLANNED_ALREADY)
        if session.state is SessionState.HELD:
            absences = 0
        absences += session.state is SessionState.ABSENT
    if absences >= MOST_INVITATIONS:
        _refuse("", TWICE)
    return absences + 1


def hold_planned(session: Session) -> None:
    """Hold that nothing has become of the session yet."""
    if session.state is not SessionState.PLANNED:
        _refuse("", NOT_PLANNED)


def hold_begun(session: Session, now: datetime) -> None:
    """Hold that the session has begun, so that what became of it can be told."""
    hold_planned(session)
    if now < session.begins_at:
        _refuse("", NOT_YET)


def check_conduct(
    session: Session, conduct: Conduct, answers: int, now: datetime, regime: str
) -> None:
    """Hold that the minutes of the session can stand; a refused oath does not stop it.

    That a session online is recorded was read for elections alone.
    """
    hold_begun(session, now)
    if not answers:
        _refuse("", NO_QUESTIONS)
    if conduct.oath is Oath.REFUSED and not conduct.oath_reason:
        _refuse("oath_reason", WHY_NO_OATH)
    if conduct.signed is Signed.REFUSED and not conduct.signed_reason:
        _refuse("signed_reason", WHY_NOT_SIGNED)
    if regime == Regime.PEMILU and session.mode is Mode.ONLINE and not conduct.recorded:
        _refuse("recorded", NOT_RECORDED)


def hold_open(state: str) -> None:
    """Hold that the handling is where people are invited and heard."""
    if state not in OPEN:
        _refuse("", NOT_NOW)


def _refuse(field: str, sentence: str) -> NoReturn:
    raise RuleBroken(sentence, rule=f"clarification.{field}")


def _late(latest: datetime, zone: Zone, article: str) -> str:
    """Return that an invitation of today would come too late, and until when it was in time."""
    last = day(latest.astimezone(zone.tz).date())
    return (
        f"Undangan disampaikan paling lambat {last} untuk sesi pada hari itu ({article}). Pilih"
        " hari yang lebih jauh, atau tulis alasan tetap mengundang."
    )
