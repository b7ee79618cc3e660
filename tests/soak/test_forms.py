"""Anything at all is typed into every form that anybody meets: each answer is one for people."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote_plus, urljoin, urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from netralitas import clock
from netralitas.accounts.sessions import begin
from netralitas.database.transactions import NOBODY, reading, writing
from netralitas.settings import Settings
from tests.concurrency.scene import opened
from tests.pages import FoundForm, read
from tests.programs import Demo
from tests.soak.conftest import Tell, part_of, weight

pytestmark = pytest.mark.soak

FORMS_SENT = part_of(5_000, least=200)
MOST_PAGES = part_of(80, least=40)  # that one visitor opens in search of forms
OF_ONE_KIND = 2  # pages whose addresses differ in their numbers alone
PATIENCE = 10.0  # seconds: no request hangs longer
MOST_GROWTH = 1.3  # of the web server's memory
FOR_PEOPLE = {200, 303, 400, 403, 404, 409, 413, 422, 429}
BEGIN = ("/beranda", "/perkara/baru", "/perkara", "/")
LEFT_ALONE = ("/keluar", "/demo/", "/static/", "/meja")
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}

odd = st.sampled_from(
    [
        *("", " ", "\x00", "\u202etxet", "\ud800", "👩‍👧", "نص", "²", "1e9", "-1", "on", "null"),
        *("x" * 6_000, "0" * 400, "'; --", "<script>", "../../x", "%00", "\r\nX: y", "9" * 30),
    ]
)
plausible = st.sampled_from(
    [
        *("1", "31", "2", "02", "Februari", "2024", "2026", "10.20", "24.00", "kosong"),
        *("197405122010011001", "001/K/2024", "Keterangan yang cukup panjang.", "report"),
    ]
)
typed = st.one_of(plausible, odd, st.text(max_size=30))

TODAY = clock.now()
FITTING = {
    "day": [str(TODAY.day)],
    "month": [str(TODAY.month)],
    "year": [str(TODAY.year)],
    "time": ["08.00"],
}
"""By the last part of a field's name."""

WORDS = ["Keterangan yang cukup panjang.", "001/K/2026", "12"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A form, who met it, and on which page."""

    visitor: httpx.Client
    who: str
    page: str
    form: FoundForm

    @property
    def action(self) -> str:
        """Where it is sent to."""
        return urljoin(self.page, self.form.action or self.page)


@st.composite
def filled_in(draw: st.DrawFn, form: FoundForm) -> list[Pair]:
    """What is sent: sensible but for a field or two, or each field chosen without looking."""
    names = list(dict.fromkeys(form.names))
    wild = draw(st.booleans())
    spoiled = names if wild else draw(st.lists(st.sampled_from(names or [""]), max_size=2))
    pairs: list[Pair] = []
    for name in names:
        ways: list[st.SearchStrategy[str | None]] = [st.sampled_from(sensible(form, name))]
        if name in spoiled:
            ways += [typed, st.none()]
        for _ in range(draw(st.sampled_from([1, 1, 1, 2])) if wild else 1):
            value = draw(st.one_of(ways))
            pairs += [(name, value)] if value is not None else []
    more = st.lists(st.tuples(st.text(max_size=8), typed), max_size=2)
    return [*pairs, *draw(more)] if wild else pairs


def sensible(form: FoundForm, name: str) -> list[str]:
    """What a person could mean by a field: what is offered, what stands there, words that fit."""
    offered = [value for value, _ in form.options.get(name, [])]
    part = name.rpartition("-")[2]
    return (
        offered or [text for text in form.values.get(name, []) if text] or FITTING.get(part, WORDS)
    )


def send(met: Met, pairs: Sequence[Pair], upload: bytes | None) -> httpx.Response:
    """Send the form as a browser would; with an upload where it takes one and there is one."""
    if met.form.files and upload is not None:
        plain = [(name, text.encode("utf-8", "replace")) for name, text in pairs]
        data: dict[str, list[bytes]] = {}
        for name, text in plain:
            data.setdefault(name, []).append(text)
        files = [(name, ("berkas.pdf", upload)) for name in met.form.files]
        return met.visitor.post(met.action, data=data, files=files, headers=SAME_ORIGIN)
    body = "&".join(
        f"{quote_plus(name, errors='surrogatepass')}={quote_plus(text, errors='surrogatepass')}"
        for name, text in pairs
    )
    headers = {**SAME_ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
    return met.visitor.post(met.action, content=body.encode(), headers=headers)


def met_by(visitor: httpx.Client, who: str) -> Iterator[Met]:
    """Every form on the pages that can be reached from the visitor's first ones."""
    waiting, kinds, forms = list(BEGIN), Counter[str](), set[str]()
    while waiting and kinds.total() < MOST_PAGES:
        path = waiting.pop(0)
        kind = re.sub(r"\d+", "N", urlsplit(path).path)
        if path.startswith(LEFT_ALONE) or not path.startswith("/") or kinds[kind] >= OF_ONE_KIND:
            continue
        kinds[kind] += 1
        answer = visitor.get(path, follow_redirects=True)
        assert answer.status_code < 500, f"{answer.status_code} for {path} as {who}"
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        page = read(answer)
        waiting += [link.partition("#")[0] for link in page.links.values()]
        for form in page.forms:
            if form.method == "post" and not form.action.startswith(LEFT_ALONE):
                met = Met(visitor=visitor, who=who, page=page.address, form=form)
                kind = re.sub(r"\d+", "N", met.action)
                if kind not in forms:
                    forms.add(kind)
                    yield met


async def sessions(of: Settings) -> dict[str, str]:
    """A session of everybody who has a desk, by login."""
    async with opened(of):
        now = clock.now()
        async with reading(NOBODY) as c:
            desks = await c.fetch(
                "SELECT d.id, o.login FROM desk d JOIN officer o ON o.id = officer"
            )
        async with writing(NOBODY) as c:
            until = now + timedelta(hours=2)
            return {
                row["login"]: await begin(c, desk=row["id"], now=now, expires_at=until)
                for row in desks
            }


def everything_met(stack: ExitStack, demo: Demo) -> list[Met]:
    """The forms that each person meets, and a stranger."""
    found: list[Met] = []
    known = {"": "", **asyncio.run(sessions(demo.settings()))}
    for login, token in known.items():
        cookies = {"netralitas": token} if token else {}
        visitor = httpx.Client(base_url=demo.address, cookies=cookies, timeout=PATIENCE)
        found += met_by(stack.enter_context(visitor), login or "a stranger")
    return found


def test_whatever_is_sent_no_form_fails(running_demo: Demo, tell: Tell) -> None:
    statuses: Counter[int] = Counter()
    wrong: list[str] = []
    with ExitStack() as stack:
        forms = everything_met(stack, running_demo)
        before, begun = weight(running_demo), time.monotonic()

        @settings(
            max_examples=FORMS_SENT,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.data())
        def type_anything(data: st.DataObject) -> None:
            met = data.draw(st.sampled_from(forms))
            pairs = data.draw(filled_in(met.form))
            upload = data.draw(st.one_of(st.none(), st.binary(max_size=400)))
            answer = send(met, pairs, upload)
            statuses[answer.status_code] += 1
            if answer.status_code not in FOR_PEOPLE:
                wrong.append(f"{answer.status_code} for {met.action} as {met.who}: {pairs!r}"[:600])

        type_anything()
        seconds = time.monotonic() - begun
    kinds = {re.sub(r"\d+", "N", met.action) for met in forms}
    counted = ", ".join(f"{status}: {amount}" for status, amount in sorted(statuses.items()))
    tell("forms: sent", f"{statuses.total():,} to {len(kinds)} kinds of form, {seconds:.0f} s")
    tell("forms: answers", counted)
    tell("forms: memory of the web server", f"{before:.0f} and {weight(running_demo):.0f} MB")
    assert wrong == []
    assert statuses[422] > 0 < statuses[303]
    assert weight(running_demo) <= MOST_GROWTH * before
