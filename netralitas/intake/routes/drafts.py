"""Drafts of the desk: saved at every step, gone on with, deleted; people are added and removed."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading, writing
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.storage import Storage
from netralitas.intake import words
from netralitas.intake.desk import hour, source_of
from netralitas.intake.desk_page import PATH, SAVING
from netralitas.intake.drafts import delete_in, load, read_token, save_in
from netralitas.intake.forms import Group
from netralitas.intake.forms.whole import following, prefix
from netralitas.intake.queries import choices_for
from netralitas.intake.routes.desk import DESK
from netralitas.intake.routes.entered import Entered, entered, reopened
from netralitas.intake.uploads import files_of, remove
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible
from netralitas.vault.cipher import Keys
from netralitas.web.fragments import is_fragment, see_other
from netralitas.web.visit import Visit

SAVED: Final = "intake/_saved.html"
FILES: Final = "intake/_files.html"
_FIRST: Final = {Group.RESPONDENT: "name", Group.WITNESS: "witness_name"}
"""The first field of what a button adds."""


class DraftController(Controller):
    """`/perkara/baru/draf`: forms of the desk that are not finished; each officer's own."""

    path = SAVING
    include_in_schema = False

    @post()
    async def save(
        self,
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        draft_keys: NamedDependency[Keys],
        storage: NamedDependency[Storage],
    ) -> Response[str] | Redirect:
        """Keep what is typed, add or remove what the button says, and show the form again."""
        form = await entered(visit, storage, draft_keys)
        wrong = form.whole.matter.errors.get("evidence", [])
        form, place = await _changed(form, Pieces(storage))
        async with writing(visit.actor) as c:
            kind = source_of(form.kind).value
            open_ = await save_in(c, visit.actor, form.token, kind, form.typed, draft_keys)
        if not open_:
            raise NotVisible
        form.whole.keep_errors()
        for sentence in wrong:
            form.whole.matter.refuse("evidence", sentence)
        saved = words.saved_at(hour(visit.actor.zone))
        if is_fragment(visit.request):
            part = FILES if visit.asked.get("bagian") == "berkas" else SAVED
            return await visit.page(part, form.page(book, saved=saved))
        if wrong:
            return await visit.page(DESK, form.page(book, saved=saved), status=422)
        return see_other(f"{SAVING}/{form.token.hex()}{place}")

    @get("/{token:str}")
    async def show(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        draft_keys: NamedDependency[Keys],
    ) -> Response[str]:
        """Show the form of a draft as far as it was filled in."""
        may(visit.actor, Permission.TAKE_IN)
        key = _known(token)
        async with reading(visit.actor) as c:
            draft = await load(c, visit.actor, key, draft_keys)
            choices, region = await choices_for(c, visit.actor, asking=True)
            files = await files_of(c, key, draft_keys)
        form = reopened(visit, draft, files, choices, region)
        return await visit.page(DESK, form.page(book))

    @post("/{token:str}/hapus")
    async def delete(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Redirect:
        """Hold that the draft is gone with everything in it, and go back to the desk."""
        may(visit.actor, Permission.TAKE_IN)
        async with writing(visit.actor) as c:
            uploads = await delete_in(c, visit.actor, _known(token))
        for upload in uploads:
            await Pieces(storage).discard(upload)
        return see_other(PATH)


async def _changed(form: Entered, pieces: Pieces) -> tuple[Entered, str]:
    """Return the form after the button that was pressed, and the place on the page to go to."""
    pressed = dict(form.texts)
    names = [name for name, _ in form.texts]
    added = next((group for group in _FIRST if group.value == pressed.get("tambah")), None)
    if added is not None:
        start = prefix(added, following(names, added))
        return form.with_texts(
            [*form.texts, (start + _FIRST[added], "")]
        ), f"#{start}{_FIRST[added]}"
    if gone := pressed.get("hapus", ""):
        file = next((each for each in form.files if f"bukti-{each.id}" == gone), None)
        if file is not None:
            await remove(form.visit.actor, file.token, pieces)
        rest = [(name, text) for name, text in form.texts if not name.startswith(f"{gone}-")]
        return form.with_texts(rest), f"#bagian-{gone.partition('-')[0]}"
    return form, ""


def _known(token: str) -> bytes:
    known = read_token(token)
    if known is None:
        raise NotVisible
    return known
