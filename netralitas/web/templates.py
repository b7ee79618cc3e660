"""The template environment: strict, escaping, with filters, words and components."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChainableUndefined,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)

from netralitas import language
from netralitas.law.certainty_words import SOURCE_KINDS
from netralitas.law.domain import Certainty
from netralitas.web.formats import FILTERS
from netralitas.web.static import static_url

FOLDER = Path(__file__).resolve().parents[2] / "templates"
_LIBRARY = "govuk_frontend_jinja"


class Components:
    """The component macros of the library, by attribute: `govuk.date_input({...})`.

    They ask for many keys that callers leave out, so they live in an environment of their own in
    which an undefined name is empty; in ours it is an error.
    """

    def __init__(self) -> None:
        """Nothing is compiled before it is used."""
        self._environment = Environment(
            autoescape=True,
            undefined=ChainableUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # each component includes others: no look at their files each time
            cache_size=-1,
            loader=PrefixLoader({_LIBRARY: PackageLoader(_LIBRARY)}),
        )

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - Jinja's macros are untyped
        """Return the macro of a component, kept for the next use."""
        folder = name.replace("_", "-")
        macro = "govuk" + "".join(word.capitalize() for word in name.split("_"))
        template = self._environment.get_template(f"{_LIBRARY}/components/{folder}/macro.html")
        found = getattr(template.module, macro)
        setattr(self, name, found)
        return found


@cache
def environment() -> Environment:
    """Return the one environment of the process."""
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        loader=FileSystemLoader(FOLDER),
    )
    # The extension adds this method when it is loaded; Jinja's types do not know it.
    made.install_gettext_callables(  # type: ignore[attr-defined]  # see above
        language.gettext, language.ngettext, newstyle=True
    )
    made.policies["ext.i18n.trimmed"] = True
    made.filters.update(FILTERS, said=said, wrong=wrong, source_kind=source_kind)
    made.globals.update(
        static_url=static_url,
        govuk=Components(),
        page_locale=language.locale,
        local=language.local,
        demo=False,
    )
    return made


def source_kind(certainty: str) -> str:
    """Return the kind of source of an article that needs confirmation: "sumber kedua"."""
    return str(SOURCE_KINDS[Certainty(certainty)])


def said(text: str | None) -> dict[str, str] | None:
    """Return a text as the components take one, None for no text."""
    return {"text": text} if text else None


def wrong(text: str | None) -> dict[str, str] | None:
    """Return the sentence of an error as the components take it, None for no error."""
    hidden = language.gettext("Kesalahan")
    return {"text": text, "visuallyHiddenText": hidden} if text else None


def mark_demo(*, demo: bool) -> None:
    """Let pages without a frame, those of errors, say too that everything is invented."""
    environment().globals["demo"] = demo


def render(template: str, **context: object) -> str:
    """Return the text of a template; every name it uses must be in `context`."""
    return environment().get_template(template).render(context)
