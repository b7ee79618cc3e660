"""A citation in a form: what the register offers, and the warning about an old law.

The field is `netralitas.web.forms.Citation`; its module shows how the three go together.
"""

from datetime import date

from netralitas.law.laws import Register


def citation_choices(laws: Register) -> tuple[tuple[str, str], ...]:
    """Return the laws that a field of a citation offers: how each is cited, what it is about."""
    return tuple((law.id, law.about) for law in laws.laws())


def stale_citation(laws: Register, text: str | None, on: date) -> str | None:
    """Return the warning that a law cited in the text had been replaced by the day `on`, or None.

    It asks for a correction or a confirmation: an old law may be meant on purpose.
    """
    found = laws.stale(text, on) if text else None
    if found is None:
        return None
    return (
        f"Peraturan yang dikutip sudah diganti: {found}. Betulkan kutipannya, atau centang bahwa"
        " kutipan ini memang yang dimaksud."
    )
