"""Codes as they are typed, a whole one told apart from a mistyped one."""

from netralitas.intake import codes
from netralitas.public import words
from netralitas.web.forms import Form, Text


class CodeForm(Form):
    """A code as it was typed. A mistyped one is told without asking the database."""

    code = Text(
        words.CODE, hint=words.CODE_HINT, missing=words.CODE_MISSING, maximum=words.CODE_LONGEST
    )

    def check(self) -> None:
        """Refuse what no receipt carries, with what to look at."""
        typed = self.read_value("code")
        if typed is not None and not codes.is_well_formed(typed):
            self.refuse("code", what_is_wrong(codes.normalise(typed)))


class OwnCodeForm(CodeForm):
    """The same for a draft: no receipt has been printed yet."""

    code = Text(
        words.OWN_CODE,
        hint=words.OWN_CODE_HINT,
        missing=words.OWN_CODE_MISSING,
        maximum=words.CODE_LONGEST,
    )


def what_is_wrong(plain: str) -> str:
    """Return what to look at in a code that cannot be one, without spaces and hyphens."""
    never = sorted(set(plain) - set(codes.ALPHABET))
    if never:
        return words.never_in_a_code("".join(never))
    if len(plain) != codes.LENGTH:
        return words.code_of_another_length(len(plain))
    return words.CODE_MISTYPED
