"""What each role may do with periods, holds, lists of disposal, failures and requests."""

from typing import Final

from netralitas.database.bootstrap import APP, WORKER
from netralitas.database.privileges import Grant

DISPOSAL: Final = (
    # A period is put into force, a hold lifted, a list moved on: nothing of it is taken away.
    Grant(table="retention_rule", insert=True, update=("valid_from", "approved_by", "approved_at")),
    Grant(table="legal_hold", insert=True, update=("lifted_by", "lifted_at", "lifted_reason")),
    Grant(
        table="disposal",
        update=(
            *("state", "submitted_by", "submitted_at", "approved_by", "approved_at"),
            *("consent", "consent_on"),
        ),
    ),
    Grant(table="disposal_item", update=("left_out", "left_out_by")),
    # Whatever is erased enters the ledger by triggers, with the rights of whoever erases.
    Grant(table="erasure", insert=True),
    Grant(table="disposed_file"),
    Grant(
        table="data_incident",
        insert=True,
        update=("people", "told_people_at", "told_agency_at", "closed_by", "closed_at"),
    ),
    Grant(table="data_incident_note", insert=True),
    Grant(
        table="data_request",
        insert=True,
        update=(
            *("decided", "reason", "held_back", "decided_by", "decided_at"),
            *("password_digest", "handed_at", "sealed_digest"),
        ),
    ),
)
"""What the staff application may do."""

WORKER_DISPOSES: Final = (
    Grant(
        table="disposal",
        insert=True,
        update=("lines", "carried_out_at", "number", "minutes"),
    ),
    Grant(table="disposal_item", insert=True, update=("outcome", "counts", "erasure")),
)
"""What the worker may do beyond: it proposes, and carries out."""

ERASERS: Final = {
    "is_held(bigint)": (APP, WORKER),
    "lists_somebody_held(text, bigint)": (APP, WORKER),
    "being_disposed_of(bigint)": (APP, WORKER),
    "dispose_case(bigint, bytea)": (WORKER,),
    "dispose_attendance(bigint)": (WORKER,),
    "dispose_staff_list(bigint)": (WORKER,),
    "dispose_complaint(bigint)": (WORKER,),
    "dispose_web_report(bigint)": (WORKER,),
    "dispose_web_address(bigint, bytea)": (WORKER,),
    "address_being_disposed_of(bigint)": (APP, WORKER),
    "forget_file(bytea)": (WORKER,),
}
"""Who may call which function of disposal."""
