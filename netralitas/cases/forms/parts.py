"""How the fields of a long form are grouped: what is seldom needed opens on a click."""

from collections.abc import Iterator
from typing import Final

from netralitas.cases.forms import recommending
from netralitas.cases.forms.answers import AnswerForm
from netralitas.cases.forms.letters import LETTERS, WAY
from netralitas.cases.pages import Part
from netralitas.workflow.domain import Ask

_WAY_SAID: Final = "Pengiriman dan penerimaan surat, bila sudah diketahui"


def parts_of(form: AnswerForm, *, refused: bool = False) -> tuple[Part, ...]:
    """Return the fields of the form in their order, those of one letter together.

    What was filled in or is wrong stands open; so do the overrides after a refusal.
    """
    return tuple(_parts(form, refused=refused))


def _parts(form: AnswerForm, *, refused: bool) -> Iterator[Part]:
    letters = {name: ask for name in form.fields if (ask := _letter_of(name)) is not None}
    told: set[Ask] = set()
    for name in form.fields:
        ask = letters.get(name)
        if ask is not None and ask not in told:
            told.add(ask)
            yield from _letter(form, ask)
        elif name == recommending.names()[0]:
            yield _folded(form, recommending.FOLD, recommending.names())
        elif name in recommending.names():
            continue
        elif name == "overrides" and form.field(name).options:
            names = (name, "override_basis")
            yield _folded(form, "Kesampingkan syarat", names, refused=refused)
        elif ask is None and name not in {"versions", "overrides", "override_basis"}:
            yield Part(fields=(name,))


def _letter_of(name: str) -> Ask | None:
    return next((ask for ask in LETTERS if name.startswith(f"{ask.value}_")), None)


def _letter(form: AnswerForm, ask: Ask) -> Iterator[Part]:
    of = tuple(name for name in form.fields if name.startswith(f"{ask.value}_"))
    names = tuple(n for n in of if not n.endswith("_reply_to") or form.field(n).options)
    if not form.fields[f"{ask.value}_subject"].required:
        yield _folded(form, f"{LETTERS[ask]} (opsional)", names)
        return
    way = tuple(name for name in names if name.removeprefix(f"{ask.value}_") in WAY)
    yield Part(fields=tuple(name for name in names if name not in way))
    yield _folded(form, _WAY_SAID, way)


def _folded(form: AnswerForm, said: str, names: tuple[str, ...], *, refused: bool = False) -> Part:
    wrong = any(name in form.errors for name in names)
    filled = any(text for name in names for text in _typed(form, name))
    return Part(fields=names, fold=said, unfolded=wrong or filled or refused)


def _typed(form: AnswerForm, name: str) -> list[str]:
    return [text for texts in form.field(name).typed.values() for text in texts if text.strip()]
