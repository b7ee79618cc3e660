"""The form itself: parse once, keep everything, collect every error."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Self

from netralitas.language import phrase
from netralitas.refusals import Invalid
from netralitas.web.forms.bound import Bound, type_options
from netralitas.web.forms.field import CONFIRMED, Field
from netralitas.web.forms.given import Given, Wrong, gather, showable

_CHOOSE_AGAIN = phrase("Pilih lagi berkasnya: berkas belum tersimpan karena ada isian yang salah.")

NEVER_SENT_BACK = frozenset({"password", "secret"})
"""The kinds of fields whose text no page shows again."""


class Form:
    """A declared set of fields, parsed from what a browser sent.

    `Form.parse` never raises, whatever arrives. `errors` holds full sentences by field name; the
    empty name is for the form as a whole. `check` is where a form compares its fields. A `prefix`
    lets several forms of one kind stand on one page ("terlapor-2-").
    """

    fields: ClassVar[Mapping[str, Field[Any]]] = {}
    marks_optional: ClassVar[bool] = True  # a line of filters need not say that each is optional

    def __init_subclass__(cls) -> None:
        """Collect the fields, inherited first, in the order they are written."""
        super().__init_subclass__()
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
        cls.fields = {**cls.fields, **own}

    def __init__(
        self,
        *,
        prefix: str = "",
        choices: Mapping[str, type_options] | None = None,
        today: date | None = None,
    ) -> None:
        """An untouched form; `choices` are options known only now, `today` bounds past dates."""
        self.prefix = prefix
        self.today = today
        self.errors: dict[str, list[str]] = {}
        self._choices = dict(choices or {})
        self._typed: dict[str, dict[str, tuple[str, ...]]] = {}
        self._values: dict[str, object] = {}
        self._with_files: set[str] = set()
        self._warned: set[str] = set()

    @classmethod
    def blank(cls, *, values: Mapping[str, object] | None = None, **context: Any) -> Self:  # noqa: ANN401 - the arguments of __init__
        """Return the form as first shown, with `values` already filled in."""
        form = cls(**context)
        for name, value in (values or {}).items():
            written = cls.fields[name].write(value) if value is not None else {}
            form._typed[name] = {part: tuple(texts) for part, texts in written.items()}
        return form

    @classmethod
    def parse(cls, data: object, **context: Any) -> Self:  # noqa: ANN401 - the arguments of __init__
        """Return the form with the values of `data` (a multidict, a mapping or pairs) read."""
        form = cls(**context)
        received = gather(data)
        for name, field in cls.fields.items():
            form._read(name, field, received)
        form.check()
        return form

    def _read(self, name: str, field: Field[Any], received: Mapping[str, Sequence[object]]) -> None:
        inputs = {part: received.get(self.input_name(name, part), ()) for part in field.parts}
        given = Given(
            label=field.label, inputs=inputs, choices=self.options(name), today=self.today
        )
        if field.kind not in NEVER_SENT_BACK:
            self._typed[name] = {part: tuple(map(showable, given.texts(part))) for part in inputs}
        if given.files():
            self._with_files.add(name)
        try:
            value = field.read(given)
        except Wrong as wrong:
            self.errors.setdefault(name, []).extend(map(str, wrong.sentences))
            return
        if value is None and field.required:
            self.refuse(name, field.missing)
        self._values[name] = value

    def check(self) -> None:
        """Compare fields with one another; call `refuse` for each thing wrong. Default: nothing."""

    def refuse(self, name: str, sentence: str) -> None:
        """Add a sentence about the field `name`, or about the whole form if it is empty."""
        self.errors.setdefault(name, []).append(str(sentence))

    def refuse_all(self, errors: Mapping[str, Sequence[str]]) -> None:
        """Add sentences by field, none twice; those about no field of it are about all of it."""
        for name, sentences in errors.items():
            place = name if name in self.fields else ""
            for sentence in sentences:
                if str(sentence) not in self.errors.get(place, []):
                    self.refuse(place, sentence)

    def warn(self, name: str, sentence: str | None) -> None:
        """Refuse the field with the sentence until the person confirms what stands in it.

        None is no warning. The field needs the part `sure`; text changed after it was confirmed is
        asked about again.
        """
        if sentence is None:
            return
        self._warned.add(name)
        typed = self._typed.get(name, {})
        if not typed.get(CONFIRMED) or typed[CONFIRMED] != typed.get(""):
            self.refuse(name, sentence)

    def read_value(self, name: str) -> Any:  # noqa: ANN401 - the field knows the type
        """Return what was read for the field, None when absent or wrong: for use in `check`."""
        return self._values.get(name)

    def value_of(self, name: str) -> object:
        """Return the value of the field; raises Invalid when the form has errors."""
        self.require()
        return self._values.get(name)

    def require(self) -> None:
        """Raise Invalid with every error and everything typed unless the form is valid."""
        if self.errors:
            raise Invalid(self.errors, self.typed)

    @property
    def valid(self) -> bool:
        """Whether no error was found."""
        return not self.errors

    @property
    def typed(self) -> dict[str, list[str]]:
        """Everything that was typed, by input name (prefix and part included)."""
        return {
            self.input_name(name, part): list(texts)
            for name, parts in self._typed.items()
            for part, texts in parts.items()
            if texts
        }

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """Every sentence with the address of its field's first input, in the order of the page."""
        order = ["", *self.fields]
        return [
            (sentence, self._address(name))
            for name in sorted(self.errors, key=lambda n: order.index(n) if n in order else 999)
            for sentence in self.errors[name]
        ]

    def _address(self, name: str) -> str:
        field = self.fields.get(name)
        if field is None or field.kind in {"hidden", "version"}:
            return ""
        return f"#{self.input_name(name, field.first_part)}"

    def field(self, name: str) -> Bound:
        """Return one field for the page; KeyError when the form has none of that name."""
        field = self.fields[name]
        return Bound(
            name=self.input_name(name),
            id=self.input_name(name),
            first_id=self.input_name(name, field.first_part),
            label=str(field.label),
            hint=self._hint(name, field.hint),
            kind=field.kind,
            required=field.required,
            marked=self.marks_optional and not field.required and field.kind != "ticked",
            maximum=field.maximum,
            errors=tuple(self.errors.get(name, ())),
            options=self.options(name),
            typed=self._typed.get(name, {}),
            warned=name in self._warned,
        )

    def _hint(self, name: str, hint: str) -> str:
        if self.errors and name in self._with_files:  # a page cannot give a browser its file back
            return f"{hint} {_CHOOSE_AGAIN}".strip()
        return str(hint)

    def options(self, name: str) -> type_options:
        """Return the options of a field of choice: those given now, else those declared."""
        declared: type_options = getattr(self.fields[name], "choices", ())
        return self._choices.get(name) or declared

    def input_name(self, name: str, part: str = "") -> str:
        """Return the name (and id) of the input for one part of a field."""
        return f"{self.prefix}{name}-{part}" if part else f"{self.prefix}{name}"
