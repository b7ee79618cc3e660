"""The frame of the public site in English: its prose, its forms, what it refuses."""

from datetime import date

import httpx
import msgspec
import pytest

from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.intake import codes
from netralitas.language import as_source, speaking
from netralitas.public.forms import CodeForm
from netralitas.public.pages import AboutPage, CheckPage, PublicPage, Stand
from netralitas.public.sheets import Sheet
from netralitas.web.error_words import WORDS
from netralitas.web.forms import (
    Choice,
    Choices,
    DateField,
    Email,
    Form,
    HappenedField,
    Integer,
    Nik,
    Nip,
    Paragraph,
    Phone,
    Text,
    Ticked,
    TimeField,
    Version,
)
from tests.public.english import indonesian_words
from tests.public.made import AT

PAGES = (
    ("/en/tentang", "public/about.html", AboutPage(threshold=10)),
    ("/en/tentang/aksesibilitas", "public/accessibility.html", PublicPage()),
    ("/en/cek-status", "public/check.html", CheckPage(form=CodeForm.blank())),
    ("/en/cek-status", "public/check.html", CheckPage(form=CodeForm.blank(), missing=True)),
)
CODE = codes.make(bytes(range(60, 72)))
CODES = ("", "ABC", "I" * 20, "012/LP/2024", "2" * 19 + "3", "2" * 40)


class Everything(Form):
    """One field of every kind, with labels in English."""

    name = Text("Name", minimum=3, maximum=5)
    story = Paragraph("Story", maximum=5)
    color = Choice("Colour", [("red", "Red")])
    colors = Choices("Colours", [("red", "Red")])
    on = DateField("Day", past=True)
    at = TimeField("Time")
    happened = HappenedField("When")
    nip = Nip("NIP")
    nik = Nik("NIK")
    phone = Phone("Telephone")
    email = Email("Email")
    amount = Integer("Number", most=9)
    agreed = Ticked("I agree", must=True)
    version = Version()


NAMES = ("name", "story", "color", "colors", "at", "nip", "nik", "phone", "email", "amount")
TYPED = ("", "x", "x" * 30, "\x00", "\u202e", "12", "999999999999999999", "9999999999999999")
DAYS = ("31 2 2024", "2 x 2024", "2 9 24", "2 9 3024", "x 9 2024", "2 9 2030", "2", "99 9")


@pytest.mark.parametrize(("path", "template", "content"), PAGES)
def test_prose_holds_no_indonesian_word(path: str, template: str, content: PublicPage) -> None:
    sheet = Sheet(path=path, template=template, content=content, locale="en")
    written = sheet.write(Stand(moment=AT, position=7), demo=True).decode()
    assert '<html lang="en">' in written
    assert indonesian_words(written) == set()


def test_whatever_is_typed_a_form_answers_in_english() -> None:
    said = set()
    with speaking("en"):
        for text in TYPED:
            form = Everything.parse(dict.fromkeys((*NAMES, "version"), text))
            said |= {sentence for sentence, _ in form.error_list}
        for text in DAYS:
            parts = dict(zip(("day", "month", "year"), text.split(), strict=False))
            typed = {
                f"{name}-{part}": each
                for name in ("on", "happened")
                for part, each in parts.items()
            }
            form = Everything.parse(typed, today=date(2024, 9, 2))
            said |= {sentence for sentence, _ in form.error_list}
        twice = Everything.parse([("name", "a"), ("name", "b"), ("happened-precision", "?")])
        said |= {sentence for sentence, _ in twice.error_list}
        said |= {
            sentence for code in CODES for sentence, _ in CodeForm.parse({"code": code}).error_list
        }
    assert len(said) > 50
    assert indonesian_words(" ".join(said)) == set()
    assert "NIP: digit 15 must be 1 (man) or 2 (woman)." in said


def test_every_status_of_an_error_has_its_words_in_english() -> None:
    with speaking("en"):
        said = [str(each) for found in WORDS.values() for each in (*found[:2], *found.advice)]
    assert indonesian_words(" ".join(said)) == set()


async def test_who_asks_in_english_is_refused_in_english(visitor: httpx.AsyncClient) -> None:
    answers = [
        await visitor.get("/en/hasil"),
        await visitor.get("/en/tidak-ada"),
        await visitor.get("/en/cek-status/lain"),
        await visitor.post("/en/cek-status", data={"code": "ABC"}),
        await visitor.post("/en/cek-status", headers={"Sec-Fetch-Site": "cross-site"}),
    ]
    answers += [await visitor.post("/en/cek-status", data={"code": CODE}) for _ in range(12)]
    assert {answer.status_code for answer in answers} >= {403, 404, 422, 429, 503}
    for answer in answers:
        assert '<html lang="en">' in answer.text
        assert indonesian_words(answer.text) == set(), answer.text


def test_what_is_kept_or_printed_is_in_indonesian_whatever_the_page() -> None:
    with speaking("en"):
        kept = msgspec.json.encode({"theme": THEMES[Theme.NEUTRALITY]}, enc_hook=as_source)
    assert kept == b'{"theme":"Netralitas ASN"}'
    with pytest.raises(TypeError, match="no words: object"):
        as_source(object())
