"""Receivers of webhooks, and what became of the messages to each."""

from piccolo.columns import Array, BigInt, BigSerial, Bytea, Integer, Serial, SmallInt, Text
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.webhooks.domain import DeliveryState, ReceiverState


class WebhookReceiverRow(Table, tablename="webhook_receiver"):
    """A system of an office that is told what happens, from `position` in the log on.

    `secret` and `old_secret` are sealed; the old one signs too until `old_until`. `failures` are
    those since a message last arrived. `lease` and `fence` say which worker has it.
    """

    id = Serial(primary_key=True)
    organisation = reference(OrganisationRow)
    name = words()
    url = words()
    topics = Array(base_column=Text())
    state = words()
    reason = words(null=True)
    secret = Bytea(default=None)
    old_secret = Bytea(null=True, default=None)
    old_until = moment(null=True)
    position = BigInt(default=None)
    failures = Integer(default=0)
    next_at = moment()
    lease = moment(null=True)
    fence = BigInt(default=0)
    made_by = reference(OfficerRow)
    made_at = moment()
    readers = readers()

    webhook_receiver_state_known = one_of("state", ReceiverState)
    webhook_receiver_old_secret_ends = Check("(old_secret IS NULL) = (old_until IS NULL)")


class WebhookDeliveryRow(Table, tablename="webhook_delivery"):
    """A message to a receiver and what became of it; without an event it is a trial."""

    id = BigSerial(primary_key=True)
    receiver = reference(WebhookReceiverRow)
    event = reference(EventRow, null=True)
    name = words()
    state = words()
    tries = SmallInt(default=0)
    status = SmallInt(null=True, default=None)
    problem = words(null=True)
    made_at = moment()
    last_at = moment(null=True)
    readers = readers()

    one_message_per_event = Unique(columns=["receiver", "event"])
    webhook_delivery_state_known = one_of("state", DeliveryState)
