"""What the form of the points shows of a paper that stands already. Pure."""

from netralitas.agreements.paper import Paper, Term


def values_of(paper: Paper) -> dict[str, object]:
    """Return the values of the fields by name."""
    term, notice = paper.term, next(iter(paper.notices), None)
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
        "evaluation_months": paper.evaluation.months if paper.evaluation else None,
        "evaluation_at": paper.evaluation.at if paper.evaluation else None,
    }
    for name, party in zip(("first", "second"), paper.parties, strict=False):
        for part in ("number", "signatory", "capacity", "basis"):
            values[f"{name}_{part}"] = getattr(party, part)
    return {name: value for name, value in values.items() if value not in {None, ""}}


def _lasts(term: Term | None) -> str | None:
    if term is None:
        return None
    return "stages" if term.until_stages else "day" if term.ends_on else "years"
