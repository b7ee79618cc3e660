"""Partners, the packages that came from each, what they are about, and the answers to them."""

from piccolo.columns import BigInt, BigSerial, Bytea, Integer, Serial, SmallInt
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import DeskRow, OfficerRow, OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.partners.domain import AnswerState, PackageState, PartnerState


class PartnerRow(Table, tablename="partner"):
    """Another installation that hands cases to an office here.

    `sender` is the organisation here that stands for the office there; the system at `desk` acts
    for it. `token` is sealed. `cursor` is the place in its list of packages, `position` the place
    in our log up to which answers were looked for. `failures` are those since it last answered.
    `lease` and `fence` say which worker has it.
    """

    id = Serial(primary_key=True)
    organisation = reference(OrganisationRow)
    name = words()
    address = words()
    sender = reference(OrganisationRow)
    desk = reference(DeskRow)
    state = words()
    reason = words(null=True)
    token = Bytea(default=None)
    cursor = words(null=True)
    position = BigInt(default=None)
    failures = Integer(default=0)
    next_at = moment()
    lease = moment(null=True)
    fence = BigInt(default=0)
    pulled_at = moment(null=True)
    made_by = reference(OfficerRow)
    made_at = moment()
    readers = readers()

    partner_state_known = one_of("state", PartnerState)


class PartnerPackageRow(Table, tablename="partner_package"):
    """A package of a partner, by its number there, and the case here that it became.

    `about` is the SHA-256 of the paper that a problem concerns; `looked_at` is when it was last
    asked how its proceedings stand there, `gone_at` since when it is not to be seen there any more.
    """

    id = BigSerial(primary_key=True)
    partner = reference(PartnerRow)
    remote = BigInt(default=None)
    remote_case = BigInt(default=None)
    digest = Bytea(default=None)
    state = words()
    problem = words(null=True)
    about = Bytea(null=True, default=None)
    sentence = words(null=True)
    tries = SmallInt(default=0)
    next_at = moment()
    case_file = reference(CaseFileRow, null=True)
    arrived_at = moment(null=True)
    looked_at = moment(null=True)
    gone_at = moment(null=True)
    readers = readers()

    one_package = Unique(columns=["partner", "remote"])
    partner_package_state_known = one_of("state", PackageState)


class PartnerProceedingRow(Table, tablename="partner_proceeding"):
    """A proceeding here and the same one at the partner, with how it was last seen there.

    `ordinal` is the place of its respondent in the case there.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    partner = reference(PartnerRow)
    package = reference(PartnerPackageRow)
    proceeding = reference(ProceedingRow, unique=True)
    ordinal = SmallInt(default=None)
    remote = BigInt(default=None)
    remote_state = words()
    remote_version = Integer(default=None)
    seen_at = moment()
    readers = readers()

    one_proceeding = Unique(columns=["partner", "remote"])


class PartnerAnswerRow(Table, tablename="partner_answer"):
    """A step that was made here and is to be recorded at the partner, and what became of that.

    `sentence` is what the partner said when it refused. `body` was sent, decided on `version`
    there, and nobody knows yet whether it arrived: it is sent again as it is, so that it is done
    once.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    partner = reference(PartnerRow)
    proceeding = reference(ProceedingRow)
    event = reference(EventRow)
    state = words()
    tries = SmallInt(default=0)
    status = SmallInt(null=True, default=None)
    problem = words(null=True)
    sentence = words(null=True)
    body = Bytea(null=True, default=None)
    version = Integer(null=True, default=None)
    made_at = moment()
    last_at = moment(null=True)
    settled_by = reference(OfficerRow, null=True)
    readers = readers()

    one_answer = Unique(columns=["partner", "event"])
    partner_answer_state_known = one_of("state", AnswerState)
