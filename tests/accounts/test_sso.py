"""Sign-in through a provider over real HTTP: who gets in, who does not, and what is told."""

import io
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import fields
from datetime import timedelta
from typing import Any

import httpx
import pytest
import structlog

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts import throttle
from netralitas.accounts.commands import addresses, administration
from netralitas.accounts.sso import asking, commands, outbound
from netralitas.accounts.sso.commands import subject_digest
from netralitas.accounts.sso.domain import SsoProblem
from netralitas.cases.nip import NipSealer
from netralitas.settings import DEMO_SECRET
from netralitas.vault.cipher import Keys, Purpose
from netralitas.web import logging
from tests.accounts import provider as says
from tests.accounts.conftest import (
    SETTINGS,
    People,
    add_officer,
    auditor_asks,
    owner_asks,
    sign_in,
)
from tests.accounts.provider import KEY, NEW_KEY, Provider, providing
from tests.accounts.sso_walk import COOKIE, Walk, configured, walking
from tests.conftest import Database

RINA, DEWI = "rina@kab.example", "dewi@kab.example"
NIP = "197405122010011001"
SEALER = NipSealer(
    keys=Keys.derive(Purpose.NIP, "1", {"1": configured(Provider()).secret("vault")}),
    secret=SETTINGS.secret("index"),
)


@pytest.fixture(scope="module")
def served() -> Iterator[Provider]:
    """One provider for the tests of this file."""
    with providing() as provider:
        yield provider


@pytest.fixture
def provider(served: Provider) -> Iterator[Provider]:
    """The provider, honest, which vouches for Rina."""
    fresh = Provider(address=served.address)
    for each in fields(Provider):
        setattr(served, each.name, getattr(fresh, each.name))
    served.names("f:rina:1", email="Rina@kab.example", email_verified=True)
    yield served
    served.hanging.set()


@pytest.fixture
async def walk(people: People, provider: Provider) -> AsyncIterator[Walk]:
    """Nobody is signed in; Rina has an address."""
    await addresses.set_mail(login="rina", address=RINA, actor=people.system)
    async with walking(provider) as opened:
        yield opened


async def events(engine: Database) -> list[str]:
    asked = "SELECT name FROM event WHERE name LIKE 'account.s%' ORDER BY id"
    rows = await auditor_asks(engine, asked)
    return [row["name"] for row in rows if row["name"] != "account.superior_set"]


async def test_a_verified_address_is_the_account_that_has_it(
    walk: Walk, people: People, engine: Database
) -> None:
    shown = await walk.client.get("/masuk", params={"next": "/perkara?tahap=pleno"})
    assert 'href="/masuk/sso?next=%2Fperkara%3Ftahap%3Dpleno"' in shown.text
    answer = await walk.whole("/perkara?tahap=pleno")
    assert (answer.status_code, answer.headers["location"]) == (303, "/perkara?tahap=pleno")
    assert await walk.officer() == people.rina
    assert COOKIE not in walk.client.cookies
    assert await events(engine) == ["account.sso_linked", "account.signed_in"]
    [link] = await owner_asks(engine, "SELECT officer, subject FROM sso_link")
    secret = SETTINGS.secret("index")
    assert link["officer"] == people.rina
    assert link["subject"] == subject_digest(walk.provider.issuer, "f:rina:1", secret)


async def test_what_the_browser_takes_along_is_what_the_standard_asks(walk: Walk) -> None:
    query = await walk.start()
    assert query["response_type"] == "code"
    assert query["code_challenge_method"] == "S256"
    assert query["redirect_uri"] == "https://netralitas.test/masuk/sso/kembali"
    assert query["scope"] == "openid email"
    texts = [query[name] for name in ("state", "nonce", "code_challenge")]
    assert len(set(texts)) == 3
    assert min(map(len, texts)) >= 43
    again = await walk.start()
    assert not {again[name] for name in ("state", "nonce", "code_challenge")} & set(texts)


async def test_the_cookie_of_a_try_is_out_of_reach_and_tells_nothing(walk: Walk) -> None:
    answer = await walk.client.get("/masuk/sso")
    [cookie] = [head for head in answer.headers.get_list("set-cookie") if COOKIE in head]
    attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert attributes == {"httponly", "max-age=600", "path=/", "samesite=lax", "secure"}
    state = httpx.URL(answer.headers["location"]).params["state"]
    assert state not in cookie


async def test_a_nip_that_the_command_line_set_is_an_account_too(
    walk: Walk, people: People, engine: Database
) -> None:
    shown = await commands.set_nip(login="dewi", nip=NIP, sealer=SEALER, actor=people.system)
    assert shown == "1001"
    walk.provider.names("f:dewi:1", nip="19740512 201001 1 001")
    answer = await walk.whole()
    assert answer.headers["location"] == "/meja"  # she has two desks
    assert await walk.officer() == people.dewi
    [row] = await owner_asks(engine, "SELECT * FROM officer_nip")
    assert NIP.encode() not in row["nip_cipher"] + row["nip_digest"]


async def test_an_identity_stays_an_accounts_when_its_address_becomes_anothers(
    walk: Walk, people: People, engine: Database
) -> None:
    await walk.whole()
    await walk.client.post("/keluar")
    await addresses.set_mail(login="dewi", address=DEWI, actor=people.system)
    walk.provider.names("f:rina:1", email=DEWI, email_verified=True)
    await walk.whole()
    assert await walk.officer() == people.rina
    await walk.client.post("/keluar")
    # Somebody else has got her old address there: it does not become her account.
    walk.provider.names("f:orang-baru:7", email=RINA, email_verified=True)
    await walk.refused(SsoProblem.OTHER_IDENTITY)
    await commands.unlink(login="rina", actor=people.system)
    await walk.whole()
    assert await walk.officer() == people.rina
    assert (await events(engine)).count("account.sso_linked") == 2


async def test_an_address_only_in_the_userinfo_counts_when_it_is_of_the_same_person(
    walk: Walk, people: People
) -> None:
    walk.provider.names("f:rina:1")
    walk.provider.userinfo = {"email": RINA, "email_verified": True, "sub": "f:orang-lain:1"}
    await walk.refused(SsoProblem.UNTRUSTED)
    walk.provider.userinfo = {"email": RINA, "email_verified": True}
    await walk.whole()
    assert await walk.officer() == people.rina


UNCLEAR: tuple[tuple[dict[str, object], SsoProblem], ...] = (
    ({"email": RINA, "email_verified": False}, SsoProblem.NOBODY_NAMED),
    ({"email": RINA}, SsoProblem.NOBODY_NAMED),
    ({"email": RINA, "email_verified": "yes"}, SsoProblem.NOBODY_NAMED),
    ({"email": [RINA], "email_verified": True, "nip": "1" * 17}, SsoProblem.NOBODY_NAMED),
    ({"email": "orang@lain.example", "email_verified": True}, SsoProblem.NO_ACCOUNT),
    ({"email": RINA, "email_verified": True, "nip": NIP}, SsoProblem.SEVERAL_ACCOUNTS),
)


async def test_who_is_not_one_account_gets_none(walk: Walk, people: People) -> None:
    await commands.set_nip(login="dewi", nip=NIP, sealer=SEALER, actor=people.system)
    for claims, problem in UNCLEAR:
        walk.provider.names("f:1", **claims)
        await walk.refused(problem)
    await addresses.set_mail(login="dewi", address=RINA.upper(), actor=people.system)
    walk.provider.names("f:1", email=RINA, email_verified=True)
    await walk.refused(SsoProblem.SEVERAL_ACCOUNTS)


async def test_a_disabled_person_stays_out_before_the_first_time_and_after(
    walk: Walk, people: People
) -> None:
    await walk.whole()
    await administration.disable(login="rina", actor=people.system)
    # Not even as another person who has got the address since.
    await addresses.set_mail(login="dewi", address=RINA, actor=people.system)
    assert await walk.officer() is None
    await walk.refused(SsoProblem.NO_ACCOUNT)
    await commands.unlink(login="rina", actor=people.system)
    await addresses.set_mail(login="dewi", address=None, actor=people.system)
    await walk.refused(SsoProblem.NO_ACCOUNT)


UNTRUE: tuple[dict[str, Any], ...] = (
    *({"nonce": "x" * 43}, {"nonce": None}, {"aud": "aplikasi-lain"}, {"aud": [says.CLIENT, "x"]}),
    *({"azp": "aplikasi-lain"}, {"iss": "https://lain.example"}, {"sub": ""}, {"sub": "s" * 300}),
    *({"sub": 7}, {"exp": None}, {"iat": 1e400}, {"iat": "x"}),
)
UNPROVED: tuple[Callable[[says.Claims], str], ...] = (
    *(says.by_another_key, says.by_a_new_key, says.changed_afterwards),
    *(says.by_nobody, says.by_the_public_key, lambda _: "bukan.token"),
)


async def test_a_token_that_is_not_all_true_lets_nobody_in(walk: Walk, people: People) -> None:
    for walk.provider.instead in UNTRUE:
        await walk.refused(SsoProblem.UNTRUSTED)
    walk.provider.instead = {}
    for walk.provider.token in UNPROVED:
        await walk.refused(SsoProblem.UNTRUSTED)
    walk.provider.token = says.signed
    await walk.whole()
    assert await walk.officer() == people.rina


async def test_clocks_may_differ_by_a_minute_and_more_is_called_so(
    walk: Walk, people: People
) -> None:
    now = int(clock.now().timestamp())
    for seconds, minutes in ((600, 10), (-3600, 60)):
        walk.provider.instead = {"iat": now + seconds, "exp": now + seconds + 300}
        told = await walk.refused(SsoProblem.CLOCK)
        assert f"berbeda sekitar {minutes} menit" in told
    for seconds in (45, -340):
        walk.provider.instead = {"iat": now + seconds, "exp": now + seconds + 300}
        await walk.whole()
        assert await walk.officer() == people.rina
        await walk.client.post("/keluar")


async def test_a_new_key_of_the_provider_is_asked_for_once_a_minute(
    walk: Walk, people: People
) -> None:
    await walk.whole()
    await walk.client.post("/keluar")
    walk.provider.keys, walk.provider.token = [KEY, NEW_KEY], says.by_a_new_key
    await walk.refused(SsoProblem.UNTRUSTED)  # the keys were read a moment ago
    with clock.at(clock.now() + timedelta(minutes=2)):
        await walk.whole()
        assert await walk.officer() == people.rina
    assert walk.provider.asked.count("/keys") == 2


async def test_a_try_is_good_once_even_where_the_provider_redeems_twice(
    walk: Walk, people: People
) -> None:
    query = await walk.start()
    cookie = walk.client.cookies[COOKIE]
    await walk.finish(query)
    await walk.client.post("/keluar")
    walk.client.cookies.set(COOKIE, cookie, domain="netralitas.test")
    await walk.refused(SsoProblem.USED, await walk.finish(query))


async def test_an_answer_counts_in_the_browser_that_asked_and_for_ten_minutes(
    walk: Walk, people: People
) -> None:
    query = await walk.start()
    async with walking(walk.provider) as other:
        await other.refused(SsoProblem.STATE, await other.finish(query))  # no try at all
        mine = await other.start()
        await other.refused(SsoProblem.STATE, await other.finish(query))  # another try
        walk.client.cookies.set(COOKIE, "bukan-milik-kami", domain="netralitas.test")
        await walk.refused(SsoProblem.STATE, await walk.finish(mine))
    query = await walk.start()
    with clock.at(clock.now() + timedelta(minutes=11)):
        await walk.refused(SsoProblem.STATE, await walk.finish(query))
    await walk.refused(SsoProblem.STATE, await walk.client.get("/masuk/sso/kembali"))
    assert walk.provider.asked.count("/token") == 0


BACK: tuple[tuple[dict[str, str], SsoProblem], ...] = (
    ({"iss": "https://lain.example"}, SsoProblem.UNTRUSTED),
    ({"iss": ""}, SsoProblem.UNTRUSTED),
    ({"code": ""}, SsoProblem.STATE),
    ({"code": "c" * 5000}, SsoProblem.STATE),
    ({"code": "salah"}, SsoProblem.REFUSED_THERE),
    ({"code": "", "error": "access_denied"}, SsoProblem.DENIED),
    ({"code": "", "error": "<script>"}, SsoProblem.REFUSED_THERE),
)


async def test_what_comes_back_is_of_the_provider_that_was_asked(walk: Walk) -> None:
    for walk.provider.back, problem in BACK:
        assert "<script>" not in await walk.refused(problem)


DOCUMENTS: tuple[tuple[dict[str, object], SsoProblem], ...] = (
    ({"issuer": "https://lain.example"}, SsoProblem.MISCONFIGURED),
    ({"token_endpoint": None}, SsoProblem.BROKEN_ANSWER),
    ({"jwks_uri": "file:///etc/passwd"}, SsoProblem.BROKEN_ANSWER),
    ({"authorization_endpoint": "https://a@b.example/"}, SsoProblem.BROKEN_ANSWER),
    ({"token_endpoint": "http://["}, SsoProblem.BROKEN_ANSWER),
)


async def test_a_document_of_another_or_half_of_one_is_not_used(walk: Walk) -> None:
    for walk.provider.document, problem in DOCUMENTS:
        await walk.refused(problem, await walk.client.get("/masuk/sso"))


async def test_a_provider_that_fails_hangs_or_floods_leaves_the_password(
    walk: Walk, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider, start = walk.provider, "/masuk/sso"
    for status, raw, problem in (
        (500, None, SsoProblem.AWAY),
        (302, None, SsoProblem.BROKEN_ANSWER),
        (200, b"<html>", SsoProblem.BROKEN_ANSWER),
        (200, b"[" * 200_000, SsoProblem.BROKEN_ANSWER),
        (200, b"{" + b" " * outbound.LARGEST, SsoProblem.BROKEN_ANSWER),
    ):
        provider.status, provider.raw = status, raw
        await walk.refused(problem, await walk.client.get(start))
    provider.status, provider.raw, provider.hangs = 200, None, True
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    await walk.refused(SsoProblem.AWAY, await walk.client.get(start))
    assert (await sign_in(walk.client)).status_code == 303
    assert await walk.officer() == people.rina


async def test_nobody_there_is_told_in_a_sentence(people: People) -> None:
    with providing() as gone:
        address = gone.address
    async with walking(Provider(address=address)) as walk:
        await walk.refused(SsoProblem.AWAY, await walk.client.get("/masuk/sso"))


async def test_a_wrong_secret_is_the_installations_fault_and_not_the_persons(
    people: People, provider: Provider
) -> None:
    async with walking(provider, oidc_client_secret="lain") as walk:
        await walk.refused(SsoProblem.MISCONFIGURED)


async def test_who_returns_too_often_from_one_address_waits(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "PER_ADDRESS", 3)
    walk.provider.back = {"code": "salah"}
    for _ in range(3):
        await walk.refused(SsoProblem.REFUSED_THERE)
    assert (await walk.whole()).status_code == 429
    assert walk.provider.asked.count("/token") == 3


async def test_nothing_of_a_walk_stands_in_log_events_or_addresses(
    walk: Walk, engine: Database
) -> None:
    before, stream = structlog.get_config(), io.StringIO()
    logging.configure(demo=False, stream=stream)
    try:
        query = await walk.start()
        done = await walk.finish(query)
        walk.provider.back = {"code": "salah"}
        await walk.client.post("/keluar")
        await walk.whole()
    finally:
        structlog.configure(**before)
    rows = await auditor_asks(engine, "SELECT canonical FROM event")
    seen = stream.getvalue() + done.headers["location"] + str([bytes(row[0]) for row in rows])
    assert '"error": "invalid_grant"' in seen
    secrets = {query["state"], query["nonce"], "f:rina:1", RINA, "kunci", "salah", DEMO_SECRET}
    assert [secret for secret in secrets if secret in seen] == []


async def test_whoever_is_signed_in_does_not_go_there(walk: Walk) -> None:
    await sign_in(walk.client)
    answer = await walk.client.get("/masuk/sso", params={"next": "//evil.example"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/beranda")


async def test_a_second_factor_is_asked_here_unless_the_provider_was_shown_one(
    walk: Walk, people: People, engine: Database
) -> None:
    admin = await add_officer(people.system, "wira", people.regency, Role.ADMINISTRATOR)
    await addresses.set_mail(login="wira", address="wira@kab.example", actor=people.system)
    address = {"email": "wira@kab.example", "email_verified": True}
    for said in ({}, {"acr": "silver"}, {"amr": ["pwd"]}, {"amr": "mfa"}):
        walk.provider.names("f:wira:1", **address, **said)
        answer = await walk.whole("/perkara")
        assert answer.headers["location"] == "/masuk/pemasangan?next=%2Fperkara"
        assert await walk.officer() is None
    for said in ({"acr": "gold"}, {"amr": ["pwd", "mfa"]}):
        walk.provider.names("f:wira:1", **address, **said)
        assert (await walk.whole("/perkara")).headers["location"] == "/perkara"
        assert await walk.officer() == admin
        await walk.client.post("/keluar")
    [row] = await owner_asks(
        engine, "SELECT count(*) FILTER (WHERE stepped_up_at IS NOT NULL) AS up FROM session"
    )
    assert row["up"] == 0  # for a grave act it is asked here


async def test_without_a_provider_there_is_no_button_and_no_way(
    people: People, provider: Provider
) -> None:
    async with walking(provider, oidc_issuer="") as walk:
        assert "/masuk/sso" not in (await walk.client.get("/masuk")).text
        assert (await walk.client.get("/masuk/sso")).status_code == 404
        assert (await walk.client.get("/masuk/sso/kembali")).status_code == 404
