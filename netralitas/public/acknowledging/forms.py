"""What a receiver types: the code of the sheet, then who received it and when."""

from netralitas.public.acknowledging import words
from netralitas.public.forms import CodeForm
from netralitas.public.words import CODE_LONGEST
from netralitas.web.forms import DateField, Text


class SheetCodeForm(CodeForm):
    """The code of the sheet as it was typed."""

    code = Text(words.CODE, hint=words.CODE_HINT, missing=words.CODE_MISSING, maximum=CODE_LONGEST)


class ReceivedForm(SheetCodeForm):
    """Who received the package and on which day; the code is carried along."""

    name = Text(words.NAME, minimum=3, maximum=120)
    post = Text(words.POST, minimum=2, maximum=120)
    on = DateField(words.DAY, hint=words.DAY_HINT, past=True)
