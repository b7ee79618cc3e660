"""The catalogue against the code: row security, keys, checks, rights, migrations."""

import re
from collections.abc import AsyncIterator
from enum import StrEnum

import asyncpg
import pytest
from piccolo.apps.migrations.commands.new import AutoMigrationManager

from netralitas.accounts.domain import Level, OrganisationKind, ReceiverRole
from netralitas.accounts.domain import Way as SignInWay
from netralitas.accounts.people.domain import Established, RequestKind
from netralitas.accounts.people.domain import RequestState as AccountRequestState
from netralitas.agreements.domain import AgreementKind, EndsBy, RecordKind
from netralitas.agreements.domain import Origin as AgreementOrigin
from netralitas.agreements.plan.domain import Aspect, Countable
from netralitas.agreements.stages import Stage
from netralitas.audit.domain import EventKind, Precision
from netralitas.cases.domain import (
    Channel,
    Employment,
    ExclusionGround,
    InterestKind,
    KeyKind,
    NumberKind,
    PositionClass,
    SanctionLevel,
    Side,
    Source,
    Theme,
)
from netralitas.correspondence.domain import AddressKind, Direction, ReceiptProof
from netralitas.database.connection import Connection
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.roles import grants_sql, held, rights
from netralitas.database.row_security import (
    DEFINERS,
    KEPT_OUT,
    PROTECTED,
    SHARED,
    policy_statements,
)
from netralitas.discipline.examiners.domain import Body, Part, Represents
from netralitas.disposal.domain import Certainty, Disposable, DisposalState, Erased
from netralitas.disposal.domain import Outcome as DisposalOutcome
from netralitas.documents.domain import DocumentKind
from netralitas.documents.official.domain import PageSize
from netralitas.editions.domain import EntryKind
from netralitas.evaluation.domain import MeetingKind, MeetingState
from netralitas.evaluation.packs.domain import PackState
from netralitas.evidence.domain import Scan, Verdict
from netralitas.evidence.exhibits.domain import Nature, Origin
from netralitas.evidence.web.domain import (
    CaptureState,
    Category,
    Finder,
    Problem,
    Shot,
    StampVerdict,
    Taker,
)
from netralitas.evidence.web.domain import Platform as WebPlatform
from netralitas.exchange.domain import Ending, Kind, Label, RequestState
from netralitas.exchange.domain import Outcome as ExchangeOutcome
from netralitas.exchange.forces.domain import ForceKind, Post
from netralitas.intake.domain import Confidentiality, ReporterKind
from netralitas.investigation.clarification.domain import (
    Companion,
    Delivery,
    Ground,
    HeardRole,
    Mode,
    Oath,
    SessionState,
    Signed,
)
from netralitas.investigation.plenary.domain import Outcome as PlenaryOutcome
from netralitas.investigation.plenary.domain import Vote
from netralitas.investigation.study.domain import Finding, Section
from netralitas.investigation.study.domain import Verdict as StudyVerdict
from netralitas.law.domain import Regime
from netralitas.notices.domain import NoticeKind
from netralitas.partners.domain import AnswerState, PackageState, PartnerState
from netralitas.piccolo_app import APP_CONFIG
from netralitas.prevention.attending.domain import Phase, Way
from netralitas.prevention.domain import (
    ActivityKind,
    ActivityState,
    FileUse,
    Fund,
    Platform,
    Together,
)
from netralitas.privacy.incidents.domain import NoteKind
from netralitas.privacy.requests.domain import Decided, Right, Role
from netralitas.publication.domain import EndReason
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem
from netralitas.service.domain import ComplaintState
from netralitas.vault.domain import Subject
from netralitas.webhooks.domain import DeliveryState, ReceiverState
from netralitas.workflow.domain import Holder
from netralitas.workflows import declared_states
from tests.world import World, temporary_world

SECURED = {*PROTECTED, *SHARED, *KEPT_OUT}

CHOICES: dict[tuple[str, str], type[StrEnum]] = {
    ("half_session", "way"): SignInWay,
    ("organisation", "kind"): OrganisationKind,
    ("organisation", "level"): Level,
    ("account_request", "kind"): RequestKind,
    ("account_request", "state"): AccountRequestState,
    ("account_request", "established"): Established,
    ("event", "kind"): EventKind,
    ("event", "precision"): Precision,
    ("case_file", "source"): Source,
    ("case_file", "channel"): Channel,
    ("case_file", "regime"): Regime,
    ("case_file", "theme"): Theme,
    ("case_file", "act_precision"): Precision,
    ("case_number", "kind"): NumberKind,
    ("respondent", "employment"): Employment,
    ("respondent", "position_class"): PositionClass,
    ("proceeding", "holder"): Holder,
    ("proceeding", "since_precision"): Precision,
    ("exclusion", "ground"): ExclusionGround,
    ("letter", "direction"): Direction,
    ("document", "kind"): DocumentKind,
    ("vault_entry", "subject"): Subject,
    ("release", "ended_reason"): EndReason,
    ("sanction", "side"): Side,
    ("sanction", "level"): SanctionLevel,
    ("staff_group", "position_class"): PositionClass,
    ("agreement", "kind"): AgreementKind,
    ("agreement", "ends_by"): EndsBy,
    ("agreement", "stage"): Stage,
    ("agreement", "origin"): AgreementOrigin,
    ("exchange_request", "kind"): Kind,
    ("exchange_request", "label"): Label,
    ("exchange_request", "state"): RequestState,
    ("exchange_decision", "outcome"): ExchangeOutcome,
    ("exchange_decision", "ending"): Ending,
    ("exchange_delivery", "label"): Label,
    ("task_force", "kind"): ForceKind,
    ("task_force_member", "post"): Post,
    ("agreement_record", "kind"): RecordKind,
    ("duty", "theme"): Theme,
    ("plan_feed", "aspect"): Aspect,
    ("plan_feed", "kind"): Countable,
    ("plan_feed", "theme"): Theme,
    ("plan_feed", "activity_kind"): ActivityKind,
    ("plan_entry", "aspect"): Aspect,
    ("activity", "theme"): Theme,
    ("activity", "kind"): ActivityKind,
    ("activity", "together"): Together,
    ("activity", "state"): ActivityState,
    ("activity", "fund"): Fund,
    ("activity_file", "use"): FileUse,
    ("media_post", "platform"): Platform,
    ("attendee", "way"): Way,
    ("quiz_result", "phase"): Phase,
    ("pack", "state"): PackState,
    ("paper_template", "size"): PageSize,
    ("web_address", "platform"): WebPlatform,
    ("web_address", "category"): Category,
    ("web_address", "finder"): Finder,
    ("web_address", "asked_of"): Taker,
    ("capture", "state"): CaptureState,
    ("capture", "problem"): Problem,
    ("capture", "shot"): Shot,
    ("capture", "warc_verdict"): StampVerdict,
    ("capture", "picture_verdict"): StampVerdict,
    ("meeting", "kind"): MeetingKind,
    ("meeting", "state"): MeetingState,
    ("law_entry", "kind"): EntryKind,
    ("notice", "kind"): NoticeKind,
    ("service_complaint", "state"): ComplaintState,
    ("webhook_receiver", "state"): ReceiverState,
    ("webhook_delivery", "state"): DeliveryState,
    ("partner", "state"): PartnerState,
    ("partner_package", "state"): PackageState,
    ("partner_answer", "state"): AnswerState,
    ("reporting", "confidentiality"): Confidentiality,
    ("reporting", "reporter_kind"): ReporterKind,
    ("case_key", "kind"): KeyKind,
    ("interest", "kind"): InterestKind,
    ("organisation", "role"): ReceiverRole,
    ("letter", "proof"): ReceiptProof,
    ("office_address", "kind"): AddressKind,
    ("external_record", "system"): ExternalSystem,
    ("external_record", "standing"): ExternalStanding,
    ("external_record", "as_of_precision"): Precision,
    ("examiner", "body"): Body,
    ("examiner", "part"): Part,
    ("examiner", "represents"): Represents,
    ("examiner", "position_class"): PositionClass,
    ("exhibit", "nature"): Nature,
    ("exhibit", "origin"): Origin,
    ("file", "scan"): Scan,
    ("file", "verdict"): Verdict,
    ("heard_person", "role"): HeardRole,
    ("clarification_session", "mode"): Mode,
    ("clarification_session", "ground"): Ground,
    ("clarification_session", "state"): SessionState,
    ("clarification_session", "received_how"): Delivery,
    ("clarification_session", "oath"): Oath,
    ("clarification_session", "companion"): Companion,
    ("clarification_session", "signed"): Signed,
    ("study_comment", "section"): Section,
    ("study_reading", "verdict"): StudyVerdict,
    ("plenary_item", "outcome"): PlenaryOutcome,
    ("plenary_vote", "vote"): Vote,
    ("respondent_decision", "finding"): Finding,
    ("retention_rule", "kept"): Disposable,
    ("retention_rule", "certainty"): Certainty,
    ("disposal", "kept"): Disposable,
    ("disposal", "state"): DisposalState,
    ("disposal_item", "outcome"): DisposalOutcome,
    ("erasure", "kind"): Erased,
    ("data_incident_note", "kind"): NoteKind,
    ("data_request", "right_asked"): Right,
    ("data_request", "role"): Role,
    ("data_request", "decided"): Decided,
}

MAY_BE_ABSENT = {
    "log_leaf.event": "a seal of a receipt, or padding",
    "log_leaf.receipt": "an event, or padding",
    "organisation.superior": "Bawaslu of the nation and other authorities have none",
    "officer.superior": "the first of an office has none in the system",
    "officer.email_set_by": "two agreed on the address, or the command line set it",
    "desk.principal": "most officers stand in for nobody",
    "account_request.officer": "who is invited has no account yet",
    "account_request.proposed_by": "the person asked, and nobody took it up yet",
    "account_request.confirmed_by": "it waits for the second administrator",
    "exhibit.stream": "nobody has used it yet",
    "service_duty.officer": "nobody is named to everybody",
    "service_message.officer": "whoever complained wrote it",
    "event.corrects": "only a correction corrects",
    "case_file.election": "a violation may stand outside of any election",
    "proceeding.respondent": "handling concerns the whole case",
    "proceeding.addressee": "only a referral is addressed to somebody",
    "clock.ended_by": "it runs still",
    "clock.superseded_by": "it was never replaced",
    "clock.paused_by": "it is not paused",
    "law_edition.event": "an edition that comes with the product has none",
    "law_draft.saved_as": "it is not saved yet",
    "letter.proceeding": "a letter may concern the whole case",
    "letter.reply_to": "not every letter is a reply",
    "document.proceeding": "a paper may concern the whole case",
    "election.region": "an election of the nation has no region",
    "release.other_party": "a case that nobody follows up has no other party",
    "unit.region": "a unit of the whole regency lies in no sub-district",
    "activity.agreement": "an activity may rest on no agreement",
    "agreement.stream": "what was added as it is has no events",
    "agreement.parent": "most agreements rest on no other",
    "agreement_text.officer": "a text that was added as it is was written elsewhere",
    "plan_feed.party": "it counts what any party does",
    "plan_feed.ended_by": "it counts still",
    "plan_entry.file": "its source may be named without a paper",
    "plan_entry.withdrawn_by": "it counts still",
    "agreement_record.about": "most of what is kept answers nothing",
    "agreement_record.file": "only a document has one",
    "notice.incident": "most notices are of a proceeding",
    "notice.agreement": "most notices are of a proceeding",
    "notice.case_file": "a notice may be of an agreement",
    "notice.proceeding": "a notice may be of an agreement",
    "meeting.agreement": "the parties may meet without one",
    "task_force.decreed_by": "all parties decreed it together",
    "webhook_delivery.event": "a trial is of none",
    "partner_package.case_file": "it could not be entered yet",
    "partner_answer.settled_by": "the partner was told, or nobody had to",
    "respondent.staff": "they may stand on no staff list, or not be identified yet",
    "vault_entry.erased_by": "it was not erased",
    "case_key.respondent": "the address of a post belongs to the case",
    "case_message.officer": "whoever holds the code wrote it",
    "desk_draft.case_file": "it is not taken in yet",
    "merger.undone_by": "they are one matter still",
    "worklist_item.addressee": "handling is with nobody else",
    "organisation.successor": "most offices have none, or none is known",
    "letter_copy.organisation": "a copy may go to somebody who is no office of ours",
    "package.letter": "a case may be handed over without a letter of its own",
    "external_record.document": "what somebody told may have no paper",
    "external_record.batch": "it was typed, not imported",
    "examiner.officer": "most examiners have no account",
    "examiner.left_by": "they are a member still",
    "study_comment.resolved_by": "nobody resolved it yet",
    "plenary_item.decided": "it is not decided yet",
    "activity_file.view": "only photos are shown as a copy",
    "attendee.unit": "a guest is of no unit",
    "duty_done.file": "a duty may be shown otherwise",
    "duty_done.post": "a duty may be shown otherwise",
    "archive_handover.minutes": "they are made when it is closed",
    "archive_handover.scan": "minutes may be signed and not scanned",
    "official_paper.template": "an office may leave a paper as it comes with the product",
    "official_paper.scan": "a paper may be signed and not scanned",
    "preliminary_study.finished": "it is a draft",
    "heard_person.respondent": "witnesses and others are no respondents",
    "heard_person.vault_entry": "only who reported or testifies stands in the vault",
    "clarification_session.recorder": "who hears may also write",
    "clarification_session.closed_by": "it is still to come",
    "signature.scan": "a paper may be signed and not scanned",
    "web_address.case_file": "no finding was opened from it yet",
    "capture.web_address": "a page may be captured for a case alone",
    "capture.case_file": "a page may be captured for the register alone",
    "capture.warc": "it is not captured yet, or cannot be",
    "capture.warc_stamp": "no authority is configured, or it did not answer",
    "capture.picture": "no browser is configured, or it could not show the page",
    "capture.picture_stamp": "there may be no picture, or no authority",
    "retention_rule.approved_by": "nobody put it into force yet",
    "legal_hold.case_file": "it may be about a person, by number",
    "legal_hold.respondent": "it may be about the whole case",
    "legal_hold.lifted_by": "it holds still",
    "disposal.submitted_by": "nobody reviewed it yet",
    "disposal.approved_by": "nobody approved it yet",
    "disposal.minutes": "it is not carried out yet",
    "disposal_item.case_file": "a list may be of activities, or of staff lists",
    "disposal_item.left_out_by": "it was not left out",
    "disposal_item.erasure": "its turn has not come",
    "erasure.case_file": "a draft, an activity or a staff list is of no case",
    "erasure.organisation": "of an early note nobody knows it",
    "erasure.officer": "of an early note nobody knows it",
    "erasure.event": "a draft has none",
    "data_incident.closed_by": "it is not closed yet",
    "data_request.case_file": "a request may be about no case",
    "data_request.entry": "most are not about an identity",
    "data_request.about_officer": "most are not about an officer",
    "data_request.respondent": "most are not about a respondent",
    "data_request.decided_by": "it is not decided yet",
}


@pytest.fixture(scope="module")
async def world(server: EmbeddedServer) -> AsyncIterator[World]:
    async with temporary_world(server) as world:
        yield world


@pytest.fixture
async def root(world: World) -> AsyncIterator[Connection]:
    """A superuser's connection in a transaction that is undone."""
    connection = await asyncpg.connect(world.database.dsn("postgres"))
    transaction = connection.transaction()
    await transaction.start()
    yield connection
    await transaction.rollback()
    await connection.close()


async def names(c: Connection, statement: str) -> set[str]:
    return {row[0] for row in await c.fetch(statement)}


OURS = "relnamespace = 'public'::regnamespace"

HANGS_ON_A_CASE = """
WITH RECURSIVE path (relation) AS (
    SELECT 'case_file'::regclass::oid
    UNION
    SELECT conrelid FROM pg_constraint JOIN path ON confrelid = path.relation WHERE contype = 'f'
)
SELECT relation::regclass::text FROM path
UNION
SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE attname = 'readers' AND relkind = 'r' AND relnamespace = 'public'::regnamespace
"""


async def test_row_security_covers_whatever_hangs_on_a_case(root: Connection) -> None:
    assert await names(root, HANGS_ON_A_CASE) == SECURED


async def test_row_security_is_enabled_and_forced_on_exactly_these_tables(
    root: Connection,
) -> None:
    secured = f"SELECT relname FROM pg_class WHERE {OURS} AND relrowsecurity"
    assert await names(root, secured) == SECURED
    assert await names(root, f"{secured} AND relforcerowsecurity") == SECURED


async def test_every_table_of_the_inbox_is_under_row_security(root: Connection) -> None:
    inbox = "SELECT relname FROM pg_class WHERE relnamespace = 'inbox'::regnamespace"
    tables = await names(root, f"{inbox} AND relkind = 'r'")
    assert tables == {
        "draft",
        "file",
        "piece",
        "report",
        "message",
        "acknowledgement",
        "attendance",
        "receipt_seal",
        "complaint",
    }
    secured = f"{inbox} AND relrowsecurity AND relforcerowsecurity"
    assert await names(root, secured) == tables


POLICIES = """
SELECT policyname, permissive, roles::text[], cmd, qual, with_check
FROM pg_policies WHERE tablename = $1 ORDER BY policyname
"""


@pytest.mark.parametrize("table", sorted(SECURED))
async def test_the_policies_are_the_one_text_for_each_command(root: Connection, table: str) -> None:
    await root.execute(f"CREATE TEMP TABLE scratch (LIKE public.{table})")
    for statement in policy_statements(table, "scratch"):
        await root.execute(statement)
    expected = [tuple(row) for row in await root.fetch(POLICIES, "scratch")]
    assert [tuple(row) for row in await root.fetch(POLICIES, table)] == expected
    assert sorted(command for _, _, _, command, _, _ in expected) == [
        *("DELETE", "INSERT", "SELECT", "UPDATE")
    ]


FILL = (
    """INSERT INTO file (digest, size, media_type, stored_at)
    VALUES ('\\x01', 1, 'text/plain', now())""",
    """INSERT INTO case_number (case_file, organisation, kind, printed, readers)
    SELECT id, owner, 'register', '1', readers FROM case_file""",
    """INSERT INTO respondent (case_file, ordinal, employment, position_class, readers)
    SELECT id, 1, 'pns', 'staff', readers FROM case_file""",
    """INSERT INTO clock (case_file, proceeding, rule, rule_version, calendar_version, started_by,
    readers) SELECT case_file, id, 'r', 1, '1', (SELECT id FROM event), readers FROM proceeding""",
    """INSERT INTO exclusion (case_file, officer, ground, event, readers)
    SELECT stream, 0, 'named', id, readers FROM event""",
    """INSERT INTO document (case_file, event, kind, title, file, readers)
    SELECT stream, id, 'other', 't', '\\x01', readers FROM event""",
    """INSERT INTO letter (case_file, event, direction, printed, dated_on, subject, organisation,
    correspondent, readers)
    SELECT stream, id, 'out', '1', now(), 's', organisation, organisation, readers FROM event""",
    """INSERT INTO vault_entry (case_file, subject, key_id, nonce, ciphertext, stored_at, readers)
    SELECT id, 'reporter', '1', '', '', now(), readers FROM case_file""",
    """INSERT INTO sanction (case_file, respondent, proceeding, event, side, level, readers)
    SELECT stream, (SELECT id FROM respondent), proceeding, id, 'imposed', 'none', readers
    FROM event""",
    """INSERT INTO receipt_code (case_file, digest, key_id, nonce, ciphertext, readers)
    SELECT id, '', '1', '', '', readers FROM case_file""",
    """INSERT INTO notice (officer, case_file, proceeding, kind, rule, due_at, made_at,
                           natural_key, readers)
       SELECT 1, case_file, id, 'late', 'pemilu.handle_base', now(), now(), 'a', readers
       FROM proceeding LIMIT 1""",
    """INSERT INTO release (case_file, proceeding, organisation, version, respondents, attributes,
    readers) SELECT stream, proceeding, organisation, 1, '{}', '[]', readers FROM event""",
    """INSERT INTO agreement (kind, title, place, signed_on, ends_by, readers)
    SELECT 'nota_kesepakatan', 't', 'p', now(), 'term', readers FROM event""",
    """INSERT INTO agreement_text (agreement, version, content, written_at, readers)
    SELECT id, 1, '{}', now(), readers FROM agreement""",
    """INSERT INTO plan_feed (agreement, version, line, aspect, indicator, kind, officer,
    declared_at, readers)
    SELECT id, 1, 1, 'output', 1, 'meetings', 0, now(), readers FROM agreement""",
    """INSERT INTO plan_entry (agreement, version, line, aspect, indicator, year, amount, source,
    officer, entered_at, readers)
    SELECT id, 1, 1, 'output', 1, 2024, 1, 's', 0, now(), readers FROM agreement""",
    """INSERT INTO agreement_record (agreement, kind, happened_on, content, officer, written_at,
    readers) SELECT id, 'addendum', now(), '{}', 1, now(), readers FROM agreement""",
    """INSERT INTO activity (id, organisation, theme, kind, title, planned_on, region, audience,
    together, state, readers)
    SELECT stream, organisation, 'neutrality', 'training', 't', now(), '99', 'a', 'alone',
    'planned', readers FROM event""",
    """INSERT INTO meeting (id, organisation, kind, title, planned_on, place, state, readers)
    SELECT stream, organisation, 'periodic', 't', now(), 'p', 'planned', readers FROM event""",
    """INSERT INTO decision (meeting, ordinal, text, organisation, due_on, readers)
    SELECT stream, 1, 't', organisation, now(), readers FROM event""",
    """INSERT INTO snapshot (meeting, organisation, position, definition, content, digest, taken_at,
    readers) SELECT stream, organisation, 0, 1, '', '', now(), readers FROM event""",
    """INSERT INTO reporting (case_file, confidentiality, readers)
    SELECT id, 'named', readers FROM case_file""",
    """INSERT INTO case_message (case_file, for_office, for_reporter, written_at, readers)
    SELECT id, '', '', now(), readers FROM case_file""",
    """INSERT INTO case_key (case_file, kind, key, readers)
    SELECT id, 'name', 'k', readers FROM case_file""",
    """INSERT INTO merger (case_file, into_case, event, readers)
    SELECT stream, stream, id, readers FROM event""",
    """INSERT INTO desk_draft (token, officer, organisation, kind, touched_at, readers)
    SELECT '', 0, organisation, 'laporan', now(), readers FROM event""",
    """INSERT INTO upload (draft, token, name, size, touched_at, readers)
    SELECT '', '', '', 1, now(), readers FROM event""",
    """INSERT INTO interest (officer, kind, name, declared_at, readers)
    SELECT 0, 'unit', 'n', now(), readers FROM event""",
    """INSERT INTO import_batch (kind, source, organisation, officer, digest, columns, rows,
    imported_at, readers)
    SELECT 'staff', 's', organisation, 0, '', '{}', 1, now(), readers FROM event""",
    """INSERT INTO staff (batch, name, employment, position_class, readers)
    SELECT id, 'n', 'pns', 'staff', readers FROM import_batch""",
    """INSERT INTO staff_key (staff, key, readers) SELECT id, 'k', readers FROM staff""",
    """INSERT INTO letter_copy (case_file, letter, name, readers)
    SELECT case_file, id, 'n', readers FROM letter""",
    """INSERT INTO package (case_file, event, sender, receiver, manifest, digest, frozen_at,
    readers) SELECT stream, id, organisation, organisation, '', '', now(), readers FROM event""",
    """INSERT INTO package_proceeding (case_file, package, proceeding, readers)
    SELECT case_file, id, 0, readers FROM package""",
    """INSERT INTO external_record (case_file, respondent, event, system, number, standing, said,
    as_of_precision, according_to, readers)
    SELECT stream, (SELECT id FROM respondent), id, 'sbt', '', 'unknown', '', 'unknown', 'a',
    readers FROM event""",
    """INSERT INTO examiner (case_file, proceeding, event, body, part, represents, name,
    position_class, readers)
    SELECT stream, proceeding, id, 'team', 'chair', 'superior', 'n', 'staff', readers FROM event""",
    """INSERT INTO imported_case (case_file, organisation, batch, line, key, unplaced, readers)
    SELECT case_file, organisation, 0, 1, 'k', '{}', readers FROM case_number""",
    """INSERT INTO exhibit (case_file, document, ordinal, nature, readers)
    SELECT case_file, id, 1, 'photo', readers FROM document""",
    """INSERT INTO exhibit_upload (token, case_file, officer, mark, extension, size, touched_at,
    readers) SELECT '', stream, 0, '', '', 1, now(), readers FROM event""",
    """INSERT INTO preliminary_study (case_file, version, content, officer, event, written_at,
    readers) SELECT stream, 1, '{}', 0, id, now(), readers FROM event""",
    """INSERT INTO heard_person (case_file, role, ordinal, event, readers)
    SELECT stream, 'witness', 1, id, readers FROM event""",
    """INSERT INTO clarification_session (case_file, organisation, person, invitation, begins_at,
    ends_at, mode, place, officer, state, event, readers)
    SELECT stream, organisation, 0, 0, now(), now() + interval '1 hour', 'in_person', 'p', 0,
    'planned', id, readers FROM event""",
    """INSERT INTO clarification_answer (case_file, session, ordinal, question, answer, readers)
    SELECT stream, 0, 1, 'q', 'a', readers FROM event""",
    "INSERT INTO invited (activity, unit, readers) VALUES (1, 1, '{1}')",
    """INSERT INTO speaker (activity, ordinal, name, capacity, readers)
    VALUES (1, 1, 'n', 'c', '{1}')""",
    """INSERT INTO activity_file (activity, use, title, file, shared, added_at, readers)
    VALUES (1, 'photo', 't', '', false, now(), '{1}')""",
    """INSERT INTO media_post (activity, organisation, platform, address, posted_on, readers)
    VALUES (1, 1, 'x', 'a', current_date, '{1}')""",
    """INSERT INTO attendee (activity, name, way, noted_at, readers)
    VALUES (1, 'n', 'list', now(), '{1}')""",
    """INSERT INTO attendance_door (activity, token, opens_at, closes_at, readers)
    VALUES (1, 't', now(), now() + interval '1 hour', '{1}')""",
    "INSERT INTO quiz (activity, questions, readers) VALUES (1, '[]', '{1}')",
    """INSERT INTO quiz_result (activity, phase, people, points, questions, noted_at, readers)
    VALUES (1, 'before', 1, 1, 1, now(), '{1}')""",
    """INSERT INTO pack (meeting, organisation, number, draft, state, progress, asked_at, readers)
    VALUES (1, 1, 1, true, 'waiting', 0, now(), '{1}')""",
    """INSERT INTO web_address (id, organisation, url, platform, category, finder, seen_on,
    entered_at, readers)
    VALUES (1, 1, 'u', 'x', 'other', 'bawaslu', current_date, now(), '{1}')""",
    """INSERT INTO capture (web_address, organisation, asked_by, url, asked_at, state, tries,
    warc_verdict, shot, picture_verdict, readers)
    VALUES (1, 1, 0, 'u', now(), 'waiting', 0, 'none', 'none', 'none', '{1}')""",
    """INSERT INTO signature (meeting, pack, organisation, name, capacity, signed_on, readers)
    VALUES (1, 1, 1, 'n', 'c', current_date, '{1}')""",
    """INSERT INTO paper_template (organisation, paper, version, letterhead, size, opening, closing,
    copies, signatory_label, signatory_name, made_by, made_at, readers)
    VALUES (1, 'p', 1, '[]', 'A4', '[]', '[]', '[]', 'l', 'n', 1, now(), '{1}')""",
    """INSERT INTO archive_handover (organisation, receiver, verification, giver, giver_post, taker,
    taker_post, opened_by, opened_at, cases, readers)
    VALUES (1, 'r', 'v', 'g', 'p', 't', 'p', 1, now(), 0, '{1}')""",
    """INSERT INTO archived_case (handover, case_file, number, year, bundle, frozen, papers, size,
    made_at, readers)
    SELECT 1, case_file, 'n', 2026, '', '', 0, 0, now(), readers FROM case_number""",
    """INSERT INTO official_paper (case_file, organisation, paper, issued_on, issued_by, issued_at,
    pdf, docx, frozen, frozen_digest, code, readers)
    SELECT case_file, organisation, 'p', current_date, 1, now(), '', '', '{}', '', 'c', readers
    FROM case_number""",
    """INSERT INTO study_version (case_file, number, officer, event, written_at, content, readers)
    SELECT stream, 1, 0, id, now(), '{}', readers FROM event""",
    """INSERT INTO study_comment (case_file, section, text, officer, event, written_at, readers)
    SELECT stream, 'facts', 't', 0, id, now(), readers FROM event""",
    """INSERT INTO study_reading (case_file, version, officer, event, verdict, read_at, readers)
    SELECT stream, 1, 0, id, 'approved', now(), readers FROM event""",
    """INSERT INTO plenary_meeting (id, organisation, chair, held_on, starts, place, readers)
    SELECT stream, organisation, 0, now(), '09:00', 'p', readers FROM event""",
    """INSERT INTO plenary_item (meeting, case_file, event, readers)
    SELECT stream, stream, id, readers FROM event""",
    "INSERT INTO plenary_presence (meeting, officer, readers) VALUES (1, 1, '{1}')",
    """INSERT INTO plenary_vote (item, case_file, officer, vote, readers)
    SELECT id, case_file, 0, 'for', readers FROM plenary_item""",
    """INSERT INTO respondent_decision (item, case_file, respondent, event, finding, readers)
    SELECT 1, stream, 1, id, 'other_law', readers FROM event""",
    """INSERT INTO plenary_quorum (id, organisation, officer, set_at, readers)
    SELECT stream, organisation, 0, now(), readers FROM event""",
    """INSERT INTO service_complaint (id, organisation, number, digest, mailbox, content, proved,
    state, sent_at, kept_out, readers)
    SELECT stream, organisation, 'n', '', '', '', false, 'received', now(), '{}', readers
    FROM event""",
    """INSERT INTO service_message (complaint, for_office, for_sender, written_at, kept_out,
    readers) VALUES (1, '', '', now(), '{}', '{1}')""",
    """INSERT INTO exchange_request (id, agreement, kind, label, state, asker, asking, addressee,
    asked, number, asked_on, signed_as, article, subject, purpose, officer, readers)
    VALUES (1, 1, 'data', 'plain', 'asked', 1, 1, 2, 2, 'n', now(), '', '', '', '', 1, '{1}')""",
    """INSERT INTO exchange_item (request, ordinal, name, basis, readers)
    VALUES (1, 1, '', '', '{1}')""",
    """INSERT INTO exchange_decision (request, outcome, decided_on, number, signed_as, granted,
    officer, readers) VALUES (1, 'granted', now(), '', '', '{}', 1, '{1}')""",
    """INSERT INTO exchange_delivery (request, delivered_on, label, what, officer, readers)
    VALUES (1, now(), 'plain', '', 1, '{1}')""",
    """INSERT INTO task_force (id, agreement, kind, name, decree_number, decree_on, valid_from,
    tasks, officer, readers)
    VALUES (1, 1, 'liaison', '', '', now(), now(), '', 1, '{1}')""",
    """INSERT INTO task_force_member (force, name, organisation, capacity, post, valid_from,
    officer, readers) VALUES (1, '', 1, '', 'leader', now(), 1, '{1}')""",
    """INSERT INTO duty_shift (force, member, on_day, begins_at, ends_at, officer, readers)
    VALUES (1, 1, now(), '08:00', '09:00', 1, '{1}')""",
    """INSERT INTO webhook_receiver (organisation, name, url, topics, state, secret, position,
    failures, next_at, fence, made_by, made_at, readers)
    VALUES (1, '', '', '{}', 'active', '', 0, 0, now(), 0, 1, now(), '{1}')""",
    """INSERT INTO webhook_delivery (receiver, name, state, tries, made_at, readers)
    VALUES (1, '', 'dead', 0, now(), '{1}')""",
    """INSERT INTO partner (organisation, name, address, sender, desk, state, token, position,
    failures, next_at, fence, made_by, made_at, readers)
    VALUES (1, '', '', 1, 1, 'active', '', 0, 0, now(), 0, 1, now(), '{1}')""",
    """INSERT INTO partner_package (partner, remote, remote_case, digest, state, tries, next_at,
    readers) VALUES (1, 1, 1, '', 'held', 0, now(), '{1}')""",
    """INSERT INTO partner_proceeding (case_file, partner, package, proceeding, ordinal, remote,
    remote_state, remote_version, seen_at, readers)
    VALUES (1, 1, 1, 1, 1, 1, '', 1, now(), '{1}')""",
    """INSERT INTO partner_answer (case_file, partner, proceeding, event, state, tries, made_at,
    readers) VALUES (1, 1, 1, 1, 'waiting', 0, now(), '{1}')""",
    """INSERT INTO legal_hold (organisation, case_file, reason, basis, placed_by, placed_at,
    readers) VALUES (1, 1, '', '', 1, now(), '{1}')""",
    """INSERT INTO disposal (organisation, kept, rule, state, proposed_at, lines, readers)
    VALUES (1, 'case', 1, 'proposed', now(), 1, '{1}')""",
    """INSERT INTO disposal_item (disposal, case_file, subject, said, due_on, readers)
    VALUES (1, 1, 1, '', now(), '{1}')""",
    """INSERT INTO erasure (kind, case_file, ids, erased_at, reapplied, readers)
    VALUES ('case', 1, '{1}', now(), false, '{1}')""",
    """INSERT INTO data_incident (organisation, discovered_at, happened, data, reported_by,
    reported_at, readers) VALUES (1, now(), '', '', 1, now(), '{1}')""",
    """INSERT INTO data_incident_note (incident, kind, text, officer, written_at, readers)
    VALUES (1, 'measure', '', 1, now(), '{1}')""",
    """INSERT INTO data_request (organisation, right_asked, role, case_file, letter, received_on,
    established, asked, recorded_by, recorded_at, readers)
    VALUES (1, 'access', 'other', 1, '', now(), '', '', 1, now(), '{1}')""",
)


async def test_without_a_context_each_table_shows_no_row_though_it_has_some(
    root: Connection,
) -> None:
    await root.execute("SET LOCAL session_replication_role = replica")  # the officer 0 is nobody
    for statement in FILL:
        await root.execute(statement)
    counts = {t: await root.fetchval(f"SELECT count(*) FROM {t}") for t in SECURED}
    assert counts == dict.fromkeys(SECURED, 1)
    for settings in (
        "",
        "SET LOCAL netralitas.organisation = ''; SET LOCAL netralitas.officer = ''",
    ):
        for role in ("netralitas_app", "netralitas_worker"):
            await root.execute(f"SET LOCAL ROLE {role}; {settings}")
            counts = {t: await root.fetchval(f"SELECT count(*) FROM {t}") for t in SECURED}
            assert counts == dict.fromkeys(SECURED, 0)


async def test_a_view_asks_row_security_of_its_reader(root: Connection) -> None:
    assert not await names(
        root,
        f"SELECT relname FROM pg_class WHERE {OURS} AND relkind IN ('v', 'm')"
        " AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)",
    )


async def test_only_the_listed_functions_look_past_row_security(root: Connection) -> None:
    definers = (
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
    )
    assert await names(root, definers) == set(DEFINERS)
    fixed = f"{definers} AND 'search_path=public, pg_temp' = ANY (proconfig)"
    assert await names(root, fixed) == set(DEFINERS)
    owners = definers.replace("proname ", "proname, proowner::regrole::text ")
    assert dict(map(tuple, await root.fetch(owners))) == DEFINERS


KEYS = """
SELECT conrelid::regclass || '.' || attname AS name, attnotnull, confdeltype, confupdtype
FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
WHERE contype = 'f' AND connamespace = 'public'::regnamespace
"""


async def test_a_foreign_key_never_deletes_and_is_absent_only_for_a_reason(
    root: Connection,
) -> None:
    keys = await root.fetch(KEYS)
    assert [row["name"] for row in keys if row["confdeltype"] != b"r"] == []
    assert [row["name"] for row in keys if row["confupdtype"] != b"r"] == []
    assert {row["name"] for row in keys if not row["attnotnull"]} == set(MAY_BE_ABSENT)


CHECKS = """
SELECT conrelid::regclass::text AS place, attname, pg_get_constraintdef(pg_constraint.oid) AS said
FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
WHERE contype = 'c' AND connamespace = 'public'::regnamespace
  AND pg_get_constraintdef(pg_constraint.oid) LIKE '%= ANY (ARRAY[%'
"""


async def test_a_column_takes_exactly_the_values_that_the_code_knows(root: Connection) -> None:
    found = {
        (row["place"], row["attname"]): set(re.findall(r"'(\w+)'::text", row["said"]))
        for row in await root.fetch(CHECKS)
    }
    assert found == {place: {value.value for value in known} for place, known in CHOICES.items()}


async def test_every_declared_state_is_in_the_database(root: Connection) -> None:
    rows = await root.fetch("SELECT workflow, version, state, final FROM declared_state")
    assert {tuple(row) for row in rows} == set(declared_states())


async def test_the_rights_are_those_of_the_table_of_grants(root: Connection) -> None:
    assert await held(root) == rights()


async def test_granting_again_changes_nothing(root: Connection) -> None:
    await root.execute("SET LOCAL ROLE netralitas_owner")
    for statement in grants_sql():
        await root.execute(statement)
    assert await held(root) == rights()


async def test_a_right_too_many_is_taken_back(root: Connection) -> None:
    await root.execute("GRANT DELETE ON event TO netralitas_app")
    await root.execute("GRANT UPDATE (name) ON event TO PUBLIC")
    assert len(await held(root) - rights()) == 2
    await root.execute("SET LOCAL ROLE netralitas_owner")
    for statement in grants_sql():
        await root.execute(statement)
    assert await held(root) == rights()


async def test_no_role_may_change_or_empty_the_record() -> None:
    kept = {"event", "event_note", "number", "log_leaf", "log_head"}
    assert not {r for r in rights() if r.place in kept and r.privilege in {"UPDATE", "DELETE"}}
    assert not {right for right in rights() if right.privilege == "TRUNCATE"}


async def test_the_migrations_make_the_tables_of_the_code() -> None:
    found = await AutoMigrationManager(auto_input="n").get_alter_statements(APP_CONFIG)
    assert [statement for each in found for statement in each.statements] == []
