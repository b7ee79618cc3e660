"""What an administrator does at the pages of the law."""

from datetime import date
from typing import Any

from netralitas.law import book
from tests.make import days_ago
from tests.pages import Browser, Page

LAW = "/administrasi/hukum"


def next_workday(after: int = 1) -> date:
    """The so-many-th working day after today."""
    return book.load().calendar().workday_after(days_ago(0), after)


def day(name: str, on: date) -> dict[str, Any]:
    """A day as it is typed into three inputs."""
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


async def add_holiday(
    browser: Browser,
    on: date,
    *,
    name: str = "Cuti bersama",
    kind: str = "Cuti bersama",
    decree_on: date | None = None,
    **more: str,
) -> Page:
    """Fill in the form of a day off and send it; what comes is the preview, or the form."""
    form = (await browser.go(f"{LAW}/hari-libur")).form()
    days = day("on", on) | (day("decree_on", decree_on) if decree_on else {})
    values = {
        "kind": form.pick("kind", kind),
        "name": name,
        "source": "Keputusan Bersama 1/2026",
        "reason": "Menurut keputusan tiga menteri.",
        **more,
    }
    return await browser.send(form, values={**days, **values})


async def save(browser: Browser, preview: Page, *confirmed: str) -> Page:
    """Press the button below a preview, with these boxes ticked."""
    ticks = {"confirmed": list(confirmed)} if confirmed else {}
    return await browser.send(preview.form(), values=ticks)
