"""Agreements with their parties and the duties that each took on."""

from piccolo.columns import Date, Serial, SmallInt
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.agreements.domain import AgreementKind, EndsBy
from netralitas.cases.domain import Theme
from netralitas.database.columns import one_of, readers, reference, words


class AgreementRow(Table, tablename="agreement"):
    """An agreement as signed; `ends_on` is its last day where it has one."""

    id = Serial(primary_key=True)
    kind = words()
    title = words()
    place = words()
    signed_on = Date(default=None)
    ends_by = words()
    ends_on = Date(null=True, default=None)
    readers = readers()

    agreement_kind_known = one_of("kind", AgreementKind)
    agreement_ends_by_known = one_of("ends_by", EndsBy)


class AgreementPartyRow(Table, tablename="agreement_party"):
    """A party with its own number of the agreement and the capacity of who signed for it."""

    id = Serial(primary_key=True)
    agreement = reference(AgreementRow)
    ordinal = SmallInt(default=None)
    organisation = reference(OrganisationRow)
    printed = words()
    capacity = words()

    one_party_per_place = Unique(columns=["agreement", "ordinal"])


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
