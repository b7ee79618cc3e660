"""Pages as a person meets them: forms found in the HTML, filled in and sent."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
UNPACKED = {"Accept-Encoding": "identity"}
"""Of thousands of pages: packing each, to unpack it a moment later, takes longer than the page."""
VOID = frozenset({"input", "br", "img", "meta", "link", "hr", "path"})


@dataclass(slots=True)
class FoundForm:
    """A form of a page: where it goes, what stands in it, what may be picked."""

    action: str
    method: str = "get"
    values: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    options: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def pick(self, name: str, words: str) -> str:
        """The value of the option whose words contain these."""
        found = [value for value, label in self.options[name] if words in label]
        assert found, f"{name} offers no {words!r}: {self.options[name]}"
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[FoundForm] = []
        self.text: list[str] = []
        self.headings: list[str] = []
        self.links: dict[str, str] = {}
        self._form: FoundForm | None = None
        self._select = ""
        self._option: tuple[str, list[str]] | None = None
        self._area: tuple[str, list[str]] | None = None
        self._label: tuple[str, list[str]] | None = None
        self._boxes: dict[str, tuple[str, str]] = {}
        self._link: tuple[str, list[str]] | None = None
        self._title: list[str] | None = None
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in {"script", "style"}:
            self._skip += 1
        elif tag == "form":
            self._form = FoundForm(found.get("action", ""), found.get("method", "get"))
            self.forms.append(self._form)
        elif tag == "a" and "href" in found:
            self._link = (found["href"], [])
        elif tag in {"h1", "h2", "h3"}:
            self._title = []
        elif tag == "label":
            self._label = (found.get("for", ""), [])
        if self._form is not None:
            self._in_form(tag, found, {name for name, _ in attrs})

    def _in_form(self, tag: str, found: dict[str, str], flags: set[str]) -> None:
        assert self._form is not None
        name = found.get("name", "")
        if tag == "input" and name:
            self._form.names.append(name)
            self._input(self._form, name, found, checked="checked" in flags)
        elif tag == "textarea":
            self._form.names.append(name)
            self._area = (name, [])
        elif tag == "select":
            self._form.names.append(name)
            self._select = name
            self._form.options[name] = []
        elif tag == "datalist":  # what is offered for typing, by the name of the list
            self._select = found.get("id", "")
            self._form.options[self._select] = []
        elif tag == "option":
            self._option = (found.get("value", ""), [])
            if "selected" in flags:
                self._form.values[self._select] = [found.get("value", "")]

    def _input(self, form: FoundForm, name: str, found: dict[str, str], *, checked: bool) -> None:
        kind = found.get("type", "text")
        if kind == "file":
            form.files.append(name)
        elif kind in {"checkbox", "radio"}:
            self._boxes[found.get("id", "")] = (name, found["value"])
            if checked:
                form.values.setdefault(name, []).append(found["value"])
        else:
            form.values.setdefault(name, []).append(found.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        self.text.append(data)
        for place in (self._option, self._area, self._label, self._link):
            if place is not None:
                place[1].append(data)
        if self._title is not None:
            self._title.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._skip -= 1
        elif tag in {"h1", "h2", "h3"} and self._title is not None:
            self.headings.append(_plain(self._title))
            self._title = None
        elif tag == "a" and self._link is not None:
            self.links.setdefault(_plain(self._link[1]), self._link[0])
            self._link = None
        elif tag == "form":
            self._form = None
        elif self._form is not None:
            self._close(tag)

    def _close(self, tag: str) -> None:
        assert self._form is not None
        if tag == "option" and self._option is not None:
            self._form.options[self._select].append((self._option[0], _plain(self._option[1])))
            self._option = None
        elif tag == "textarea" and self._area is not None:
            self._form.values[self._area[0]] = ["".join(self._area[1]).strip("\n")]
            self._area = None
        elif tag == "label" and self._label is not None:
            box = self._boxes.get(self._label[0])
            if box is not None:
                pairs = self._form.options.setdefault(box[0], [])
                pairs.append((box[1], _plain(self._label[1])))
            self._label = None


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


@dataclass(slots=True)
class Page:
    """An answer as a person reads it."""

    status: int
    address: str
    text: str
    headings: list[str]
    links: dict[str, str]
    forms: list[FoundForm]
    html: str
    headers: httpx.Headers

    def form(self, action: str = "") -> FoundForm:
        """The form of the page that posts to an address ending so; the page's own by default."""
        found = [
            form
            for form in self.forms
            if form.method == "post"
            and form.action.endswith(action)
            and form.action not in {"/keluar", "/demo/orang"}
        ]
        assert found, f"no form for {action!r} on {self.address}: {self.headings}"
        return found[0]

    def link(self, words: str) -> str:
        """The address of the first link that says this."""
        found = [href for label, href in self.links.items() if words in label]
        assert found, f"no link {words!r} among {list(self.links)}"
        return found[0]


def read(answer: httpx.Response) -> Page:
    """Read an answer."""
    reader = _Reader()
    reader.feed(answer.text)
    return Page(
        status=answer.status_code,
        address=str(answer.url.path),
        text=" ".join(" ".join(reader.text).split()),
        headings=reader.headings,
        links=reader.links,
        forms=reader.forms,
        html=answer.text,
        headers=answer.headers,
    )


@dataclass(slots=True)
class Browser:
    """One person's browser; every redirect is followed."""

    client: httpx.AsyncClient

    async def go(self, address: str) -> Page:
        """Open an address."""
        return read(await self.client.get(address.split("#", maxsplit=1)[0], follow_redirects=True))

    async def send(
        self,
        form: FoundForm,
        values: dict[str, Any] | None = None,
        **more: Any,  # noqa: ANN401 - what a person types, by name
    ) -> Page:
        """Fill in the form over what stands in it, and send it."""
        filled: dict[str, Any] = {**form.values, **(values or {}), **more}
        chosen = {name: value for name, value in filled.items() if name not in form.files}
        papers = {name: filled[name] for name in form.files if name in filled}
        unknown = set(chosen) - set(form.names)
        assert not unknown, f"the form has no {sorted(unknown)}, but {form.names}"
        files = [(name, ("berkas.pdf", content)) for name, content in papers.items()]
        answer = await self.client.post(
            form.action,
            data=chosen,
            files=files or None,
            headers={"Sec-Fetch-Site": "same-origin"},
            follow_redirects=True,
        )
        return read(answer)
