"""The page of who examines a respondent, and the team as a paper names it."""

from typing import Final

from netralitas.cases.domain import PositionClass
from netralitas.cases.queries import CaseView, title
from netralitas.cases.words import POSITION_CLASSES, UNIDENTIFIED
from netralitas.database.connection import Connection
from netralitas.discipline.examiners import store, words
from netralitas.discipline.examiners.domain import Body
from netralitas.discipline.examiners.forms import ExaminerForm
from netralitas.discipline.examiners.policy import Member, composition
from netralitas.discipline.examiners.store import Examiner
from netralitas.discipline.paper_pages import ExaminerLine, ExaminersPage
from netralitas.discipline.workflow import bases
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP

_TITLE: Final = "Pemeriksa"
_EXAMINED: Final = """
SELECT r.ordinal, r.name, r.position_class
FROM proceeding p JOIN respondent r ON r.id = p.respondent WHERE p.id = $1
"""
_ACCOUNTS: Final = """
SELECT DISTINCT o.id, o.name FROM officer o JOIN desk d ON d.officer = o.id
WHERE d.organisation = $1 AND (d.valid_to IS NULL OR d.valid_to >= $2) AND NOT o.is_system
ORDER BY o.name
"""

type_pairs = tuple[tuple[str, str], ...]


async def accounts(connection: Connection, view: CaseView) -> type_pairs:
    """Return the people of the reader's office who have an account, as choices."""
    rows = await connection.fetch(_ACCOUNTS, view.actor.organisation, view.today)
    return tuple((str(row["id"]), row["name"]) for row in rows)


async def examiners_page(
    connection: Connection, view: CaseView, proceeding: int, form: ExaminerForm | None
) -> ExaminersPage:
    """Return the page; `form` None: a blank one. NotVisible to all but the office itself."""
    found = view.proceeding(proceeding)
    posts = view.posts(found)
    if found.workflow != "discipline" or posts.isdisjoint({FOLLOW_UP, APPOINTING}):
        raise NotVisible
    examined = await connection.fetchrow(_EXAMINED, proceeding)
    members = await store.present(connection, proceeding)
    base = f"/perkara/{view.dossier.id}"
    action = f"{base}/proses/{proceeding}/pemeriksa"
    names = FOLLOW_UP in posts
    if form is None and names:
        form = ExaminerForm.blank(choices={"officer": await accounts(connection, view)})
    who = examined["name"] or f"Terlapor {examined['ordinal']} ({UNIDENTIFIED.lower()})"
    return ExaminersPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(title(view), base), Crumb(_TITLE)),
        title=_TITLE,
        caption=f"{title(view)} · {who}",
        action=action,
        back=base,
        members=tuple(_line(member, action if names else None) for member in members),
        lacking=_lacking(members, PositionClass(examined["position_class"])),
        basis=tuple((article.code, article.certainty) for article in bases.TEAM),
        form=form if names else None,
    )


async def team_said(connection: Connection, proceeding: int) -> tuple[tuple[str, str, str], ...]:
    """Return the members of the team as name, position and part, as far as the reader sees them."""
    return tuple(
        (m.name, m.position or POSITION_CLASSES[m.position_class], words.PARTS[m.part].lower())
        for m in await store.present(connection, proceeding)
        if m.body is Body.TEAM
    )


def _line(member: Examiner, action: str | None) -> ExaminerLine:
    return ExaminerLine(
        name=member.name,
        position=member.position,
        position_class=POSITION_CLASSES[member.position_class],
        body=words.BODIES[member.body],
        part=words.PARTS[member.part],
        represents=words.REPRESENTS[member.represents],
        account=member.account,
        end=f"{action}/{member.id}/pengakhiran" if action else None,
    )


def _lacking(members: list[Examiner], examined: PositionClass) -> tuple[str, ...]:
    found = composition(
        [
            Member(
                name=each.name,
                body=each.body,
                represents=each.represents,
                position=each.position_class,
            )
            for each in members
        ],
        examined,
    )
    if found.empty:
        return (words.NO_TEAM,)
    return (
        *(words.LACKS.format(element=words.REPRESENTS[e].lower()) for e in found.lacking),
        *(words.LOWER.format(name=name) for name in found.lower),
    )
