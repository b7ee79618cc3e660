"""What is wrong, by field. Pure."""

type_problems = dict[str, list[str]]


def say(found: type_problems, name: str, sentence: str) -> None:
    """Add a sentence about a field."""
    found.setdefault(name, []).append(sentence)
