"""Forms as another installation describes them."""

from typing import Any


def form(code: str, *, others: range, follow_up_office: dict[str, str]) -> dict[str, Any]:
    """The form of a recommendation as another installation describes it."""
    people = [{"value": str(one), "label": "Terlapor"} for one in others]
    offices = [{"value": one, "label": said} for one, said in follow_up_office.items()]
    words = [{"value": one, "label": one} for one in ("discipline_medium", "discipline_light")]
    return {
        "label": code,
        "fields": [
            field("happened", "happened"),
            field("letter_in_subject", "text", required=True, maximum=200),
            field("follow_up_office", "choice", offices, required=True),
            field("recommended", "choice", words),
            field("others", "choices", people),
            field("recommended_second", "choice", words),
            field("others_second", "choices", people),
            field("reason", "paragraph", maximum=4000),
        ],
    }


def field(
    name: str,
    kind: str,
    options: list[dict[str, str]] | None = None,
    *,
    required: bool = False,
    maximum: int | None = None,
) -> dict[str, Any]:
    """A field of another installation's form."""
    told = {"name": name, "kind": kind, "label": f"Isian {name}", "options": options or []}
    return {**told, "required": required, "maximum": maximum}
