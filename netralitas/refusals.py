"""What the product refuses, as values: pure, without status codes or markup.

Whoever raises one of these gives a sentence that a person can act on. `netralitas.web.errors` turns
them into pages; the command line prints the sentence.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from netralitas.language import phrase

NOT_VISIBLE: Final = phrase(
    "Halaman atau data ini tidak ada, sudah dipindahkan, atau tidak dibagikan kepada Anda."
)


class Refusal(Exception):  # noqa: N818 - a refusal is an answer of the product, not an error of it
    """The product says no; `reason` is the sentence, `rule` the article behind it."""

    def __init__(self, reason: str, *, rule: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.rule = rule


class RuleBroken(Refusal):
    """A rule of the procedure does not allow it; `remedy` says what would make it a yes."""

    def __init__(self, reason: str, *, rule: str | None = None, remedy: str | None = None) -> None:
        super().__init__(reason, rule=rule)
        self.remedy = remedy


class Stale(Refusal):
    """Somebody else was faster.

    `changed` says, a sentence each, what happened since the form was opened and by whom; `typed`
    keeps what the slower person had written, by field name.
    """

    def __init__(
        self,
        reason: str = phrase("Data ini berubah sejak Anda membukanya."),
        *,
        changed: Sequence[str] = (),
        typed: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(reason)
        self.changed = tuple(changed)
        self.typed = dict(typed or {})


class NotVisible(Refusal):
    """It does not exist for this person; the same sentence whether or not it exists at all."""

    def __init__(self, reason: str = NOT_VISIBLE) -> None:
        super().__init__(reason)


class NotAllowed(Refusal):
    """The person sees it and may not do this; the reason says who may."""


class StepUpNeeded(NotAllowed):
    """The person may do it once they have shown their second factor (again)."""

    def __init__(
        self,
        reason: str = phrase(
            "Tindakan ini memerlukan kode faktor kedua Anda, dan kode itu berlaku sepuluh menit."
        ),
    ) -> None:
        super().__init__(reason)


class Unavailable(Refusal):
    """What the product leans on does not answer now; later the same may be done."""


class Invalid(Refusal):
    """What was typed cannot be used.

    `errors` holds full sentences by field name; `typed` everything as it was typed.
    """

    def __init__(
        self,
        errors: Mapping[str, Sequence[str]],
        typed: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(phrase("Ada isian yang perlu diperbaiki."))
        self.errors = {name: list(sentences) for name, sentences in errors.items()}
        self.typed = dict(typed or {})
