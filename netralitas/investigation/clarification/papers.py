"""What the papers of the clarification say; of who reports or testifies the role, and a blank."""

from collections.abc import Sequence
from typing import Final

from netralitas.cases.queries import CaseView, title
from netralitas.cases.words import REGIMES
from netralitas.documents.letters import BLANK
from netralitas.documents.official.content import Article, Block, Content, Signature
from netralitas.investigation.clarification import words
from netralitas.investigation.clarification.domain import (
    Conduct,
    HeardRole,
    Mode,
    Person,
    Plan,
    Said,
    Session,
    Signed,
)
from netralitas.investigation.workflow import bases
from netralitas.law.domain import Regime, Zone
from netralitas.web.templates import source_kind
from netralitas.workflow.domain import Basis
from netralitas.workflow.engine import basis_in

_RECORDED: Final = "Sesi dilaksanakan secara daring dan direkam secara audiovisual."
_TAKEN: Final = (
    "Sebelum memberikan keterangan, yang bersangkutan menyatakan bersedia dan telah mengucapkan"
    " sumpah atau janji menurut agama atau kepercayaannya."
)


def invitation_content(view: CaseView, person: Person, plan: Plan, ordinal: int) -> Content:
    """Return the invitation to a session."""
    zone = Zone(view.dossier.zone)
    place = plan.link if plan.mode is Mode.ONLINE else plan.place
    pairs = [
        ("Waktu", words.hours(plan.begins_at, plan.ends_at, zone)),
        ("Cara", words.MODES[plan.mode]),
        ("Tautan" if plan.mode is Mode.ONLINE else "Tempat", place or BLANK),
    ]
    if plan.ground is not None:
        pairs.append(("Alasan sesi daring", words.GROUNDS[plan.ground]))
    text = [f"Saudara diundang untuk memberikan klarifikasi sebagai {words.ROLES[person.role]}."]
    closing = [_RECORDED] if plan.mode is Mode.ONLINE else []
    return Content(
        subject="Undangan klarifikasi" if ordinal == 1 else "Undangan klarifikasi kedua",
        facts=_case(view),
        to=(named(person),),
        body=(
            Block(text=tuple(text), pairs=tuple(pairs)),
            Block(text=(*closing, "Mohon membawa kartu identitas dan surat undangan ini.")),
        ),
        basis=_articles(view, bases.CLARIFICATION, bases.INVITATION),
    )


def minutes_content(
    view: CaseView, person: Person, session: Session, conduct: Conduct, said: Sequence[Said]
) -> Content:
    """Return the minutes of a session."""
    zone = Zone(view.dossier.zone)
    pairs = (
        ("Waktu", words.hours(session.begins_at, session.ends_at, zone)),
        ("Cara", words.MODES[session.mode]),
        ("Tempat", session.place),
        ("Yang diklarifikasi", named(person)),
        ("Pemeriksaan identitas", "Sudah" if conduct.identity_checked else "Belum"),
        ("Sumpah atau janji", _with(words.OATHS[conduct.oath], conduct.oath_reason)),
        ("Pendampingan", words.COMPANIONS[conduct.companion]),
    )
    lines = tuple(f"Pertanyaan: {each.question}\nJawaban: {each.answer}" for each in said)
    closing = [
        "Berita acara dibacakan kembali kepada yang diklarifikasi."
        if conduct.read_back
        else "Berita acara tidak dibacakan kembali.",
        _with(words.SIGNATURES[conduct.signed], conduct.signed_reason) + ".",
    ]
    if conduct.recorded:
        closing.append("Sesi direkam secara audiovisual.")
    return Content(
        subject=f"Klarifikasi perkara {title(view)}",
        facts=_case(view),
        body=(
            Block(pairs=pairs),
            Block(heading="Tanya jawab", items=lines),
            Block(heading="Penutup", text=tuple(closing)),
        ),
        signatures=_signatures(person, session, signed=conduct.signed is Signed.SIGNED),
        basis=_articles(view, bases.SESSION),
    )


def oath_content(view: CaseView, person: Person, session: Session) -> Content:
    """Return the minutes of an oath that was taken."""
    zone = Zone(view.dossier.zone)
    return Content(
        subject=f"Sumpah atau janji dalam klarifikasi perkara {title(view)}",
        facts=_case(view),
        body=(
            Block(
                pairs=(
                    ("Waktu", words.hours(session.begins_at, session.ends_at, zone)),
                    ("Yang mengucapkan", named(person)),
                ),
                text=(_TAKEN,),
            ),
        ),
        signatures=_signatures(person, session, signed=True),
        basis=_articles(view, bases.SESSION),
    )


def named(person: Person) -> str:
    """Return somebody as a paper names them: of who reports or testifies the role, and a blank."""
    if person.protected:
        return f"{person.label}: {BLANK}"
    if person.role is HeardRole.EXPERT and person.expertise:
        return f"{person.label}, {person.expertise}"
    return person.label


def _signatures(person: Person, session: Session, *, signed: bool) -> tuple[Signature, ...]:
    officers = [Signature(label="Petugas klarifikasi", name=session.officer_name)]
    if session.recorder_name:
        officers.append(Signature(label="Pencatat", name=session.recorder_name))
    own = person.label if person.protected else words.ROLES[person.role]
    name = person.name or "" if person.role is HeardRole.EXPERT else ""
    return (*([Signature(label=own, name=name)] if signed else []), *officers)


def _with(said: str, reason: str | None) -> str:
    return f"{said}: {reason}" if reason else said


def _case(view: CaseView) -> tuple[tuple[str, str], ...]:
    return (
        ("Nomor perkara", title(view)),
        ("Perkara", view.file.subject),
        ("Rezim", str(REGIMES[Regime(view.file.regime)])),
    )


def _articles(view: CaseView, *groups: tuple[Basis, ...]) -> tuple[Article, ...]:
    found = {each.code: each for group in groups for each in basis_in(group, view.dossier.regime)}
    return tuple(
        Article(
            code=each.code,
            doubt=None if each.certainty == "T" else source_kind(each.certainty),
        )
        for each in found.values()
    )
