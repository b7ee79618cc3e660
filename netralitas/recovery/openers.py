"""What opens something, what tells somebody outside, and what a restore does with it.

A test walks the columns of the database and the jobs of the worker: one that stands nowhere here
fails it. What comes later is put into one of these lists by whoever adds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.accounts.people.commands.confirming import MAIL_CODE
from netralitas.accounts.telling import TELL_OFFICER
from netralitas.evidence.integrity.telling import TELL
from netralitas.notices.commands import SEND
from netralitas.partners.warning import WARN
from netralitas.public.log.mailing import MAIL_HEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """How a table is settled: what its rows are called, and the statement, by the table's name."""

    name: str
    table: str
    statement: str


NAMED_LIKE: Final = frozenset({"code", "digest", "lease", "nonce", "secret", "token"})
"""A column with one of these words in its name may open something: its table is named below."""

ENDED: Final = (
    Settling(
        name="sessions",
        table="session",
        statement="UPDATE session SET revoked_at = $1 WHERE revoked_at IS NULL",
    ),
    Settling(
        name="half_sessions",
        table="half_session",
        statement="DELETE FROM half_session WHERE created_at <= $1",
    ),
    Settling(
        name="recovery_codes",
        table="recovery_code",
        statement="UPDATE recovery_code SET used_at = $1 WHERE used_at IS NULL",
    ),
    Settling(
        name="invitations",
        table="account_request",
        statement=(
            "UPDATE account_request SET expires_at = $1 WHERE used_at IS NULL AND expires_at > $1"
        ),
    ),
    Settling(
        name="tokens",
        table="api_token",
        statement="UPDATE api_token SET ended_at = $1 WHERE ended_at IS NULL",
    ),
    Settling(
        name="calendars",
        table="calendar_feed",
        statement="UPDATE calendar_feed SET ended_at = $1 WHERE ended_at IS NULL",
    ),
)
"""What may have been ended since the backup was made, and would open again; $1 is now."""

PAUSED: Final = (
    Settling(
        name="receivers",
        table="webhook_receiver",
        statement="UPDATE webhook_receiver SET state = 'paused' WHERE state = 'active'",
    ),
    Settling(
        name="partners",
        table="partner",
        statement="UPDATE partner SET state = 'paused' WHERE state = 'active'",
    ),
)
"""Other systems that are told nothing, and asked nothing, until an administrator says so again."""

COURIERS: Final[Mapping[str, str]] = {
    "netralitas.webhooks.courier": "webhook_receiver",
    "netralitas.partners.courier": "partner",
}
"""What sends beside the jobs, by its module: the table that says to whom, which is paused."""

_ON_PAPER: Final = "somebody outside has it on paper; it shows or confirms one thing"
_OF_A_FILE: Final = "the digest of what is kept here opens nothing"
_OF_A_PERSON: Final = "the digest of a number of a person opens nothing"
_PUBLIC: Final = "it is a code of public reference data"
_SEALED_TO: Final = "it was sent by the public, and is sealed to an office"
_SIGNED_IN: Final = "it serves nobody who is not signed in as its writer"

KEPT: Final[Mapping[str, str]] = {
    "api_answer": "an answer that was given; the token that asked is ended",
    "attendance_door": "it hangs in a room and ends by its hours; it says who came",
    "attendee": _OF_A_PERSON,
    "chart": _OF_A_FILE,
    "data_request": "a password of a file that is made for whoever is signed in and decided on",
    "desk_draft": _SIGNED_IN,
    "disposed_file": _OF_A_FILE,
    "election": _PUBLIC,
    "erasure": "the address of a draft that is gone",
    "exchange_delivery": _OF_A_FILE,
    "exhibit_upload": _SIGNED_IN,
    "file": _OF_A_FILE,
    "import_batch": _OF_A_FILE,
    "inbox.acknowledgement": _ON_PAPER,
    "inbox.attendance": _SEALED_TO,
    "inbox.complaint": _SEALED_TO,
    "inbox.draft": "whoever wrote it has its code, and nobody can give it another",
    "inbox.file": _SEALED_TO,
    "inbox.message": _SEALED_TO,
    "inbox.piece": _SEALED_TO,
    "inbox.receipt_seal": _SEALED_TO,
    "inbox.report": _SEALED_TO,
    "job": "a lease ends by its time; messages are held by their kind",
    "legal_hold": _OF_A_PERSON,
    "officer_nip": _OF_A_PERSON,
    "official_paper": _ON_PAPER,
    "organisation": _PUBLIC,
    "pack": _OF_A_FILE,
    "package": _ON_PAPER,
    "partner_package": _OF_A_FILE,
    "published.attendance": "what the public site shows of a door, and follows it",
    "published.data_file": _OF_A_FILE,
    "published.log_entry": "a commitment that everybody may read",
    "published.material": _OF_A_FILE,
    "published.message": _ON_PAPER,
    "published.package": _ON_PAPER,
    "published.paper": _ON_PAPER,
    "published.status": _ON_PAPER,
    "receipt_code": _ON_PAPER,
    "region": _PUBLIC,
    "release": "the name of a publication that everybody may read",
    "respondent": _OF_A_PERSON,
    "second_factor": "it is the person's device; codes of the past are used up",
    "service_complaint": _ON_PAPER,
    "snapshot": _OF_A_FILE,
    "spent_challenge": "what was answered, and is not taken again",
    "sso_used": "what was answered, and is not taken again",
    "staff": _OF_A_PERSON,
    "throttle": "failed sign-ins, which are counted on",
    "unit": _PUBLIC,
    "upload": _SIGNED_IN,
    "vault_entry": "a sealed identity, which its own proceeding opens",
}
"""What stays as it was although a column is named like that, and why."""

OUTWARD: Final = frozenset({SEND, TELL, TELL_OFFICER, MAIL_HEAD, MAIL_CODE, WARN})
"""The jobs that tell somebody outside something: what they tell may have been told already."""

INWARD: Final = frozenset(
    {
        *("capture_page", "carry_out_disposal", "draw_chart", "forget_files", "index_case"),
        *("make_pack", "match_interest", "recheck_files", "recount_clocks", "scan_files"),
        *("show_attendance", "show_package", "tell_complaint"),
    }
)
"""The jobs that may be done twice: what they make stays in the house, and comes out the same."""
