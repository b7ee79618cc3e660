"""Every page of the public site, from the figures of the log and the published releases."""

from netralitas.evaluation.domain import Figures
from netralitas.public import sections
from netralitas.public.figures import figures_page, flows, headlines
from netralitas.public.forms import CodeForm
from netralitas.public.outcomes import latest, outcome_sheets
from netralitas.public.pages import AboutPage, CheckPage, HomePage
from netralitas.public.sheets import Sheet
from netralitas.publication.queries import Published


def compose(figures: Figures, published: Published, threshold: int) -> tuple[Sheet, ...]:
    """Return a sheet for each page; only those with figures change whenever the log grows.

    `threshold` is how many people work in a group of posts that is shown apart.
    """
    home = HomePage(
        headlines=headlines(figures),
        flows=flows(figures),
        latest=latest(published),
        form=CodeForm.blank(),
    )
    figured, about = figures_page(figures), AboutPage(threshold=threshold)
    checked = CheckPage(form=CodeForm.blank())
    return (
        Sheet(path=sections.HOME, template="public/home.html", content=home, lasting=False),
        Sheet(
            path=sections.FIGURES, template="public/figures.html", content=figured, lasting=False
        ),
        Sheet(path=sections.STATUS, template="public/check.html", content=checked),
        Sheet(path=sections.ABOUT, template="public/about.html", content=about),
        *outcome_sheets(published),
    )
