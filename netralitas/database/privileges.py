"""What a privilege is: of which role, on what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

NUMBERED: Final = frozenset(
    (
        *("organisation", "officer", "desk", "election", "stream", "event", "log_tile"),
        *("case_number", "respondent", "declared_state", "proceeding", "clock", "exclusion"),
        *("worklist_item", "document", "letter", "number_series", "number", "vault_entry"),
        *("job", "migration", "sanction", "release", "staff_group", "agreement"),
        *("agreement_party", "agreement_text", "plan_feed", "plan_entry", "duty", "unit"),
        *("attendance", "duty_done", "agenda_item"),
        *("presence", "decision", "snapshot", "law_entry", "law_draft", "notice"),
        *("calendar_feed", "case_message", "upload", "case_key", "merger", "interest"),
        *("import_batch", "staff", "staff_key"),
        *("letter_copy", "office_address", "package", "package_proceeding", "external_record"),
        *("examiner", "imported_case"),
        *("preliminary_study", "heard_person", "clarification_session", "clarification_answer"),
        *("invited", "speaker", "activity_file", "media_post", "attendee", "attendance_door"),
        *("paper_template", "paper_number", "official_paper"),
        *("archive_handover", "archived_case"),
        *("exhibit", "file_alarm"),
        *("quiz", "quiz_result", "capture", "pack", "signature", "chart"),
        *("study_version", "study_comment", "study_reading", "plenary_item", "plenary_presence"),
        *("plenary_vote", "respondent_decision"),
        *("service_message", "service_duty", "agreement_record"),
        *("recovery_code", "passkey"),
        *("account_request", "desk_handover"),
        "officer_nip",
        *("exchange_item", "exchange_delivery", "task_force_member", "duty_shift"),
        *("webhook_receiver", "webhook_delivery"),
        *("partner", "partner_package", "partner_proceeding", "partner_answer"),
        *("api_token", "api_answer"),
        *("retention_rule", "legal_hold", "disposal", "disposal_item", "erasure"),
        *("data_incident", "data_incident_note", "data_request"),
    )
)
"""Tables whose id comes from a sequence, which a role must be able to use when it inserts."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Right:
    """One privilege of one role on a table, on a column of it, on a sequence or on a function."""

    role: str
    privilege: str
    place: str
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a role may do with a table; `update` names the columns that may change.

    `only` names the columns that may be read, where not all of them may. Nobody may empty a table,
    and the owner alone may define one.
    """

    table: str
    read: bool = True
    only: tuple[str, ...] = ()
    insert: bool = False
    update: tuple[str, ...] = ()
    delete: bool = False

    def rights(self, role: str) -> Iterator[Right]:
        """Yield each right that `role` gets by this grant."""
        for given, privilege in (
            (self.read and not self.only, "SELECT"),
            (self.insert, "INSERT"),
            (self.delete, "DELETE"),
        ):
            if given:
                yield Right(role=role, privilege=privilege, place=self.table)
        for column in self.only:
            yield Right(role=role, privilege="SELECT", place=self.table, column=column)
        for column in self.update:
            yield Right(role=role, privilege="UPDATE", place=self.table, column=column)
        if self.insert and self.table in NUMBERED:
            yield Right(role=role, privilege="USAGE", place=f"{self.table}_id_seq")
