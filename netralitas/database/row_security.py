"""Who may see a row: one text for every table whose rows hang on a case.

The migration `piccolo_migrations/sql/row_security.sql` made the policies; this module says what
they must be, and a test compares the two. A new table gets both: a row here and a migration that
executes `policy_statements`.
"""

from typing import Final

from netralitas.database.bootstrap import OWNER, SEARCH

PROTECTED: Final = {
    "case_file": "id",
    "case_number": "case_file",
    "respondent": "case_file",
    "proceeding": "case_file",
    "clock": "case_file",
    "exclusion": None,
    "case_text": "case_file",
    "document": "case_file",
    "letter": "case_file",
    "vault_entry": "case_file",
    "event": "stream",
    "event_note": "case_file",
    "worklist_item": "case_file",
    "sanction": "case_file",
    "receipt_code": "case_file",
    "release": "case_file",
    "notice": "case_file",
    "reporting": "case_file",
    "case_message": "case_file",
    "case_key": "case_file",
    "merger": "case_file",
    "desk_draft": "case_file",
    "letter_copy": "case_file",
    "package": "case_file",
    "package_proceeding": "case_file",
    "external_record": "case_file",
    "examiner": "case_file",
    "imported_case": "case_file",
    "official_paper": "case_file",
    "archived_case": "case_file",
    "exhibit": "case_file",
    "exhibit_upload": "case_file",
    "web_address": "case_file",
    "capture": "case_file",
    "preliminary_study": "case_file",
    "heard_person": "case_file",
    "clarification_session": "case_file",
    "clarification_answer": "case_file",
    "study_version": "case_file",
    "study_comment": "case_file",
    "study_reading": "case_file",
    "plenary_item": "case_file",
    "plenary_vote": "case_file",
    "respondent_decision": "case_file",
    "legal_hold": "case_file",
    "disposal_item": "case_file",
    "erasure": "case_file",
    "data_request": "case_file",
    "partner_package": "case_file",
    "partner_proceeding": "case_file",
    "partner_answer": "case_file",
}
"""Tables of a dossier under row security, and the column that names the case; `exclusion` is what
is asked.
"""

SHARED: Final = frozenset(
    {
        *("agreement", "agreement_text", "activity", "meeting", "decision", "snapshot"),
        *("plan_feed", "plan_entry"),
        *("upload", "interest", "import_batch", "staff", "staff_key"),
        *("invited", "speaker", "activity_file", "media_post", "attendee"),
        *("attendance_door", "quiz", "quiz_result", "pack", "signature"),
        *("paper_template", "archive_handover", "agreement_record"),
        *("plenary_meeting", "plenary_presence", "plenary_quorum"),
        *("exchange_request", "exchange_item", "exchange_decision", "exchange_delivery"),
        *("task_force", "task_force_member", "duty_shift"),
        *("webhook_receiver", "webhook_delivery", "partner"),
        *("disposal", "data_incident", "data_incident_note"),
    }
)
"""Tables under row security that hang on no case: the organisations they name read them."""

KEPT_OUT: Final = frozenset({"service_complaint", "service_message"})
"""Tables under row security that hang on no case and are about officers: those never read them."""

DEFINERS: Final = {
    "search_cases": SEARCH,
    "opened_identities": OWNER,
    "dispose_case": OWNER,
    "dispose_attendance": OWNER,
    "dispose_staff_list": OWNER,
    "dispose_complaint": OWNER,
    "dispose_web_report": OWNER,
    "dispose_web_address": OWNER,
    "forget_file": OWNER,
}
"""The functions that run with the rights of another, and whose: the first looks past row security
and repeats its predicate; the second reads columns that the application cannot, under row security;
the rest empty what nobody else may change, with a line of the ledger in the same transaction.
"""

# Each setting is read through a sub-select, so that it is evaluated once for a statement; an unset
# setting is an empty string after its first transaction, hence nullif.
_ORGANISATION = "(SELECT nullif(current_setting('netralitas.organisation', true), '')::integer)"
_OFFICER = "(SELECT nullif(current_setting('netralitas.officer', true), '')::integer)"
_EVERYTHING = "(SELECT current_setting('netralitas.everything', true) = 'yes')"


def may_read(table: str) -> str:
    """Return the predicate of `table`: the row's readers, less who is excluded from its case.

    An exclusion is also visible to the person it excludes, wherever they sit: otherwise an
    exclusion that another office recorded would not bind them.
    """
    if table in SHARED:
        return f"{_EVERYTHING} OR ({_ORGANISATION} = ANY (readers))"
    if table in KEPT_OUT:
        return (
            f"{_EVERYTHING} OR ({_ORGANISATION} = ANY (readers) AND {_OFFICER} <> ALL (kept_out))"
        )
    column = PROTECTED[table]
    if column is None:
        return f"{_EVERYTHING} OR ({_ORGANISATION} = ANY (readers) OR officer = {_OFFICER})"
    excluded = f"ARRAY(SELECT x.case_file FROM exclusion x WHERE x.officer = {_OFFICER})"  # noqa: S608 - constant text
    return (
        f"{_EVERYTHING} OR ({_ORGANISATION} = ANY (readers)"
        f" AND ({column} IS NULL OR {column} <> ALL ({excluded})))"
    )


def policy_statements(table: str, place: str | None = None) -> list[str]:
    """Return what puts `table` under row security, one policy for each command.

    `place` is another table of the same shape to put under it, for comparison.
    """
    place = place or table
    predicate = may_read(table)
    clauses = {
        "select": f"USING ({predicate})",
        "insert": f"WITH CHECK ({predicate})",
        "update": f"USING ({predicate}) WITH CHECK ({predicate})",
        "delete": f"USING ({predicate})",
    }
    return [
        f"ALTER TABLE {place} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {place} FORCE ROW LEVEL SECURITY",
        *(
            f"CREATE POLICY {table}_{'read' if command == 'select' else command} ON {place}"
            f" FOR {command.upper()} {clause}"
            for command, clause in clauses.items()
        ),
    ]
