"""Who is present, the page for phones, tests: one transaction and one event each."""

from netralitas.prevention.attending.commands.doors import close_door, open_door
from netralitas.prevention.attending.commands.listing import (
    import_people,
    list_people,
    remove_person,
)
from netralitas.prevention.attending.commands.quizzes import (
    note_papers,
    remove_papers,
    write_questions,
)

__all__ = [
    "close_door",
    "import_people",
    "list_people",
    "note_papers",
    "open_door",
    "remove_papers",
    "remove_person",
    "write_questions",
]
