"""The sections of a pack in their order: one list makes the paper, the sheets, the CSV files."""

from netralitas.evaluation.packs.domain import Section
from netralitas.evaluation.packs.pages import ActivityLine, Content
from netralitas.evaluation.packs.sections import beside, figures, meeting


def sections(content: Content, activities: tuple[ActivityLine, ...] = ()) -> tuple[Section, ...]:
    """Return every section of a pack; `activities` are in the annexes alone."""
    return (
        *meeting.agreement(content),
        meeting.agenda(content),
        meeting.carried(content),
        *(figures.changed(content.counted) if content.counted else ()),
        *figures.measured(content),
        *beside.standing(content),
        *(figures.late_entries(content.counted) if content.counted else ()),
        *beside.prevention(content, activities),
        meeting.decided(content),
        *meeting.sitting(content),
        *(figures.defined(content.counted) if content.counted else ()),
    )
