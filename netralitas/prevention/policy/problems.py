"""What is wrong with something that was said, sentence by sentence, by the name of its field."""

type_problems = dict[str, list[str]]


def add(found: type_problems, name: str, sentence: str) -> None:
    """Add a sentence about a field; the empty name is for the form as a whole."""
    found.setdefault(name, []).append(sentence)
