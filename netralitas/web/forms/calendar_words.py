"""How people write a day: what is accepted, and the sentence when it is not."""

import re
from datetime import date, time

from netralitas.language import phrase, say
from netralitas.law.words import MONTHS
from netralitas.web.forms.given import Given, Wrong

_DAY, _MONTH, _YEAR = phrase("tanggal"), phrase("bulan"), phrase("tahun")
EARLIEST_YEAR = 1900
LATEST_YEAR = 2100
# Spellings met on letters and keyboards beside the first three letters of the month.
_SPELLINGS = {
    "ags": 8,
    "agt": 8,
    "pebruari": 2,
    "peb": 2,
    "nopember": 11,
    "nop": 11,
    "sept": 9,
    "may": 5,
    "aug": 8,
    "august": 8,
    "oct": 10,
    "october": 10,
    "dec": 12,
    "december": 12,
    "january": 1,
    "february": 2,
    "march": 3,
    "june": 6,
    "july": 7,
}
_WEEKDAY = re.compile(
    r"(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[,.]?\s*",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2}|[A-Za-z]+)\.?\s*[-/. ]\s*([0-9]+)")
_TIME = re.compile(
    r"([0-9]{1,2})(?:[.:]([0-9]{2}))?(?:[.:][0-9]{2})?\s*(?:wib|wita|wit)?", re.IGNORECASE
)
_TIME_JOINED = re.compile(r"([0-9]{2})([0-9]{2})")


def month_number(text: str) -> int | None:
    """Return 1 to 12 for "9", "09", "September", "Sep"; None for anything else."""
    word = text.strip().rstrip(".").lower()
    if re.fullmatch(r"[0-9]{1,2}", word):
        return int(word) if 1 <= int(word) <= 12 else None
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    for number, name in enumerate(MONTHS, start=1):
        if word in {name.lower(), name[:3].lower()}:
            return number
    return None


def split_day(text: str, label: str) -> tuple[str, str, str]:
    """Return day, month and year as typed in one text; raises Wrong when it is no date."""
    text = _WEEKDAY.sub("", text.strip(), count=1)
    if match := _YEAR_FIRST.fullmatch(text):
        return match[3], match[2], match[1]
    if match := _DAY_FIRST.fullmatch(text):
        return match[1], match[2], match[3]
    raise Wrong(
        say("{label} harus berupa tanggal, misalnya 2/9/2024 atau 2 September 2024.", label=label)
    )


def year_number(text: str, label: str) -> int:
    """Return the year; raises Wrong unless it has four digits between 1900 and 2100."""
    if not re.fullmatch(r"[0-9]{4}", text):
        raise Wrong(say("{label}: tulis tahun dengan empat angka, misalnya 2024.", label=label))
    if not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise Wrong(
            say(
                "{label}: tahun harus antara {first} dan {last}.",
                label=label,
                first=EARLIEST_YEAR,
                last=LATEST_YEAR,
            )
        )
    return int(text)


def required_month(text: str, label: str) -> int:
    """Return the month; raises Wrong when it is none."""
    month = month_number(text)
    if month is None:
        raise Wrong(
            say(
                "{label}: bulan harus 1 sampai 12 atau nama bulan, misalnya September.",
                label=label,
            )
        )
    return month


def day_from(day: str, month: str, year: str, label: str) -> date:
    """Return the date of three typed parts; raises Wrong with what is missing or impossible."""
    parts = ((_DAY, day), (_MONTH, month), (_YEAR, year))
    absent = [str(name) for name, text in parts if not text.strip()]
    if absent:
        what = say(" dan ").join(absent)
        raise Wrong(say("{label} belum lengkap: isi {what}.", label=label, what=what))
    number, of_year = required_month(month, label), year_number(year.strip(), label)
    if not re.fullmatch(r"[0-9]{1,2}", day.strip()):
        raise Wrong(say("{label}: tanggal harus berupa angka 1 sampai 31.", label=label))
    try:
        return date(of_year, number, int(day))
    except ValueError:
        shown = f"{int(day)} {MONTHS[number - 1]} {of_year}"
        raise Wrong(say("{label}: tidak ada tanggal {day}.", label=label, day=shown)) from None


def time_from(text: str, label: str) -> time:
    """Return the time of "10.20", "10:20", "1020" or "10"; raises Wrong otherwise."""
    match = _TIME_JOINED.fullmatch(text) or _TIME.fullmatch(text)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 99)
    if hour > 23 or minute > 59:
        raise Wrong(
            say("{label} harus berupa jam antara 00.00 dan 23.59, misalnya 10.20.", label=label)
        )
    return time(hour, minute)


def written_day(day: date) -> str:
    """Return a date as it stands in a sentence: 2 September 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_day(given: Given) -> date | None:
    """Return the day of three inputs or of one text, None when nothing was typed."""
    whole = given.line()
    day, month, year = (given.line(part) for part in ("day", "month", "year"))
    if not (month or year) and (whole or len(day) > 2):  # all of it in one input
        day, month, year = split_day(whole or day, given.label)
    if not (day or month or year):
        return None
    return day_from(day, month, year, given.label)


def refuse_future(day: date, given: Given) -> None:
    """Refuse a day after the form's `today`."""
    if given.today and day > given.today:
        raise Wrong(
            say(
                "{label} tidak boleh sesudah hari ini ({day}).",
                label=given.label,
                day=written_day(given.today),
            )
        )
