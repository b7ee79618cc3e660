"""The pages of the public site that are no outcomes: figures, and what stays as it is."""

from collections.abc import Sequence

from netralitas.public import sections
from netralitas.public.counting.blocks import blocks
from netralitas.public.counting.counting import Counted
from netralitas.public.counting.front import flows, headlines
from netralitas.public.counting.pages import CountsPage
from netralitas.public.counting.words import FROM_EVENTS
from netralitas.public.forms import CodeForm
from netralitas.public.pages import AboutPage, CheckPage, HomePage, PublicPage, ReleaseLine
from netralitas.public.sheets import Sheet


def section_sheets(counted: Counted, newest: Sequence[ReleaseLine]) -> tuple[Sheet, ...]:
    """Return a sheet for each; only those with figures change whenever the log grows.

    Of the releases they name the `newest` alone.
    """
    home = HomePage(
        headlines=headlines(counted.totals),
        flows=flows(counted.totals),
        latest=tuple(newest),
        form=CodeForm.blank(),
    )
    figured = CountsPage(
        flows=flows(counted.totals), source=FROM_EVENTS, blocks=tuple(blocks(counted))
    )
    about, plain = AboutPage(threshold=counted.threshold), PublicPage()
    checked = CheckPage(form=CodeForm.blank())
    return (
        Sheet(path=sections.HOME, template="public/home.html", content=home, lasting=False),
        Sheet(
            path=sections.FIGURES,
            template="public/counting/figures.html",
            content=figured,
            lasting=False,
        ),
        Sheet(path=sections.STATUS, template="public/check.html", content=checked),
        Sheet(path=sections.ABOUT, template="public/about.html", content=about),
        Sheet(path=sections.PRIVACY, template="public/privacy.html", content=plain),
        Sheet(path=sections.ACCESSIBILITY, template="public/accessibility.html", content=plain),
    )
