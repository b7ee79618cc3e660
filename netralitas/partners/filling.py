"""From a step that was made here to the form of the same step at another installation. Pure.

Papers are sent only where the other form requires them: what it merely takes stays at home, so that
an office's own papers are not multiplied for being welcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import LATE_ENTRY_DAYS
from netralitas.partners.told import Told

FROM_THE_OFFICE: Final = "Disampaikan dari catatan instansi penerima, yang menyimpan dokumennya."
"""Said where a form asks why what is entered late comes without a paper."""

_GROUPS: Final = ("second", "third")
_MISFIT: Final = "Terapkan juga untuk"
_OTHER_WORDS: Final = "Rekomendasi yang berbeda"

type_field = Mapping[str, Any]
type_form = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What is sent: texts by input, the SHA-256 of each paper by field, further proceedings.

    `others` are ids of the other side, whose versions have to be sent too.
    """

    fields: Mapping[str, str | list[str]]
    papers: Mapping[str, str] = field(default_factory=dict)
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfillable:
    """What the form requires is not known here, or it does not take what is: labels of fields."""

    labels: tuple[str, ...]


def fill(
    form: type_form, told: Told, remote: Mapping[int, int], today: date | None = None
) -> Filled | Unfillable:
    """Return the form filled in with what was told, as its own fields allow.

    `form` is as `getMoveForm` describes it, `remote` the id there of each proceeding here, `today`
    the present day there: what happened long before is then explained. A field without an answer is
    left empty unless it is required; an answer without a field is left out; an answer that its
    field does not take is for a person to see to.
    """
    asked = {one["name"]: one for one in form["fields"]}
    answers = _answers(told, asked, remote)
    answers |= _explained(told, asked, answers, today)
    known = {name: answer for name, answer in answers.items() if name in asked}
    fitting = {name: answer for name, answer in known.items() if _fits(asked[name], answer)}
    papers = {
        name: told.papers[name]
        for name, one in asked.items()
        if one["kind"] == "file" and one["required"] and name in told.papers
    }
    missing = [
        one["label"]
        for name, one in asked.items()
        if one["required"] and name not in fitting and name not in papers and name != "happened"
    ]
    missing += [asked[name]["label"] for name in known if name not in fitting]
    missing += _left_out(told, remote, fitting)
    if missing:
        return Unfillable(labels=tuple(dict.fromkeys(missing)))
    return Filled(
        fields={**fitting, **_happened(told.happened)},
        papers=papers,
        others=tuple(remote[one] for one in told.proceedings[1:]),
    )


def _answers(
    told: Told, asked: Mapping[str, type_field], remote: Mapping[int, int]
) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = dict(told.fields)
    for name, office in told.offices.items():
        options = asked.get(name, {}).get("options", ())
        same = [one["value"] for one in options if one["label"] == office]
        if len(same) == 1:
            found[name] = same[0]
    plain = [one for one in told.proceedings[1:] if one not in told.words]
    found |= _chosen("others", plain, remote)
    for group, word in zip(_GROUPS, dict.fromkeys(told.words.values()), strict=False):
        own = [one for one, said in told.words.items() if said == word]
        found |= {f"recommended_{group}": word, **_chosen(f"others_{group}", own, remote)}
    return found


def _chosen(name: str, ours: list[int], remote: Mapping[int, int]) -> dict[str, str | list[str]]:
    there = [str(remote[one]) for one in ours if one in remote]
    return {name: there} if there else {}


def _explained(
    told: Told, asked: Mapping[str, type_field], answers: Mapping[str, object], today: date | None
) -> dict[str, str | list[str]]:
    """Return the reason, and what was passed over with its ground.

    The note of a working step is the office's own: it is told only where the form asks for it.
    """
    passable = {one["value"] for one in asked.get("overrides", {}).get("options", ())}
    passed = sorted(told.overrides & passable)
    found: dict[str, str | list[str]] = {"overrides": passed} if passed else {}
    if passed and told.ground:
        found["override_basis"] = told.ground
    required = asked.get("reason", {}).get("required", False)
    if told.note and (required or passed or not told.internal):
        found["reason"] = told.note
    elif _late(told.happened, today) and not any(n.endswith("_subject") for n in answers):
        found["reason"] = FROM_THE_OFFICE
    return found


def _late(happened: Moment, today: date | None) -> bool:
    exact = happened.precision in {Precision.DAY, Precision.TIME}
    if today is None or happened.on is None or not exact:
        return False
    return (today - happened.on).days > LATE_ENTRY_DAYS


def _fits(asked: type_field, answer: str | list[str]) -> bool:
    """Say whether the field takes so long a text, or offers what is chosen."""
    if asked["kind"] in {"choice", "choices"}:
        offered = {one["value"] for one in asked["options"]}
        return {answer} <= offered if isinstance(answer, str) else set(answer) <= offered
    most = asked.get("maximum")
    return most is None or len(answer) <= most


def _left_out(
    told: Told, remote: Mapping[int, int], fitting: Mapping[str, str | list[str]]
) -> list[str]:
    """Return what is wrong with whom it concerns: all of the act is told, or nothing."""
    names = ("others", *(f"others_{group}" for group in _GROUPS))
    chosen = {one for name in names for one in fitting.get(name, ())}
    wanted = {str(remote.get(one)) for one in told.proceedings[1:]}
    found = [_MISFIT] if chosen != wanted else []
    if len(set(told.words.values())) > len(_GROUPS):
        found.append(_OTHER_WORDS)
    return found


def _happened(moment: Moment) -> dict[str, str | list[str]]:
    """Return when it happened, as exactly as it is known here."""
    on, precision = moment.on, moment.precision
    if on is None:
        return {"happened-precision": Precision.UNKNOWN.value}
    if precision is Precision.YEAR:
        return {"happened-year": str(on.year)}
    if precision is Precision.MONTH:
        return {"happened-month": str(on.month), "happened-year": str(on.year)}
    day: dict[str, str | list[str]] = {"happened": on.isoformat()}
    if precision is Precision.AS_OF:
        day["happened-precision"] = precision.value
    if moment.at is not None:
        day["happened-time"] = f"{moment.at.astimezone(ZoneInfo(moment.zone)):%H.%M}"
    return day
