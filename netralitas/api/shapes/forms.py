"""Forms as the API describes and takes them, and what a write is answered."""

from typing import Annotated

import msgspec
from msgspec import Meta

from netralitas.api.shapes.cases import Obstacle, type_id, type_version, type_words


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to pick: send the value."""

    value: str
    label: type_words


class FieldShape(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a form. `inputs` are the names under which its parts may be sent.

    A date may be sent whole under the first name ("2024-09-02"), files in `files`.
    """

    name: Annotated[str, Meta(examples=["happened"])]
    label: type_words
    hint: type_words
    kind: Annotated[str, Meta(examples=["date"])]
    required: bool
    maximum: Annotated[int | None, Meta(description="Characters.")]
    inputs: tuple[str, ...]
    options: tuple[Option, ...]


class FormShape(msgspec.Struct, frozen=True, kw_only=True):
    """What a write asks for. `blocked` says what stands against it whatever is sent."""

    label: type_words
    basis: tuple[str, ...]
    blocked: tuple[Obstacle, ...]
    fields: tuple[FieldShape, ...]


class FileSent(msgspec.Struct, frozen=True, kw_only=True):
    """A file: the name it claims, and its bytes in base64."""

    name: Annotated[str, Meta(max_length=200, examples=["surat.pdf"])]
    content: bytes


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A form filled in: each field by the name of its input, several values as a list.

    `versions` are those of further proceedings that the write concerns, by their id; that of the
    proceeding in the address is sent as If-Match.
    """

    fields: Annotated[
        dict[str, str | list[str]],
        Meta(max_length=200, examples=[{"happened": "2024-09-02", "reason": "Catatan."}]),
    ]
    files: Annotated[dict[str, FileSent], Meta(max_length=20)] = {}
    versions: Annotated[dict[str, int], Meta(max_length=500)] = {}


class Now(msgspec.Struct, frozen=True, kw_only=True):
    """How a proceeding stands after a write."""

    id: type_id
    version: type_version
    workflow: str
    state: str


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What a write left behind: the events, in order, and every proceeding as it stands now."""

    case: type_id
    events: tuple[int, ...]
    proceedings: tuple[Now, ...]


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """What was added: its number, with which to ask for it."""

    id: type_id
