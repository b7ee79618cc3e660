"""The form of every move and fact of every workflow, on a phone: named, silent, never too wide."""

from dataclasses import dataclass
from typing import Final

import pytest

from netralitas.access.domain import Post
from netralitas.workflow import posts
from netralitas.workflow.domain import Workflow
from netralitas.workflows import WORKFLOWS, current
from tests.browser.chromium import PHONE, Chromium, overflow, watched_page
from tests.browser.scenery import Scenery
from tests.browser.site import Site
from tests.browser.test_pages import named

pytestmark = pytest.mark.browser

PEOPLE: Final = {
    posts.INVESTIGATOR: "rina",
    posts.COMMISSIONER: "sari",
    posts.SUPERIOR_COMMISSIONER: "galih",
    posts.LIAISON: "maya",
    posts.FOLLOW_UP: "dewa",
    posts.APPOINTING: "endah",
    posts.PUBLISHER: "ratih",
}
ELSEWHERE: Final = {
    **dict.fromkeys(("handling", "referral"), "forwarded"),
    **dict.fromkeys(("discipline", "compliance"), "overdue"),
    **dict.fromkeys(("criminal", "organiser_ethics", "litigation"), "threads"),
    **dict.fromkeys(("publication", "office_publication"), "notified"),
    "identity_access": "identity",
}
"""A case with a proceeding of each workflow, for forms whose state no case is in."""
DIRECT: Final = frozenset({"take_up"})
"""Moves of an office that Bawaslu itself addressed."""


@dataclass(frozen=True, slots=True)
class FormOfAct:
    """The form of a move or fact on a case: who opens it, and where."""

    login: str
    address: str


@pytest.mark.parametrize("code", sorted({known.code for known in WORKFLOWS}))
def test_the_form_of_every_move_and_fact_is_named_silent_and_not_too_wide(
    browser: Chromium, site: Site, scenery: Scenery, code: str
) -> None:
    forms = forms_of(current(code), scenery)
    wrong: dict[str, list[str]] = {}
    for login in sorted({form.login for form in forms}):
        with watched_page(browser, PHONE) as (page, messages):
            site.carry_session(page, login)
            for form in (form for form in forms if form.login == login):
                answer = page.goto(site.address + form.address)
                assert answer is not None
                found = [f"status {answer.status}"] if answer.status != 200 else named(page)
                found += [f"too wide by {overflow(page)} px"] if overflow(page) else []
                wrong |= {f"{login} {form.address}": found} if found else {}
            assert messages == []
    assert wrong == {}


def forms_of(workflow: Workflow, scenery: Scenery) -> list[FormOfAct]:
    """The form of each move and fact, on a case that stands where it is made."""
    found = []
    for move in workflow.moves:
        if move.sources and move.by:  # without anybody it is brought by another move
            case, proceeding = place(workflow, move.sources, scenery)
            if move.code in DIRECT:
                case, proceeding = scenery["direct"].case, scenery["direct"].ids[workflow.code]
            address = f"/perkara/{case}/langkah/{proceeding}/{move.code}"
            found.append(FormOfAct(person(move.by), address))
    for fact in workflow.facts:
        case, proceeding = place(workflow, fact.when, scenery)
        address = f"/perkara/{case}/fakta/{proceeding}/{fact.code}"
        # An office that was not addressed itself is asked by BKN, and Bawaslu records its answer.
        login = "rina" if workflow.code == "compliance" else person(fact.by)
        found.append(FormOfAct(login, address))
    for code in workflow.by_hand:
        address = f"/perkara/{scenery['released'].case}/proses/{workflow.code}/{code}"
        found.append(FormOfAct(person(workflow.move(code).by), address))
    return found


def person(by: tuple[Post, ...]) -> str:
    """Somebody who holds one of these posts, the first one first."""
    return next(PEOPLE[post] for post in by if post in PEOPLE)


def place(workflow: Workflow, states: frozenset[str], scenery: Scenery) -> tuple[int, int]:
    """A case and its proceeding in one of these states, or else in any."""
    alike = [seen for seen in scenery.cases.values() if seen.states.get(workflow.code) in states]
    seen = (alike or [scenery[ELSEWHERE[workflow.code]]])[0]
    return seen.case, seen.ids[workflow.code]
