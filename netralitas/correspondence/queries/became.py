"""What became of a letter: its receipt, its answer, and where each respondent in it stands now."""

from collections.abc import Iterator, Sequence

from netralitas.access.policy import Field, part_of
from netralitas.cases.queries import CaseView
from netralitas.cases.queries.forwardings import forwarded_by
from netralitas.cases.queries.people import respondents_of
from netralitas.cases.queries.strips import waiting
from netralitas.correspondence.domain import Direction
from netralitas.correspondence.pages import Mark, Standing
from netralitas.correspondence.queries import Letter
from netralitas.correspondence.words import NOT_PROVED, PROVED_SOME_DAY, UNNUMBERED, days, plain
from netralitas.database.connection import Connection

_LEADING = frozenset({"referral", "discipline"})


async def standings_of(
    connection: Connection, view: CaseView, letter: Letter
) -> tuple[Standing, ...]:
    """Return where everybody stands now that was forwarded by the letter.

    A letter that forwarded nobody is about its own proceeding.
    """
    if letter.direction != Direction.OUT or Field.REFERRAL not in view.seen:
        return ()
    sent = await forwarded_by(connection, view.dossier.id, letter.event)
    if not sent:
        return _own(view, letter)
    people = {one.id: one.name for one in await respondents_of(connection, view)}
    ordinals = {one.id: f"Terlapor {one.ordinal}" for one in view.dossier.respondents}
    leads = {  # the last one that was begun, at the same respondent
        proceeding.respondent or 0: proceeding
        for proceeding in sorted(view.dossier.proceedings, key=lambda each: each.id)
        if proceeding.workflow in _LEADING
    }
    concerned = dict.fromkeys(
        one.respondent or 0 for one in view.dossier.proceedings if one.id in sent
    )
    return tuple(
        Standing(
            name=people.get(respondent) or ordinals.get(respondent, "Terlapor"),
            stands=waiting(view, leads[respondent]),
        )
        for respondent in concerned
    )


def _own(view: CaseView, letter: Letter) -> tuple[Standing, ...]:
    """Return where the proceeding of the letter stands, for who follows it."""
    return tuple(
        Standing(name="", stands=waiting(view, proceeding))
        for proceeding in view.dossier.proceedings
        if proceeding.id == letter.proceeding and part_of(proceeding.workflow) in view.seen
    )


def receipt_of(letter: Letter) -> Mark:
    """Return how its receipt stands."""
    if letter.received_on:
        return Mark(text=f"Diterima {plain(letter.received_on)}", tone="done")
    if letter.proof:
        return Mark(text=PROVED_SOME_DAY, tone="done")
    if letter.came_back_on:
        return Mark(text=f"Kembali {plain(letter.came_back_on)}", tone="late")
    if letter.direction == Direction.IN:
        return Mark(text="Tanggal diterima tidak diketahui", tone="neutral")
    return Mark(text=NOT_PROVED, tone="soon")


def answer_of(
    view: CaseView, letter: Letter, replies: Sequence[Letter], standings: Sequence[Standing]
) -> str:
    """Return in one sentence what became of the letter: its age, its receipt, its answer."""
    receipt = receipt_of(letter).text
    said = [f"{receipt[:1].lower()}{receipt[1:]}", *_answered(view, letter, replies)]
    if len(standings) == 1:
        only = standings[0]
        stands = f"{only.stands[:1].lower()}{only.stands[1:]}"
        said.append(f"{only.name} {stands}" if only.name else stands)
    elif standings:
        said.append(f"keadaan {len(standings)} terlapor disebut di bawah ini")
    return f"{_age(view, letter)}: {'; '.join(said)}."


def _age(view: CaseView, letter: Letter) -> str:
    on = letter.sent_on or letter.dated_on
    if on is None:
        return "Surat yang tanggalnya tidak diketahui"
    gone = (view.today - on).days
    age = "hari ini" if gone == 0 else f"{days(gone)} yang lalu"
    return f"Surat tanggal {plain(on)} ({age})"


def _answered(view: CaseView, letter: Letter, replies: Sequence[Letter]) -> Iterator[str]:
    """Yield whether it was answered, when, and after how many days where both are known."""
    if replies:
        first = replies[0]
        on, begun = first.dated_on, letter.sent_on or letter.dated_on
        dated = f" tanggal {plain(on)}" if on else ""
        after = f" setelah {days((on - begun).days)}" if on and begun and on >= begun else ""
        yield f"dibalas dengan surat {first.printed or UNNUMBERED.lower()}{dated}{after}"
    elif letter.direction == Direction.OUT:
        asked = ""
        if letter.answer_by:
            word = "padahal diminta" if letter.answer_by < view.today else "diminta"
            asked = f", {word} sampai {plain(letter.answer_by)}"
        yield f"belum dibalas{asked}"
