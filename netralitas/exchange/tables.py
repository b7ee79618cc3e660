"""Requests under an agreement: what was asked, decided, handed over."""

from piccolo.columns import Array, BigInt, BigSerial, Bytea, Date, Integer, SmallInt
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.agreements.tables import AgreementRow
from netralitas.database.columns import one_of, readers, reference, words
from netralitas.exchange.domain import Ending, Kind, Label, Outcome, RequestState


class ExchangeRequestRow(Table, tablename="exchange_request"):
    """A request as its letter has it; its id is the id of its stream of events.

    `asker` and `addressee` are offices, `asking` and `asked` the parties for which they act.
    `return_by` and `returned_on` are empty where nothing comes back.
    """

    id = BigInt(primary_key=True, default=None)
    agreement = reference(AgreementRow)
    kind = words()
    label = words()
    state = words()
    asker = reference(OrganisationRow)
    asking = reference(OrganisationRow)
    addressee = reference(OrganisationRow)
    asked = reference(OrganisationRow)
    number = words()
    asked_on = Date(default=None)
    signed_as = words()
    article = words()
    subject = words()
    purpose = words()
    needed_on = Date(null=True, default=None)
    needed_until = Date(null=True, default=None)
    place = words(null=True)
    amount = Integer(null=True, default=None)
    answer_by = Date(null=True, default=None)
    answer_at = words(null=True)
    return_by = Date(null=True, default=None)
    returned_on = Date(null=True, default=None)
    officer = reference(OfficerRow)
    readers = readers()

    exchange_kind_known = one_of("kind", Kind)
    exchange_label_known = one_of("label", Label)
    exchange_state_known = one_of("state", RequestState)
    exchange_between_two = Check("asking <> asked")
    exchange_period_has_its_article = Check("(answer_by IS NULL) = (answer_at IS NULL)")
    one_request_per_letter = Unique(columns=["agreement", "asker", "number"])


class ExchangeItemRow(Table, tablename="exchange_item"):
    """One thing that is asked for; of data a field with its lawful basis."""

    id = BigSerial(primary_key=True)
    request = reference(ExchangeRequestRow)
    ordinal = SmallInt(default=None)
    name = words()
    basis = words()
    readers = readers()

    one_exchange_item_per_place = Unique(columns=["request", "ordinal"])


class ExchangeDecisionRow(Table, tablename="exchange_decision"):
    """What the party that was asked decided, once; `granted` are the places of fields."""

    request = reference(ExchangeRequestRow, primary_key=True)
    outcome = words()
    decided_on = Date(default=None)
    number = words()
    signed_as = words()
    reason = words(null=True)
    conditions = words(null=True)
    granted = Array(base_column=SmallInt(), null=False)
    ending = words(null=True)
    officer = reference(OfficerRow)
    readers = readers()

    exchange_outcome_known = one_of("outcome", Outcome)
    exchange_ending_known = one_of("ending", Ending)


class ExchangeDeliveryRow(Table, tablename="exchange_delivery"):
    """What was handed over, in words, with the number of the letter or minutes where there was one.

    `digest` is the SHA-256 of a file that was given; the file itself is not kept.
    """

    id = BigSerial(primary_key=True)
    request = reference(ExchangeRequestRow)
    delivered_on = Date(default=None)
    number = words(null=True)
    label = words()
    what = words()
    note = words(null=True)
    digest = Bytea(null=True, default=None)
    officer = reference(OfficerRow)
    readers = readers()

    exchange_delivery_label_known = one_of("label", Label)
    exchange_digest_is_sha256 = Check("digest IS NULL OR octet_length(digest) = 32")
