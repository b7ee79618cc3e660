"""What a happening says beside state and facts: sanctions, deadlines, numbers, as codes."""

from collections.abc import Mapping, Sequence

import msgspec

from netralitas.cases.as_found.domain import FoundSanction
from netralitas.cases.domain import Side
from netralitas.discipline.sanctions import kind_of
from netralitas.imports.cases import words
from netralitas.imports.cases.line import HappeningLine, SanctionLine
from netralitas.imports.cases.report import Report


def sanctions_of(
    each: HappeningLine, path: str, report: Report, *, of_respondent: bool
) -> tuple[FoundSanction, ...]:
    """Return what was recommended and imposed; what no respondent or catalogue has is kept."""
    found = []
    for side, said in ((Side.RECOMMENDED, each.recommended), (Side.IMPOSED, each.imposed)):
        if said is None:
            continue
        where = f"{path}.{side.value}"
        if not of_respondent:
            kept = msgspec.json.decode(msgspec.json.encode(said))
            report.keep(where, kept, words.NO_SANCTION)
        else:
            found.append(_sanction(side, said, where, report))
    return tuple(found)


def details_of(each: HappeningLine, sanctions: Sequence[FoundSanction]) -> Mapping[str, object]:
    """Return what the event of a happening says in codes, as that of a move would."""
    deadline = each.deadline
    said: dict[str, object] = {
        "letter_deadline": None if deadline is None else msgspec.to_builtins(deadline),
        "answer_by": each.answer_by,
        "exam_on": each.exam_on,
        "foreign_number": each.foreign_number,
        "decree_number": each.decree_number,
    }
    for sanction in sanctions:
        level, kind = sanction.level.value, sanction.kind
        if sanction.side is Side.IMPOSED:
            said["imposed"] = {"level": level, "kind": kind}
        else:
            said |= {"recommended": level, "recommended_kind": kind}
    return {name: value for name, value in said.items() if value}


def _sanction(side: Side, said: SanctionLine, path: str, report: Report) -> FoundSanction:
    kind = said.kind
    if kind is not None:
        try:
            level = kind_of(kind).level
        except KeyError:
            report.keep(f"{path}.kind", kind, words.NO_KIND.format(code=kind))
            kind = None
        else:
            if level is not said.level:
                sentence = words.OTHER_LEVEL.format(code=kind, level=level.value)
                report.refuse(f"{path}.level", sentence)
    return FoundSanction(side=side, level=said.level, kind=kind)
