"""Agreements with their texts, their parties and the duties that each took on."""

from piccolo.columns import JSONB, BigSerial, Date, Serial, SmallInt, Text
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.agreements.domain import AgreementKind, EndsBy, Origin, RecordKind
from netralitas.agreements.stages import Stage
from netralitas.audit.tables import StreamRow
from netralitas.cases.domain import Theme
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.evidence.tables import FileRow


class AgreementRow(Table, tablename="agreement"):
    """An agreement; `signed_on` is empty until it is, `ends_on` its last day where it has one.

    `stream` holds its events; those that were added as they are have none. `parent` is the
    agreement that it rests on.
    """

    id = Serial(primary_key=True)
    kind = words()
    title = words()
    place = words()
    signed_on = Date(null=True, default=None)
    ends_by = words()
    ends_on = Date(null=True, default=None)
    readers = readers()
    stage = Text(default=Stage.EXECUTION.value)
    origin = Text(default=Origin.OWN.value)
    stream = reference(StreamRow, null=True)
    parent = reference("self", null=True)

    agreement_kind_known = one_of("kind", AgreementKind)
    agreement_ends_by_known = one_of("ends_by", EndsBy)
    agreement_stage_known = one_of("stage", Stage)
    agreement_origin_known = one_of("origin", Origin)


class AgreementTextRow(Table, tablename="agreement_text"):
    """A version of an agreement's text, frozen; the last one is what holds.

    `officer` wrote it, empty for a text that was added as it is.
    """

    id = BigSerial(primary_key=True)
    agreement = reference(AgreementRow)
    version = SmallInt(default=None)
    content = JSONB(default=None)
    officer = reference(OfficerRow, null=True)
    written_at = moment()
    readers = readers()

    agreement_text_counts_from_one = Check("version > 0")
    one_text_per_version = Unique(columns=["agreement", "version"])


class AgreementPartyRow(Table, tablename="agreement_party"):
    """A party with its own number of the agreement and the capacity of who signed for it."""

    id = Serial(primary_key=True)
    agreement = reference(AgreementRow)
    ordinal = SmallInt(default=None)
    organisation = reference(OrganisationRow)
    printed = words()
    capacity = words()

    one_party_per_place = Unique(columns=["agreement", "ordinal"])


class AgreementRecordRow(Table, tablename="agreement_record"):
    """Something that was kept under an agreement, frozen: an addendum, a letter, a question.

    `about` is the record that it answers; `happened_on` the day it says; `file` the scan of a
    document.
    """

    id = BigSerial(primary_key=True)
    agreement = reference(AgreementRow)
    kind = words()
    about = reference("self", null=True)
    happened_on = Date(default=None)
    content = JSONB(default=None)
    file = reference(FileRow, null=True)
    officer = reference(OfficerRow)
    written_at = moment()
    readers = readers()

    agreement_record_kind_known = one_of("kind", RecordKind)


class DutyRow(Table, tablename="duty"):
    """What a party promised to do in socializations of a theme."""

    id = Serial(primary_key=True)
    agreement = reference(AgreementRow)
    theme = words()
    organisation = reference(OrganisationRow)
    ordinal = SmallInt(default=None)
    text = words()

    duty_theme_known = one_of("theme", Theme)
    one_duty_per_place = Unique(columns=["agreement", "theme", "organisation", "ordinal"])
