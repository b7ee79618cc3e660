"""Whether a respondent is in service on a day, as far as the office knows. Pure."""

from datetime import date

from netralitas.discipline.domain import OUT_OF_SERVICE, PersonCheck


def in_service(check: PersonCheck | None, on: date | None) -> bool:
    """Say whether nothing known says that the person had retired, left or died before the day.

    Where either day is not known, one who is out of service now counts as out of it then.
    """
    if check is None or check.standing not in OUT_OF_SERVICE:
        return True
    return check.since is not None and on is not None and on < check.since
