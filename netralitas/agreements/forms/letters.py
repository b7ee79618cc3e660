"""Letters under an agreement: where they go, what was sent, what shows that it arrived."""

from msgspec.structs import replace

from netralitas.agreements.forms.keeping import OnForm
from netralitas.agreements.paper import (
    Address,
    Correspondence,
    Deemed,
    Paper,
    type_proof,
    type_way,
)
from netralitas.agreements.records.letters import PROOFS, WAYS
from netralitas.agreements.records.values import Letter, NewAddress, Receipt
from netralitas.web.forms import Choice, DateField, Email, Form, Integer, Text, Version, optional


class AddressForm(Form):
    """Where a party takes letters from a day on, which may be still to come."""

    party = Choice("Pihak")
    told_on = DateField("Diberitahukan tertulis pada", missing="Isi tanggalnya.", past=True)
    on = DateField("Berlaku mulai", missing="Isi tanggalnya.")
    to = Text("Tujuan", hint="Instansi dan bagian yang menerima surat.")
    street = Text("Alamat", maximum=500)
    phone = Text("Telepon", maximum=60)
    email = Email("Surat elektronik")

    def entry(self, _: Paper) -> NewAddress:
        """Return the address; Invalid when the form has errors."""
        self.require()
        address = Address(
            party=int(self.party),
            to=self.to,
            street=self.street,
            phone=self.phone,
            email=self.email,
        )
        return NewAddress(address=address, told_on=self.told_on)


class LetterForm(OnForm):
    """A letter that one party sent to another."""

    sender = Choice("Pengirim")
    receiver = Choice("Penerima")
    number = Text("Nomor surat")
    subject = Text("Perihal", hint="Tanpa nama orang.")
    way = Choice("Cara penyampaian", list(WAYS.items()))

    def entry(self, _: Paper) -> Letter:
        """Return the letter; Invalid when the form has errors."""
        self.require()
        way: type_way = next(each for each in WAYS if each == self.way)
        return Letter(
            sender=int(self.sender),
            receiver=int(self.receiver),
            number=self.number,
            subject=self.subject,
            way=way,
        )


class ReceiptForm(OnForm):
    """What shows that a letter arrived."""

    proof = Choice("Bukti", list(PROOFS.items()))

    def entry(self, _: Paper) -> Receipt:
        """Return the proof; Invalid when the form has errors."""
        self.require()
        proof: type_proof = next(each for each in PROOFS if each == self.proof)
        return Receipt(proof=proof)


class RulesForm(Form):
    """What the paper says of letters: each article, empty where it says nothing."""

    at = optional(Text("Pasal korespondensi", hint="Misalnya: Pasal 13 ayat (1)."))
    direct_at = optional(Text("Pasal penerimaan surat yang diserahkan langsung"))
    email_at = optional(Text("Pasal penerimaan surat elektronik yang disertai telepon"))
    change_workdays = optional(
        Integer(
            "Perubahan alamat diberitahukan, hari kerja sebelumnya",
            hint="Kosongkan bila naskah tidak mengaturnya.",
            least=1,
            most=60,
        )
    )
    change_at = optional(Text("Pasal perubahan alamat"))
    version = Version()

    def written(self, paper: Paper) -> Paper:
        """Return the paper with these rules; Invalid when the form has errors."""
        self.require()
        found: tuple[tuple[str | None, type_way, tuple[type_proof, ...]], ...] = (
            (self.direct_at, "direct", ("signature",)),
            (self.email_at, "email", ("mail", "telephone")),
        )
        old = paper.correspondence
        rule = Correspondence(
            at=self.at or "",
            addresses=old.addresses if old else (),
            received=tuple(at for at, _, _ in found if at),
            deemed=tuple(Deemed(at=at, way=way, needs=needs) for at, way, needs in found if at),
            change_at=self.change_at or "",
            change_workdays=self.change_workdays or 0,
        )
        return replace(paper, correspondence=rule)


def rules_of(paper: Paper) -> dict[str, object]:
    """Return what the form of the rules shows of a paper that stands already."""
    rule = paper.correspondence
    if rule is None:
        return {}
    deemed = {each.way: each.at for each in rule.deemed}
    values: dict[str, object] = {
        "at": rule.at,
        "direct_at": deemed.get("direct"),
        "email_at": deemed.get("email"),
        "change_workdays": rule.change_workdays,
        "change_at": rule.change_at,
    }
    return {name: value for name, value in values.items() if value}
