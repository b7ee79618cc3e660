"""What the application may do with evidence, studies, plenaries, captures and official papers."""

from typing import Final

from netralitas.database.privileges import Grant

INVESTIGATION: Final = (
    # A piece of evidence keeps its ordinal; what is said of it may be said better.
    Grant(
        table="exhibit",
        insert=True,
        update=("stream", "nature", "origin", "obtained_on", "description", "readers"),
    ),
    Grant(
        table="exhibit_upload",
        insert=True,
        update=("received", "digest", "media_type", "scan", "touched_at"),
        delete=True,
    ),
    Grant(table="file_alarm"),
    # Papers as issued are frozen; the signed scan comes later.
    Grant(table="paper_template", insert=True),
    Grant(table="paper_number", insert=True),
    Grant(table="official_paper", insert=True, update=("scan", "readers")),
    # Static archives: closed by minutes, after which nothing goes in or out.
    Grant(
        table="archive_handover",
        insert=True,
        update=("number", "handed_on", "minutes", "cases", "closed_at", "scan"),
    ),
    Grant(table="archived_case", insert=True, delete=True),
    # A study is kept version by version; of a session what becomes of it is told afterwards.
    Grant(table="preliminary_study", insert=True, update=("readers",)),
    Grant(table="heard_person", insert=True, update=("readers",)),
    Grant(
        table="clarification_session",
        insert=True,
        update=(
            *("state", "closed_by", "received_how", "received_on", "identity_checked", "oath"),
            *("oath_reason", "companion", "read_back", "signed", "signed_reason", "recorded"),
            *("version", "readers", "officer", "recorder"),
        ),
    ),
    Grant(table="clarification_answer", insert=True, update=("question", "answer", "readers")),
    # What an address is never changes; what became of it may. The worker captures.
    Grant(
        table="web_address",
        insert=True,
        update=("asked_of", "number", "asked_on", "done_on", "case_file"),
    ),
    Grant(table="capture", insert=True),
    # A study is written in versions; a comment is resolved once. What a plenary decides stands.
    Grant(table="study_version", insert=True, update=("readers",)),
    Grant(table="study_comment", insert=True, update=("resolved_by", "resolved_at", "readers")),
    Grant(table="study_reading", insert=True, update=("readers",)),
    Grant(table="plenary_meeting", insert=True, update=("chair", "held_on", "starts", "place")),
    Grant(table="plenary_item", insert=True, update=("outcome", "decided"), delete=True),
    Grant(table="plenary_presence", insert=True, delete=True),
    Grant(table="plenary_vote", insert=True),
    Grant(table="respondent_decision", insert=True, update=("readers",)),
    Grant(table="plenary_quorum", insert=True),
)
