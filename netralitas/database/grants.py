"""What each login role may do with each table, as one frozen table."""

from typing import Final

from netralitas.database.grants_of_api import API
from netralitas.database.grants_of_disposal import DISPOSAL, WORKER_DISPOSES
from netralitas.database.grants_of_exchange import EXCHANGE
from netralitas.database.grants_of_investigation import INVESTIGATION
from netralitas.database.grants_of_partners import EXCHANGED_BY_THE_WORKER, PARTNERS
from netralitas.database.grants_of_people import PEOPLE
from netralitas.database.grants_of_signing import SIGNING
from netralitas.database.grants_of_sso import SSO
from netralitas.database.grants_of_webhooks import TOLD_BY_THE_WORKER, WEBHOOKS
from netralitas.database.privileges import Grant

APP_MAY: Final = (
    *SIGNING,
    # Accounts.
    Grant(
        table="organisation",
        insert=True,
        update=(
            *("name", "level", "region", "zone", "superior", "active_from", "active_to"),
            *("role", "successor", "employer", "doubtful_from", "doubtful_to"),
            *("certainty", "source"),
        ),
    ),
    Grant(
        table="officer",
        insert=True,
        update=("name", "password", "superior", "email", "email_set_by", "disabled_at"),
    ),
    Grant(table="desk", insert=True, update=("title", "roles", "valid_from", "valid_to")),
    # The record. The two columns of a stream are moved by the trigger of its event, and only then.
    Grant(table="stream", insert=True, update=("version", "hash")),
    Grant(table="event", insert=True),
    Grant(table="event_note", insert=True),
    Grant(table="log_pending", read=False, insert=True),
    Grant(table="log_leaf"),
    Grant(table="log_tile"),
    Grant(table="log_head"),
    # The dossier. What a row is about never changes; what is known of it may.
    Grant(
        table="case_file",
        insert=True,
        update=(
            *("owner", "investigator", "regime", "theme", "election", "region", "place"),
            *("subject", "description", "act_on", "act_precision", "known_on", "received_at"),
            *("exhibits", "readers"),
        ),
    ),
    Grant(table="case_number", insert=True, update=("readers",)),
    Grant(
        table="respondent",
        insert=True,
        update=(
            *("name", "employment", "position_class", "position", "unit", "employer", "grade"),
            *("nip_cipher", "nip_digest", "nip_last", "staff", "readers"),
            # Of a case that is merged or split, respondents go on in another.
            *("case_file", "ordinal"),
        ),
    ),
    Grant(table="declared_state"),
    Grant(
        table="proceeding",
        insert=True,
        update=(
            *("state", "version", "holder", "since", "since_precision", "addressee"),
            "readers",
        ),
    ),
    Grant(
        table="clock",
        insert=True,
        update=("ended_by", "ended_at", "superseded_by", "edition", "paused_by", "readers"),
    ),
    Grant(table="exclusion", insert=True, update=("readers",), delete=True),
    Grant(
        table="worklist_item",
        insert=True,
        update=(
            *("investigator", "workflow", "state", "holder", "source", "regime", "since"),
            *("next_due", "rule", "addressee", "readers"),
        ),
        delete=True,
    ),
    Grant(table="case_text", insert=True, update=("plain", "readers")),
    # Papers. Bytes are kept once and for good; a hand-over adds a reader.
    Grant(table="file", insert=True),
    Grant(table="document", insert=True, update=("readers",)),
    Grant(
        table="letter",
        insert=True,
        update=(
            *("method", "sent_on", "received_on", "reply_to", "proof", "proof_document"),
            *("answer_by", "came_back_on", "kept_at", "readers"),
        ),
    ),
    Grant(table="letter_copy", insert=True, update=("readers",)),
    Grant(table="office_address", insert=True, update=("valid_to",)),
    Grant(table="number_series", insert=True, update=("last_serial",)),
    Grant(table="number", insert=True),
    # What is sealed is read through `opened_identities` alone, and only emptied.
    Grant(
        table="vault_entry",
        only=("id", "case_file", "subject", "stored_at", "erased_by", "readers"),
        insert=True,
        update=("nonce", "ciphertext", "erased_by", "readers"),
    ),
    # Follow-up and publication: what was said of a sanction stays; a release is ended, not changed.
    Grant(table="sanction", insert=True, update=("readers",)),
    # A package is frozen; of one that went outside, the seal is made anew and receipt confirmed.
    Grant(
        table="package",
        insert=True,
        update=("sealed_digest", "sealed_at", "code_digest", "confirmed_at", "readers"),
    ),
    Grant(table="package_proceeding", insert=True, update=("readers",)),
    # What other systems say stays; what an import took in is taken back as a whole.
    Grant(table="external_record", insert=True, update=("readers",), delete=True),
    Grant(table="examiner", insert=True, update=("left_by", "readers")),
    Grant(table="imported_case", insert=True, update=("readers",)),
    Grant(table="receipt_code", insert=True, update=("readers",)),
    Grant(
        table="reporting",
        insert=True,
        update=("confidentiality", "reporter_kind", "by_proxy", "identity_seen", "readers"),
    ),
    Grant(table="case_message", insert=True, update=("read_at", "readers")),
    # Drafts are working memory: what became a case keeps the token alone.
    Grant(
        table="desk_draft",
        insert=True,
        update=("kind", "key_id", "nonce", "ciphertext", "version", "touched_at", "case_file"),
        delete=True,
    ),
    Grant(
        table="upload",
        insert=True,
        update=("received", "digest", "media_type", "touched_at"),
        delete=True,
    ),
    # Who resembles whom, what is one matter, who must keep out.
    Grant(table="case_key", insert=True, update=("readers",), delete=True),
    Grant(table="merger", insert=True, update=("undone_by", "readers")),
    Grant(table="interest", insert=True, update=("ended_at",)),
    # Tables from outside; an import that nothing depends on is taken back as a whole.
    Grant(table="import_batch", insert=True, update=("undone_at",)),
    Grant(table="staff", insert=True, delete=True),
    Grant(table="staff_key", insert=True, delete=True),
    Grant(
        table="release",
        insert=True,
        update=(
            *("attributes", "summary", "answer_by", "published_at", "readers"),
            *("ended_at", "ended_reason", "ended_note"),
        ),
    ),
    Grant(table="staff_group"),
    # Prevention and evaluation.
    Grant(
        table="agreement",
        insert=True,
        update=("kind", "title", "place", "signed_on", "ends_by", "ends_on", "stage"),
    ),
    Grant(table="agreement_text", insert=True),
    Grant(table="agreement_record", insert=True),
    Grant(table="agreement_party", insert=True, update=("printed", "capacity")),
    Grant(table="plan_feed", insert=True, update=("ended_at", "ended_by")),
    Grant(table="plan_entry", insert=True, update=("withdrawn_at", "withdrawn_by")),
    Grant(table="duty", insert=True),
    Grant(table="unit"),
    Grant(
        table="activity",
        insert=True,
        update=(
            *("title", "planned_on", "held_on", "region", "place", "audience", "state"),
            *("begins_at", "ends_at", "announced_at", "notice", "fund", "cost", "outcome"),
        ),
    ),
    Grant(table="invited", insert=True, delete=True),
    Grant(table="attendance", insert=True, update=("present",), delete=True),
    Grant(table="attendee", insert=True, delete=True),
    Grant(table="attendance_door", insert=True, update=("opens_at", "closes_at")),
    Grant(table="quiz", insert=True, update=("questions",)),
    Grant(
        table="quiz_result",
        insert=True,
        update=("people", "points", "correct", "noted_at"),
        delete=True,
    ),
    Grant(table="speaker", insert=True, delete=True),
    Grant(table="activity_file", insert=True, update=("shared",), delete=True),
    Grant(table="media_post", insert=True, update=("reach", "reach_on"), delete=True),
    Grant(table="duty_done", insert=True, update=("note", "file", "post"), delete=True),
    Grant(
        table="meeting",
        insert=True,
        update=("title", "planned_on", "held_on", "place", "state", "minutes"),
    ),
    Grant(table="agenda_item", insert=True, delete=True),
    Grant(table="presence", insert=True, update=("persons", "capacity"), delete=True),
    Grant(table="decision", insert=True, update=("due_on", "done_on")),
    Grant(table="snapshot", insert=True),
    # A pack that is ready is frozen, and so is who signed it.
    Grant(table="pack", insert=True),
    Grant(table="signature", insert=True),
    *INVESTIGATION,
    *EXCHANGE,
    *PEOPLE,
    *WEBHOOKS,
    *PARTNERS,
    *API,
    *DISPOSAL,
    *SSO,
    # Complaints about the service are taken in by the worker; what an office says of itself.
    Grant(
        table="service_complaint",
        update=(*("organisation", "state", "answered_at", "closed_at"), "kept_out", "readers"),
    ),
    Grant(table="service_message", insert=True, update=("kept_out", "readers")),
    Grant(
        table="service_profile",
        insert=True,
        update=("address", "telephone", "email", "competence", "supervision", "evaluation"),
    ),
    Grant(table="service_duty", insert=True, delete=True),
    # A chart is asked for by a page and drawn by the worker.
    Grant(table="chart", insert=True, update=("asked_at",)),
    # The law: editions are added to, never changed; a draft is saved once.
    Grant(table="law_edition", insert=True),
    Grant(table="law_entry", insert=True),
    Grant(table="law_draft", insert=True, update=("saved_as",)),
    # Notices are made and sent by the worker; whom they are for says that they were seen.
    Grant(table="notice", update=("seen_at", "readers")),
    Grant(table="calendar_feed", insert=True, update=("ended_at",)),
    # Jobs: the web asks, the worker does.
    Grant(table="job", insert=True),
    Grant(table="job_schedule"),
    # Reference data, and the migrations that ran: written by the owner.
    Grant(table="region"),
    Grant(table="election"),
    Grant(table="migration"),
)
"""What the staff application may do; every table there is, feature by feature."""

WORKER_MAY_TOO: Final = (
    # The sequencer moves events from the queue into the log and signs its heads.
    Grant(table="log_pending", delete=True),
    Grant(table="log_leaf", insert=True),
    Grant(table="log_tile", insert=True, update=("hashes",)),
    Grant(table="log_head", insert=True),
    # A new key: what was sealed under an older one is sealed again.
    Grant(table="receipt_code", update=("digest", "key_id", "nonce", "ciphertext")),
    Grant(table="vault_entry", update=("key_id", "nonce", "ciphertext")),
    Grant(table="staff", update=("nip_cipher",)),
    Grant(table="officer_nip", update=("nip_cipher",)),
    Grant(table="upload", update=("name",)),
    # Files are read again and scanned; what is found is told to administrators.
    Grant(table="file", insert=True, update=("scan", "scanned_at", "checked_at", "verdict")),
    Grant(table="file_alarm", insert=True, update=("ended_at", "told_at", "cases")),
    Grant(table="case_message", update=("for_office",)),
    Grant(table="notice", insert=True, update=("sending_at", "sent_at")),
    Grant(table="service_complaint", insert=True, update=("content",)),
    Grant(table="service_message", update=("for_office",)),
    Grant(
        table="pack",
        update=("draft", "state", "progress", "parts", "digest", "ready_at", "problem"),
    ),
    Grant(
        table="capture",
        update=(
            *("state", "tries", "problem", "final_url", "status", "warc", "warc_verdict"),
            *("warc_stamped_at", "warc_stamp", "shot", "picture", "picture_verdict"),
            *("picture_stamped_at", "picture_stamp", "finished_at"),
        ),
    ),
    Grant(table="chart", update=("picture", "drawn_at"), delete=True),
    Grant(table="job", update=("lease", "tries", "due_at", "problem"), delete=True),
    Grant(table="job_schedule", insert=True, update=("next_run",)),
    *TOLD_BY_THE_WORKER,
    *EXCHANGED_BY_THE_WORKER,
    *WORKER_DISPOSES,
)
"""What the worker may do beyond the application."""
