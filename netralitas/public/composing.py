"""The pages of the public site that are no outcomes: figures, and what stays as it is."""

from collections.abc import Sequence

from netralitas.evaluation.domain import Figures
from netralitas.public import sections
from netralitas.public.figures import figures_page, flows, headlines
from netralitas.public.forms import CodeForm
from netralitas.public.pages import AboutPage, CheckPage, HomePage, PublicPage, ReleaseLine
from netralitas.public.sheets import Sheet


def section_sheets(
    figures: Figures, newest: Sequence[ReleaseLine], threshold: int
) -> tuple[Sheet, ...]:
    """Return a sheet for each; only those with figures change whenever the log grows.

    Of the releases they name the `newest` alone. `threshold` is how many people work in a group of
    posts that is shown apart.
    """
    home = HomePage(
        headlines=headlines(figures),
        flows=flows(figures),
        latest=tuple(newest),
        form=CodeForm.blank(),
    )
    figured, about = figures_page(figures), AboutPage(threshold=threshold)
    plain = PublicPage()
    checked = CheckPage(form=CodeForm.blank())
    return (
        Sheet(path=sections.HOME, template="public/home.html", content=home, lasting=False),
        Sheet(
            path=sections.FIGURES, template="public/figures.html", content=figured, lasting=False
        ),
        Sheet(path=sections.STATUS, template="public/check.html", content=checked),
        Sheet(path=sections.ABOUT, template="public/about.html", content=about),
        Sheet(path=sections.PRIVACY, template="public/privacy.html", content=plain),
        Sheet(path=sections.ACCESSIBILITY, template="public/accessibility.html", content=plain),
    )
