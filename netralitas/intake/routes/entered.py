"""What was sent with the form of the desk, its files kept with its draft before anything else."""

from dataclasses import dataclass, replace

from netralitas.access.policy import Permission, may
from netralitas.cases.domain import Source
from netralitas.database.transactions import reading, writing
from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.storage import Storage
from netralitas.intake import words
from netralitas.intake.arriving import Arriving
from netralitas.intake.desk import desk_page, kind_of, parse, source_of, type_choices
from netralitas.intake.desk_page import DeskPage
from netralitas.intake.drafts import Draft, new_token, read_token, save_in
from netralitas.intake.forms import Whole
from netralitas.intake.queries import choices_for
from netralitas.intake.uploads import add_whole_in, files_of
from netralitas.law.book import RuleBook
from netralitas.vault.cipher import Keys
from netralitas.web.forms import MEBIBYTE, Received
from netralitas.web.visit import Visit

_LARGEST = 20 * MEBIBYTE  # as the field says; larger files come in pieces

type_texts = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The form as it was sent: what was typed, the files of its draft, the token of both."""

    visit: Visit
    kind: str
    choices: type_choices
    region: str
    texts: type_texts
    token: bytes
    files: tuple[Arriving, ...]
    whole: Whole

    @property
    def typed(self) -> dict[str, list[str]]:
        """What a draft keeps of it."""
        return self.whole.typed | {"token": [self.token.hex()]}

    def with_texts(self, texts: type_texts) -> "Entered":
        """Return the form as it is with other texts."""
        whole = parse(self.kind, texts, self.visit.actor, self.choices, self.files)
        return replace(self, texts=texts, whole=whole)

    def page(self, book: RuleBook, *, saved: str = "") -> DeskPage:
        """Return the desk with everything typed."""
        return desk_page(
            self.whole,
            book.at(self.region),
            self.visit.actor.zone,
            files=self.files,
            token=self.token.hex(),
            saved=saved,
        )


async def entered(visit: Visit, storage: Storage, draft_keys: Keys) -> Entered:
    """Return what was sent; raises NotAllowed, NotVisible (the token is another officer's).

    Files that came with the form are kept, so that nobody has to choose them again.
    """
    may(visit.actor, Permission.TAKE_IN)
    async with reading(visit.actor) as c:
        choices, region = await choices_for(c, visit.actor, asking=True)
    data = await visit.typed()
    texts = [(name, each) for name, each in data.multi_items() if isinstance(each, str)]
    kind = visit.asked.get("jenis") or "laporan"
    typed_token = next((each for name, each in texts if name == "token"), None)
    token = read_token(typed_token) or bytes.fromhex(new_token())
    sent = parse(kind, data, visit.actor, choices)
    kept, wrong = await _kept(sent, storage)
    if kept:
        await _with_draft(visit, kind, token, sent, kept, draft_keys)
    async with reading(visit.actor) as c:
        files = tuple(await files_of(c, token, draft_keys))
    whole = parse(kind, texts, visit.actor, choices, files)
    for sentence in wrong:
        whole.matter.refuse("evidence", sentence)
    return Entered(
        visit=visit,
        kind=kind,
        choices=choices,
        region=region or "",
        texts=texts,
        token=token,
        files=files,
        whole=whole,
    )


def reopened(
    visit: Visit, draft: Draft, files: list[Arriving], choices: type_choices, region: str | None
) -> Entered:
    """Return the form of a draft, with nothing wrong in it yet: it is not finished."""
    texts = [(name, each) for name, texts in draft.typed.items() for each in texts]
    kind = kind_of(Source(draft.kind))
    whole = parse(kind, texts, visit.actor, choices, files)
    whole.keep_errors()
    return Entered(
        visit=visit,
        kind=kind,
        choices=choices,
        region=region or "",
        texts=texts,
        token=bytes.fromhex(draft.token),
        files=tuple(files),
        whole=whole,
    )


async def _kept(sent: Whole, storage: Storage) -> tuple[list[tuple[str, Stored]], list[str]]:
    """Return the files of the form that were kept, by name, and what is wrong with the others."""
    wrong = list(sent.matter.errors.get("evidence", ()))
    received: tuple[Received, ...] = sent.matter.read_value("evidence") or ()
    kept = []
    for file in received:
        try:
            kept.append((file.name, await storage.keep(file.content, _LARGEST)))
        except (FileRefused, NotKept) as refusal:
            wrong.append(words.file_refused(file.name, refusal.reason))
    return kept, wrong


async def _with_draft(
    visit: Visit,
    kind: str,
    token: bytes,
    sent: Whole,
    kept: list[tuple[str, Stored]],
    draft_keys: Keys,
) -> None:
    typed = sent.typed | {"token": [token.hex()]}
    async with writing(visit.actor) as c:
        source = source_of(kind)
        saved = await save_in(c, visit.actor, token, source.value, typed, draft_keys)
        if saved:  # otherwise it has become a case, with the files that came first
            await add_whole_in(c, visit.actor, token, kept, draft_keys)
