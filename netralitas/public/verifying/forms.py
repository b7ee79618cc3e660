"""What is asked of whoever holds a paper: its code, its file, or both."""

from netralitas.intake import codes
from netralitas.public.forms import what_is_wrong
from netralitas.public.verifying import words
from netralitas.public.words import CODE_LONGEST
from netralitas.web.forms import MEBIBYTE, FileKind, Form, Text, Upload, optional

LARGEST = 20 * MEBIBYTE
_KINDS = (FileKind.PDF, FileKind.DOCX, FileKind.JPEG, FileKind.PNG)


class PaperForm(Form):
    """The code of a paper as it was typed, and a file of it."""

    code = optional(Text(words.CODE, hint=words.CODE_HINT, maximum=CODE_LONGEST))
    file = optional(Upload(words.FILE, hint=words.FILE_HINT, kinds=_KINDS, largest=LARGEST))

    def check(self) -> None:
        """Ask for one of both; a mistyped code is told without asking the database."""
        code = self.read_value("code")
        if code is not None and not codes.is_well_formed(code):
            self.refuse("code", what_is_wrong(codes.normalise(code)))
        if not self.errors and not (code or self.read_value("file")):
            self.refuse("code", words.NEITHER)
