"""When everybody looks at once, or case tables are busy: pages stay, what is computed is slow."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx

from netralitas.intake import codes
from netralitas.intake.envelope import OfficeKeys
from netralitas.public import sections
from netralitas.public.throttle import EACH
from netralitas.public_app import PublicSite
from tests.conftest import Database
from tests.public.conftest import connected, type_publish
from tests.public.test_check_status import CODE, TOLD
from tests.public.test_complaining import PATH, filled_in

PAGES = ("/", "/hasil", "/angka", "/layanan")
SCRAPED = 500


@asynccontextmanager
async def locked(database: Database) -> AsyncIterator[None]:
    """Every table of the application is locked, so that nobody else even reads it."""
    async with connected(database, "postgres") as root:
        rows = await root.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = ", ".join(f'public."{row["tablename"]}"' for row in rows)
        await root.execute(f"BEGIN; LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
        assert {"case_file", "event", "proceeding"} < {row["tablename"] for row in rows}
        yield
        await root.execute("ROLLBACK")


async def test_while_the_case_tables_are_locked_pages_status_and_complaints_answer(
    site: PublicSite,
    visitor: httpx.AsyncClient,
    publish: type_publish,
    tell: Callable[..., Awaitable[None]],
    office: OfficeKeys,
    clone: Database,
) -> None:
    del office
    await publish({path: f"halaman {path}" for path in PAGES})
    await site.follower.look()
    await tell(CODE, TOLD)
    async with locked(clone), asyncio.timeout(5):
        for path in PAGES:
            assert (await visitor.get(path)).text == f"halaman {path}"
        answered = await visitor.post(sections.STATUS, data={"code": CODE})
        assert (answered.status_code, "Diregistrasi" in answered.text) == (200, True)
        assert (await visitor.get("/lapor")).status_code == 200
        sent = await visitor.post(PATH, data=await filled_in(visitor))
        assert (sent.status_code, "Kode rahasia" in sent.text) == (200, True)
        await publish({"/": "baru"})  # nor does it hold a new edition up
        assert await site.follower.look()
        assert (await visitor.get("/")).text == "baru"


async def test_a_scraper_gets_its_pages_and_few_answers_that_must_be_computed(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    await publish({path: f"halaman {path}" for path in PAGES})
    await site.follower.look()
    pages = [visitor.get(PAGES[number % len(PAGES)]) for number in range(SCRAPED)]
    asked = [
        visitor.post(sections.STATUS, data={"code": codes.make(number.to_bytes(12))})
        for number in range(SCRAPED // 10)
    ]
    answers = await asyncio.gather(*pages, *asked)
    assert Counter(each.status_code for each in answers[:SCRAPED]) == {200: SCRAPED}
    computed = answers[SCRAPED:]
    found = Counter(each.status_code for each in computed)
    assert found == {404: EACH.tries, 429: len(computed) - EACH.tries}
    refused = [each for each in computed if each.status_code == 429]
    assert all(int(each.headers["retry-after"]) >= 1 for each in refused)
    assert all("<h1" in each.text for each in refused)


async def test_a_network_in_front_may_keep_a_page_and_say_so(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    await publish({"/": "beranda"})
    await site.follower.look()
    page = await visitor.get("/")
    said = page.headers["cache-control"].split(", ")
    assert said[:2] == ["public", "max-age=10"]
    assert "s-maxage=10" in said
    assert "stale-while-revalidate=20" in said
    assert page.headers["vary"] == "Accept-Encoding"
    asked = await visitor.get("/", headers={"If-None-Match": page.headers["etag"]})
    assert (asked.status_code, asked.headers["cache-control"]) == (
        304,
        page.headers["cache-control"],
    )
    for path in (PATH, sections.STATUS, "/lapor"):
        kept = (await visitor.get(path)).headers.get("cache-control", "")
        assert "public" not in kept, path
