"""Pages of the internet that the parties oversee together: sharing one, and each step about it."""

from typing import Final
from urllib.parse import urlsplit

from netralitas.agreements.forms.keeping import OnForm
from netralitas.agreements.paper import Paper
from netralitas.agreements.records.content import STEPS
from netralitas.agreements.records.values import PageStep, WebPage, type_step
from netralitas.evidence.web.words import CATEGORIES, PLATFORMS
from netralitas.web.forms import Choice, DateField, Text, optional

_LONGEST: Final = 2000
_WRONG: Final = "Salin alamat utuh, diawali https:// atau http://, tanpa nama pengguna."


class PageForm(OnForm):
    """A page, from the register of the own office or with its address."""

    party = Choice("Ditemukan oleh")
    register = optional(
        Choice("Dari register alamat", hint="Akun dan catatan register tidak ikut dibagikan.")
    )
    url = optional(
        Text(
            "Alamat halaman",
            hint="Bila tidak dari register: salin utuh dari peramban.",
            maximum=_LONGEST,
        )
    )
    platform = optional(
        Choice("Platform", [(each.value, said) for each, said in PLATFORMS.items()])
    )
    category = optional(
        Choice("Kategori", [(each.value, said) for each, said in CATEGORIES.items()])
    )

    def check(self) -> None:
        """Say what is missing of a page that is in no register."""
        if self.read_value("register"):
            return
        url = self.read_value("url")
        if not url:
            self.refuse("url", "Isi alamat halaman, atau pilih dari register.")
        elif not _whole(url):
            self.refuse("url", _WRONG)
        for name, said in (("platform", "Pilih platform."), ("category", "Pilih kategori.")):
            if not self.read_value(name):
                self.refuse(name, said)

    def entry(self, _: Paper) -> WebPage:
        """Return the page; Invalid when the form has errors."""
        self.require()
        return WebPage(
            party=int(self.party),
            url=self.url or "",
            platform=self.platform or "",
            category=self.category or "",
            register=int(self.register) if self.register else None,
        )


class PageStepForm(OnForm):
    """What a party did about a page, or is to do by a day."""

    step = Choice("Langkah", list(STEPS.items()))
    party = Choice("Oleh")
    due_on = optional(
        DateField(
            "Batas waktu",
            hint="Isi bila belum dilakukan. Kosongkan bila sudah dilakukan pada tanggal di atas.",
        )
    )

    def entry(self, _: Paper) -> PageStep:
        """Return the step; Invalid when the form has errors."""
        self.require()
        step: type_step = next(each for each in STEPS if each == self.step)
        return PageStep(step=step, party=int(self.party), due_on=self.due_on)


def _whole(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
