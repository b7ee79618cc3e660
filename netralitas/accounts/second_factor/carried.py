"""What was typed into a form that asks for a second factor first: carried along until it is shown.

Nothing of it is kept: the page of the question holds it, as a form that comes back with an error
holds what was typed. Then the browser sends it on to where it was sent at first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.refusals import RuleBroken
from netralitas.web.forms.given import gather, showable

PREFIX: Final = "faktor-"
"""How the names of the question's own inputs begin, among those that are carried."""

STAMP: Final = f"{PREFIX}stempel"
PRESSED: Final = f"{PREFIX}lanjut"
INPUT: Final = f"{PREFIX}berkas-isian"
NAMED: Final = f"{PREFIX}berkas-nama"

SECRETS: Final = frozenset({"password", "present", "new", "repeated", "again", "token"})
"""Inputs of secrets, which no page ever shows again: whoever typed one types it once more."""

MOST_CHARACTERS: Final = 1_000_000
MOST_FIELDS: Final = 2_000

_TOO_LARGE: Final = "Isian ini terlalu besar untuk dibawa melewati halaman faktor kedua."
_TOO_LARGE_REMEDY: Final = (
    "Tunjukkan faktor kedua Anda di tab lain (halaman /akun/konfirmasi), lalu muat ulang halaman"
    " ini: isian Anda dikirim sekali lagi."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The texts of a form, and the names of its files by input.

    A file cannot be put back into a page: it is chosen again. `missing` are inputs whose files came
    before and are not there now; `pressed`: the person asked to go on; `stamp`: what binds it.
    """

    texts: tuple[tuple[str, str], ...]
    files: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...] = ()
    pressed: bool = False
    stamp: str = ""


def carried(sent: object) -> Carried:
    """Return what was sent, without the question's own inputs and without secrets.

    Raises RuleBroken when it is more than a page can carry.
    """
    given = gather(sent)
    own = {name: list(filter(_is_text, given.get(name, ()))) for name in (STAMP, INPUT, NAMED)}
    texts = tuple(
        (name, showable(each))
        for name, values in given.items()
        if not name.startswith(PREFIX) and name not in SECRETS
        for each in values
        if isinstance(each, str)
    )
    if len(texts) > MOST_FIELDS or sum(len(text) for _, text in texts) > MOST_CHARACTERS:
        raise RuleBroken(_TOO_LARGE, rule="account.carried", remedy=_TOO_LARGE_REMEDY)
    before: dict[str, tuple[str, ...]] = {}
    for name, called in zip(own[INPUT], own[NAMED], strict=False):
        before[str(name)] = (*before.get(str(name), ()), str(called))
    now = {name: _file_names(values) for name, values in given.items() if _file_names(values)}
    return Carried(
        texts=texts,
        files={**before, **now},
        missing=tuple(name for name in before if name not in now),
        pressed=PRESSED in given,
        stamp=str(next(iter(own[STAMP]), "")),
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _file_names(values: list[object]) -> tuple[str, ...]:
    names = (getattr(each, "filename", "") for each in values)
    return tuple(showable(name) for name in names if name)
