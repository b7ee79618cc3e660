"""The form of a version as it is shown, sent and shown again: rows are added by saving."""

from collections.abc import Iterable, Mapping
from typing import Any

from netralitas.cases.queries import title
from netralitas.investigation.study.domain import Content
from netralitas.investigation.study.forms import (
    MOST_ROWS,
    SPARE,
    CitationForm,
    ConclusionForm,
    ElementForm,
    StudyForm,
    written,
)
from netralitas.investigation.study.pages import WritePage
from netralitas.investigation.study.queries import Writing
from netralitas.law.laws import Register
from netralitas.legislation.words import citation_choices
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb

_TITLE = "Tulis kajian"


class Sheet:
    """All forms of one version, blank or as sent."""

    def __init__(
        self,
        found: Writing,
        form: StudyForm,
        elements: Iterable[ElementForm],
        citations: Iterable[CitationForm],
        conclusions: Iterable[ConclusionForm],
    ) -> None:
        """Keep them together with what they are about."""
        self.found = found
        self.form = form
        self.elements = tuple(elements)
        self.citations = tuple(citations)
        self.conclusions = tuple(conclusions)

    @property
    def _base(self) -> int:
        """Return the version over which it is written: as sent, else the last one."""
        sent: int | None = self.form.read_value("base")
        return self.found.study.number if sent is None else sent

    @property
    def valid(self) -> bool:
        """Say whether nothing is wrong in any of them."""
        rows: tuple[Form, ...] = (*self.elements, *self.citations, *self.conclusions)
        return self.form.valid and all(row.valid for row in rows)

    @property
    def content(self) -> Content:
        """Return what was written; only of valid forms."""
        people = zip(self.found.people, self.conclusions, strict=True)
        cited = (row.read_value("citation") for row in self.citations)
        return Content(
            facts=self.form.read_value("facts") or "",
            evidence=tuple(map(int, self.form.read_value("evidence") or ())),
            evidence_said=self.form.read_value("evidence_said") or "",
            elements=tuple(row.row for row in self.elements if row.row is not None),
            citations=tuple(dict.fromkeys(each for each in cited if each)),
            conclusions=tuple(row.conclusion(one.id) for one, row in people if row.found),
        )

    def page(self, *, stale: bool = False, changed: tuple[str, ...] = ()) -> WritePage:
        """Return the page that shows them; once stale, they go on over the last version."""
        base = f"{self.found.base}/kajian"
        people = zip(self.found.people, self.conclusions, strict=True)
        return WritePage(
            crumbs=self.found.crumbs(Crumb(_TITLE)),
            title=_TITLE,
            caption=title(self.found.view),
            action=f"{base}/ubah",
            back=base,
            base=self.found.study.number if stale else self._base,
            form=self.form,
            elements=self.elements,
            citations=self.citations,
            conclusions=tuple((one.called, one.post, row) for one, row in people),
            stale=stale,
            changed=changed,
        )


def blank_sheet(found: Writing, laws: Register) -> Sheet:
    """Return the forms filled with the last version, and rows to spare."""
    latest = found.study.latest
    content = latest.content if latest else Content()
    choices = {"evidence": _pieces(found)}
    cited = citation_choices(laws)
    concluded = {each.respondent: each for each in content.conclusions}
    elements = [
        {"article": e.article, "element": e.element, "analysis": e.analysis}
        for e in content.elements
    ]
    return Sheet(
        found,
        StudyForm.blank(values=written(content), choices=choices),
        [
            ElementForm.blank(values=row, choices={"article": cited}, prefix=f"unsur-{n}-")
            for n, row in enumerate([*elements, *[{}] * SPARE], start=1)
        ],
        [
            CitationForm.blank(values=row, choices={"citation": cited}, prefix=f"dasar-{n}-")
            for n, row in enumerate(
                [*({"citation": each} for each in content.citations), *[{}] * SPARE], start=1
            )
        ],
        [
            ConclusionForm.blank(
                values={
                    "findings": tuple(concluded[one.id].findings) if one.id in concluded else None,
                    "reason": concluded[one.id].reason if one.id in concluded else None,
                },
                prefix=f"terlapor-{one.id}-",
            )
            for one in found.people
        ],
    )


def sent_sheet(found: Writing, laws: Register, data: Mapping[str, Any]) -> Sheet:
    """Return the forms as they were sent."""
    cited = citation_choices(laws)
    return Sheet(
        found,
        StudyForm.parse(data, choices={"evidence": _pieces(found)}),
        [
            ElementForm.parse(data, choices={"article": cited}, prefix=f"unsur-{n}-")
            for n in range(1, _rows(data, "unsur") + 1)
        ],
        [
            CitationForm.parse(data, choices={"citation": cited}, prefix=f"dasar-{n}-")
            for n in range(1, _rows(data, "dasar") + 1)
        ],
        [ConclusionForm.parse(data, prefix=f"terlapor-{one.id}-") for one in found.people],
    )


def _pieces(found: Writing) -> list[tuple[str, str]]:
    return [(str(each.id), each.title) for each in found.evidence]


def _rows(data: Mapping[str, Any], kind: str) -> int:
    """Return how many rows of a kind were sent, up to a limit."""
    numbers = [
        int(parts[1])
        for key in data
        if (parts := str(key).split("-"))[0] == kind
        and len(parts) > 2
        and parts[1].isascii()
        and parts[1].isdigit()
        and len(parts[1]) < 4
    ]
    return min(max(numbers, default=SPARE), MOST_ROWS)
