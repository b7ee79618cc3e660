"""`/perkara/{case}/surat/{letter}`: one letter, and each act on it under an address of its own."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.cases.queries import CaseView, view_case
from netralitas.correspondence.forms import LARGEST, ReceiptForm
from netralitas.correspondence.queries import Letter
from netralitas.correspondence.queries.letter import letter_of, letter_page
from netralitas.correspondence.routes.acts import ACTS, LetterActing, letter_form_page
from netralitas.database.transactions import reading
from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

type_seen = tuple[CaseView, Letter, list[Letter]]


class LetterController(Controller):
    """One letter of a case."""

    path = "/perkara/{case:int}/surat/{letter:int}"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        letter: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the letter."""
        async with reading(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            content = await letter_page(c, view, letter, done="tercatat" in visit.asked)
        return await visit.page("correspondence/letter.html", content)

    @get("/{act:str}")
    async def ask(
        self,
        case: FromPath[int],
        letter: FromPath[int],
        act: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show the form of an act on the letter."""
        acting = _acting(act)
        view, found, known = await _look(visit, case, letter, book)
        acting.hold(view, found)
        form = acting.blank(view, found, known)
        return await _form(visit, view, found, acting, form)

    @post("/{act:str}")
    async def send(
        self,
        case: FromPath[int],
        letter: FromPath[int],
        act: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        storage: NamedDependency[Storage],
    ) -> Response[str] | Redirect:
        """Record the act, and go back to the letter."""
        acting = _acting(act)
        view, found, known = await _look(visit, case, letter, book)
        acting.hold(view, found)
        form = acting.parse(await visit.typed(), view, found, known)
        paper = await _kept(form, storage) if form.valid else None
        if form.valid and await _done(form, acting, view, found, paper):
            return see_other(f"/perkara/{case}/surat/{letter}?tercatat=1")
        return await _form(visit, view, found, acting, form, status=422)


def _acting(act: str) -> LetterActing:
    try:
        return ACTS[act]
    except KeyError:
        raise NotVisible from None


async def _look(visit: Visit, case: int, letter: int, book: RuleBook) -> type_seen:
    """Return the case, the letter and the other letters, as the actor sees them."""
    async with reading(visit.actor) as c:
        view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
        found, known = await letter_of(c, view, letter)
    return view, found, known


async def _done(
    form: Form, acting: LetterActing, view: CaseView, letter: Letter, paper: Stored | None
) -> bool:
    """Do it, and say whether it was done; the sentence of a rule that said no is in the form."""
    try:
        await acting.do(view, letter, form, paper)
    except RuleBroken as refusal:
        form.refuse(acting.first, refusal.reason)
        return False
    except Invalid as refusal:
        for name, sentences in refusal.errors.items():
            form.refuse(name if name in form.fields else "", " ".join(sentences))
        return False
    return True


async def _kept(form: Form, storage: Storage) -> Stored | None:
    """Return the proof, its file kept under its digest; None without one or where it is refused."""
    received = form.read_value("paper") if isinstance(form, ReceiptForm) else None
    if not received:
        return None
    try:
        return await storage.keep(received[0].content, LARGEST)
    except (FileRefused, NotKept) as refusal:
        form.refuse("paper", refusal.reason)
        return None


async def _form(
    visit: Visit,
    view: CaseView,
    letter: Letter,
    acting: LetterActing,
    form: Form,
    *,
    status: int = 200,
) -> Response[str]:
    content = letter_form_page(view, letter, acting, form)
    return await visit.page("correspondence/form.html", content, status=status)
