"""The form of a new receiver."""

from netralitas.web.forms import Choices, Form, Text
from netralitas.webhooks import words
from netralitas.webhooks.domain import NewReceiver, Topic


class ReceiverForm(Form):
    """How a receiver is called, where it is, what it is told of."""

    name = Text("Nama penerima", hint="Misalnya: SIMPEG Kabupaten. Jangan menulis nama orang.")
    url = Text(
        "Alamat penerima",
        hint="Diawali https:// dan terbuka dari internet publik.",
        maximum=2000,
    )
    topics = Choices(
        "Jenis peristiwa",
        [(topic.value, said) for topic, said in words.TOPICS.items()],
        missing="Pilih sedikitnya satu jenis peristiwa.",
    )

    @property
    def new(self) -> NewReceiver:
        """Return the receiver; Invalid when the form has errors."""
        topics = tuple(Topic(each) for each in self.topics)
        return NewReceiver(name=self.name, url=self.url, topics=topics)
