"""How values read on a page: dates, times, numbers, sizes, masked numbers."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from netralitas import language

_ZONE_NAMES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
_MASK = "•"


def long_date(value: date) -> str:
    """Return "Senin, 2 September 2024"; a datetime must be aware and is shown in the page's zone.

    The pattern is our own: the one of the locale pads the day, which official letters do not.
    """
    return format_date(_day(value), "EEEE, d MMMM y", locale=language.locale())


def plain_date(value: date) -> str:
    """Return "2 September 2024"."""
    return format_date(_day(value), "d MMMM y", locale=language.locale())


def short_date(value: date) -> str:
    """Return "2 Sep 2024", for tables."""
    return format_date(_day(value), "d MMM y", locale=language.locale())


def month(value: date) -> str:
    """Return "September 2024"."""
    return format_date(_day(value), "MMMM y", locale=language.locale())


def clock_time(value: datetime) -> str:
    """Return "10.20 WIB": an aware moment in the page's zone."""
    local = _local(value)
    pattern = "HH.mm" if language.locale() == language.SOURCE else "HH:mm"
    return f"{format_time(local, pattern, locale=language.locale())} {_zone_name(local)}"


def long_time(value: datetime) -> str:
    """Return "Senin, 2 September 2024 pukul 10.20 WIB"."""
    joined = language.gettext("pukul")
    return f"{long_date(value)} {joined} {clock_time(value)}"


def short_time(value: datetime) -> str:
    """Return "2 Sep 2024, 10.20 WIB", for tables and logs."""
    return f"{short_date(value)}, {clock_time(value)}"


def machine_time(value: date) -> str:
    """Return what the `datetime` attribute of a `<time>` needs: ISO 8601."""
    return _local(value).isoformat() if isinstance(value, datetime) else value.isoformat()


def number(value: float) -> str:
    """Return a number grouped as in Indonesian: 1.234.567,89."""
    return format_decimal(value, locale=language.locale())


def masked_nip(value: str) -> str:
    """Return a NIP or NIK with only its last four digits visible.

    The front of it holds the birth date, so nothing there is shown; the length stays.
    """
    digits = "".join(value.split())
    return _MASK * (len(digits) - 4) + digits[-4:] if len(digits) > 4 else _MASK * len(digits)


def file_size(value: int) -> str:
    """Return a number of bytes in words: 812 byte, 48 KB, 2,4 MB."""
    if value < 1024:
        return language.ngettext("{size} byte", "{size} byte", value).format(size=value)
    if value < 1024 * 1024:
        return f"{number(round(value / 1024))} KB"
    return f"{number(round(value / (1024 * 1024), 1))} MB"


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone cannot be shown")
    # A moment that already stands in an Indonesian zone was put there by its page.
    placed = str(moment.tzinfo) in _ZONE_NAMES
    return moment if placed else moment.astimezone(ZoneInfo(language.zone()))


def _day(value: date) -> date:
    return _local(value).date() if isinstance(value, datetime) else value


def _zone_name(moment: datetime) -> str:
    return _ZONE_NAMES.get(str(moment.tzinfo), moment.tzname() or str(UTC))


FILTERS = {
    filter_.__name__: filter_
    for filter_ in (
        clock_time,
        file_size,
        long_date,
        long_time,
        machine_time,
        masked_nip,
        month,
        number,
        plain_date,
        short_date,
        short_time,
    )
}
