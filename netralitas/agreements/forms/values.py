"""What the form of the points shows of a paper that stands already. Pure."""

from netralitas.agreements.forms.parties import PLACES
from netralitas.agreements.paper import Notice, Paper, Term, type_subject


def values_of(paper: Paper) -> dict[str, object]:
    """Return the values of the fields by name."""
    term, notice = paper.term, notice_of(paper, "extension")
    early = notice_of(paper, "early_termination")
    values: dict[str, object] = {
        "kind": paper.kind.value,
        "title": paper.title,
        "place": paper.place,
        "lasts": _lasts(term),
        "years": term.years if term else None,
        "ends_on": term.ends_on if term else None,
        "term_at": term.at if term else None,
        "notice_months": notice.number if notice else None,
        "notice_at": notice.at if notice else None,
        "early_number": early.number if early else None,
        "early_unit": early.unit if early else None,
        "early_at": early.at if early else None,
        "stamped": sum(each.number for each in paper.copies if each.stamped) or None,
        "initialled": sum(each.number for each in paper.copies if not each.stamped) or None,
        "evaluation_months": paper.evaluation.months if paper.evaluation else None,
        "evaluation_at": paper.evaluation.at if paper.evaluation else None,
    }
    for name, party in zip(PLACES, paper.parties, strict=False):
        for part in ("number", "signatory", "capacity", "basis"):
            values[f"{name}_{part}"] = getattr(party, part)
    return {name: value for name, value in values.items() if value not in {None, ""}}


def notice_of(paper: Paper, subject: type_subject) -> Notice | None:
    """Return what the paper says of when to tell of something, None where it says nothing."""
    return next((each for each in paper.notices if subject in each.subjects), None)


def _lasts(term: Term | None) -> str | None:
    if term is None:
        return None
    return "stages" if term.until_stages else "day" if term.ends_on else "years"
