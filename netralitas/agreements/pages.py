"""What the pages of agreements show: one struct each, the whole context of its template."""

import msgspec

from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Deadline, Link, Strip, type_tone


class PartyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A party: its place on the paper, its own number, who signed in which capacity and why."""

    place: str
    name: str
    printed: str
    capacity: str
    signatory: str = ""
    basis: str = ""


class AgreementCard(msgspec.Struct, frozen=True, kw_only=True):
    """One agreement of the register; `left` says how long it holds, `tone` repeats it.

    `where` is place and day of the signing, or that nobody signed yet; `alarm` what is due next;
    `source` the public document of an agreement of others.
    """

    href: str
    kind: str
    title: str
    place: str
    signed: str
    ends: str
    left: str
    tone: type_tone
    parties: tuple[PartyLine, ...]
    where: str = ""
    stage: str = ""
    alarm: str = ""
    source: str = ""


class RegisterPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every agreement that the reader's office takes part in, the one that ends last first."""

    agreements: tuple[AgreementCard, ...]
    keeps: bool


class DutyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A duty with how often activities did it, and which, the latest first; open without any."""

    text: str
    done: int
    often: str
    activities: tuple[Link, ...]


class DutyList(msgspec.Struct, frozen=True, kw_only=True):
    """The duties of one party in one theme; `kept` of them were done at least once."""

    party: str
    duties: tuple[DutyLine, ...]
    kept: int


class ThemeDuties(msgspec.Struct, frozen=True, kw_only=True):
    """What the parties promised for a theme, and how many activities of it were held."""

    label: str
    activities: int
    href: str
    parties: tuple[DutyList, ...]


class SentenceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of an article, and the parties that owe it; `owed` is empty for no duty.

    `changed` is what addenda made of it.
    """

    at: str
    text: str
    owed: str
    changed: tuple[str, ...] = ()


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its sentences, and what addenda made of it as a whole or added to it."""

    title: str
    heading: str
    sentences: tuple[SentenceLine, ...]
    changed: tuple[str, ...] = ()


class PlanCell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of the schedule, over so many years from one on."""

    years: str
    span: int
    text: str


class PlanDuties(msgspec.Struct, frozen=True, kw_only=True):
    """What a party does in an activity."""

    party: str
    texts: tuple[str, ...]


class PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    """An activity of the work plan; `about` is place, fund and who does it."""

    title: str
    programme: str
    about: str
    cells: tuple[PlanCell, ...]
    duties: tuple[PlanDuties, ...]
    output: tuple[str, ...]
    outcome: tuple[str, ...]


class TextPart(msgspec.Struct, frozen=True, kw_only=True):
    """What the text of an agreement says: faults, rules, articles, work plan.

    `merged`: a row of the plan has fewer cells than years, and more than one.
    """

    version: int
    faults: tuple[str, ...]
    slips: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    articles: tuple[ArticleLine, ...]
    years: tuple[str, ...]
    plan: tuple[PlanLine, ...]
    merged: bool


class AgreementPage(msgspec.Struct, frozen=True, kw_only=True):
    """One agreement; `ended` when its last day has passed, `survival` what its text says of that.

    `beside` are the pages of what was kept under it; `caution` that an addendum changed what dates
    are counted by. `moves` are what the reader may do next, `writes` where they may write its text.
    """

    agreement: AgreementCard
    ended: bool
    survival: str
    strip: Strip | None
    moves: tuple[Link, ...]
    writes: tuple[Link, ...]
    dates: tuple[Deadline, ...]
    calculator: str
    work_plan: str
    text: TextPart | None
    themes: tuple[ThemeDuties, ...]
    related: tuple[Link, ...]
    beside: tuple[Link, ...]
    caution: str
    history: tuple[str, ...]
    crumbs: tuple[Crumb, ...]


class CalculatorPage(msgspec.Struct, frozen=True, kw_only=True):
    """When an end before its time must be told; `found` once a day was asked for."""

    crumbs: tuple[Crumb, ...]
    title: str
    action: str
    form: Form
    rule: str
    found: Deadline | None


class RecordLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was kept: what it is, its day, what it says, and what can be done about it."""

    title: str
    on: str
    texts: tuple[str, ...] = ()
    state: str = ""
    tone: type_tone = "neutral"
    link: Link | None = None
    ways: tuple[Link, ...] = ()


class RecordSection(msgspec.Struct, frozen=True, kw_only=True):
    """What was kept of one sort; `nothing` and `hint` are said where there is none."""

    title: str
    nothing: str
    hint: str
    lines: tuple[RecordLine, ...]
    about: str = ""
    way: Link | None = None


class RecordsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What was kept under an agreement: sections one below the other."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    sections: tuple[RecordSection, ...]
