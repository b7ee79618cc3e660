"""The text of an agreement as lines of its page: rules, articles, work plan. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from netralitas.agreements.checking import faults
from netralitas.agreements.pages import (
    ArticleLine,
    PlanCell,
    PlanDuties,
    PlanLine,
    SentenceLine,
    TextPart,
)
from netralitas.agreements.paper import Indicator, Paper, PlanRow
from netralitas.agreements.queries.addenda import changes_of
from netralitas.agreements.queries.texts import Written
from netralitas.agreements.records.values import Record
from netralitas.agreements.words import cited

_RULES: Final = (
    ("survival", "Tugas setelah berakhir"),
    ("addendum", "Adendum"),
    ("disputes", "Perbedaan penafsiran"),
    ("succession", "Pergantian pejabat"),
    ("suspension", "Tidak dilaksanakan bila"),
)


def text_part(written: Written, addenda: Sequence[Record] = ()) -> TextPart:
    """Return what the text says, with each fault in a sentence, and what addenda made of it."""
    paper = written.paper
    found = faults(paper)
    return TextPart(
        version=written.version,
        faults=tuple(fault.text for fault in found if fault.stops),
        slips=tuple(fault.text for fault in found if not fault.stops),
        rules=tuple(_rules(paper)),
        articles=tuple(_articles(paper, changes_of(addenda))),
        years=tuple(map(str, paper.years)),
        plan=tuple(_plan(paper, row) for row in paper.plan),
        merged=any(1 < len(row.schedule) < len(paper.years) for row in paper.plan),
    )


def _rules(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield the rules beside the articles, each with its place."""
    for name, label in _RULES:
        rule = getattr(paper, name)
        if rule is not None:
            yield label, cited(paper, rule.at)
    if paper.under:
        yield "Bertumpu pada", f"Kerja sama nomor {paper.under}"
    if paper.copies:
        yield "Rangkap", "; ".join(_copies(paper))
    if paper.correspondence:
        rule = paper.correspondence
        for address in rule.addresses:
            called = paper.parties[address.party - 1].called.capitalize()
            said = (address.to, address.street, address.phone, address.email)
            yield f"Alamat {called}", ", ".join(said)
        for at in filter(None, (*rule.received, rule.change_at)):
            yield "Korespondensi", cited(paper, at)


def _copies(paper: Paper) -> Iterator[str]:
    for copies in paper.copies:
        stamp = "bermeterai" if copies.stamped else "tanpa meterai"
        initials = ", berparaf hierarki" if copies.initialled else ""
        yield f"{copies.number} {stamp}{initials}"


def _articles(paper: Paper, changes: Mapping[str, tuple[str, ...]]) -> Iterator[ArticleLine]:
    known = {at for at, _ in paper.sentences()}
    for article in paper.articles:
        title = f"Pasal {article.number}"
        here = [at for at in changes if at == title or at.startswith(f"{title} ")]
        yield ArticleLine(
            title=title,
            heading=article.heading,
            sentences=tuple(
                SentenceLine(
                    at=provision.at,
                    text=provision.text,
                    owed=_owed(paper, provision.owed_by),
                    changed=changes.get(f"{title} {provision.at}", ()) if provision.at else (),
                )
                for provision in article.provisions
            ),
            changed=tuple(
                said for at in here if at == title or at not in known for said in changes[at]
            ),
        )
    yield from _added(paper, changes)


def _added(paper: Paper, changes: Mapping[str, tuple[str, ...]]) -> Iterator[ArticleLine]:
    """Yield the articles that only addenda have."""
    known = {f"Pasal {article.number}" for article in paper.articles}
    new = [at for at in changes if " ".join(at.split()[:2]) not in known]
    for title in dict.fromkeys(" ".join(at.split()[:2]) for at in new):
        said = tuple(
            said for at in new if " ".join(at.split()[:2]) == title for said in changes[at]
        )
        yield ArticleLine(title=title, heading="", sentences=(), changed=said)


def _owed(paper: Paper, parties: tuple[int, ...]) -> str:
    if len(parties) > 1 and len(parties) == len(paper.parties):
        return "Tugas para pihak"
    known = [paper.parties[place - 1].called for place in parties if place <= len(paper.parties)]
    return f"Tugas {' dan '.join(known).lower()}" if known else ""


def _plan(paper: Paper, row: PlanRow) -> PlanLine:
    about = (row.place, f"Dana: {row.fund.lower()}" if row.fund else "", row.doers)
    return PlanLine(
        title=row.activity or row.programme,
        programme=row.programme if row.activity else "",
        about=" · ".join(part for part in about if part),
        cells=tuple(_cells(paper.years, row.schedule)),
        duties=tuple(_duties(paper, row)),
        output=tuple(_indicator(each, paper.years) for each in row.output),
        outcome=tuple(_indicator(each, paper.years) for each in row.outcome),
    )


def _cells(years: tuple[int, ...], schedule: tuple[str, ...]) -> Iterator[PlanCell]:
    """Yield one cell for each that is printed; the last one reaches to the last year."""
    if not years or len(schedule) > len(years):
        yield PlanCell(years="", span=max(len(years), 1), text="; ".join(schedule))
        return
    for place, text in enumerate(schedule):
        last = place == len(schedule) - 1
        upto = years[-1] if last else years[place]
        said = str(years[place]) if upto == years[place] else f"{years[place]}-{upto}"
        yield PlanCell(years=said, span=len(years) - place if last else 1, text=text)


def _duties(paper: Paper, row: PlanRow) -> Iterator[PlanDuties]:
    for place, party in enumerate(paper.parties, start=1):
        texts = tuple(duty.text for duty in row.duties if duty.party == place)
        if texts:
            yield PlanDuties(party=party.called.capitalize(), texts=texts)


def _indicator(indicator: Indicator, years: tuple[int, ...]) -> str:
    timed = zip(years, indicator.yearly, strict=False)
    targets = [f"{year}: {amount}" for year, amount in timed if amount is not None]
    if targets:
        return f"{indicator.text} ({', '.join(targets)} {indicator.unit})".replace(" )", ")")
    if indicator.target is None:
        return f"{indicator.text} (satuan: {indicator.unit})" if indicator.unit else indicator.text
    return f"{indicator.text}: {indicator.target} {indicator.unit}".rstrip()
