"""Every template of the product compiles, escapes, and says so when a name is missing."""

from pathlib import PurePosixPath

import pytest
from jinja2 import UndefinedError, nodes

from netralitas.access.domain import Role
from netralitas.access.policy import Permission, roles_for
from netralitas.language import gettext, ngettext, speaking
from netralitas.web.frame import (
    DemoPerson,
    Frame,
    Person,
    Section,
    account_sections,
    bell_for,
    staff_sections,
    within,
)
from netralitas.web.styleguide_samples import ROLES
from netralitas.web.templates import FOLDER, environment

TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
PAGES = [
    name
    for name in TEMPLATES
    if PurePosixPath(name).parts[0] not in {"layouts", "macros", "parts"}
    and "{% extends" in (FOLDER / name).read_text()
]


def text_of(markup: str, **context: object) -> str:
    return environment().from_string(markup).render(context)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name: str) -> None:
    environment().get_template(name)


def titles_of(name: str) -> list[nodes.Block]:
    """The title of a page, or of the page that it extends."""
    tree = environment().parse((FOLDER / name).read_text())
    titles = [block for block in tree.find_all(nodes.Block) if block.name == "title"]
    extended = tree.find(nodes.Extends)
    if titles or extended is None or not isinstance(extended.template, nodes.Const):
        return titles
    parent = str(extended.template.value)
    return [] if parent.startswith("layouts/") else titles_of(parent)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_title(name: str) -> None:
    titles = titles_of(name)

    assert len(titles) == 1
    assert titles[0].body


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_switches_escaping_off_or_carries_script_and_style(name: str) -> None:
    source = (FOLDER / name).read_text()

    for forbidden in (
        "|safe",
        "| safe",
        "autoescape false",
        " style=",
        "<style",
        "onclick=",
        "hx-on",
    ):
        assert forbidden not in source
    assert "<script>" not in source


def test_what_people_typed_is_escaped() -> None:
    assert text_of("{{ typed }}", typed="<b>") == "&lt;b&gt;"


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        text_of("{{ absent }}")


def test_a_missing_key_inside_the_library_is_none() -> None:
    assert "govuk-button" in text_of('{{ govuk.button({"text": "Simpan berkas"}) }}')


def test_a_word_in_a_message_is_escaped_too() -> None:
    shown = text_of("{% trans name=typed %}Halo {{ name }}{% endtrans %}", typed="<b>")

    assert shown == "Halo &lt;b&gt;"


def test_indonesian_is_the_source_and_english_falls_back_to_it() -> None:
    assert gettext("Simpan") == "Simpan"
    with speaking("en"):
        assert gettext("Sebuah kalimat tanpa terjemahan") == "Sebuah kalimat tanpa terjemahan"
        assert ngettext("{n} hari", "{n} hari", 2) == "{n} hari"


def test_the_frame_shows_the_person_what_is_due_and_where_they_are() -> None:
    shown = page_with(
        Frame(
            organisation="Bawaslu Contoh <1>",
            person=Person(name="Rina", role="Staf"),
            sections=(
                Section(label="Perkara", href="/perkara", current=True),
                Section(label="Tenggat", href="/tenggat"),
            ),
            bell=bell_for(ROLES),
            due_count=1200,
        )
    )

    assert "Bawaslu Contoh &lt;1&gt;" in shown
    assert '<span class="bell__count">1.200</span>' in shown
    assert 'href="/perkara" aria-current="page"' in shown
    assert '<form method="post" action="/keluar">' in shown
    assert "Data contoh" not in shown


def test_the_title_of_a_page_is_its_heading_and_the_product() -> None:
    shown = page_with(Frame())

    assert "<title>Judul · Netralitas</title>" in shown
    assert '<h1 class="page-title">Judul</h1>' in shown


def test_with_nothing_due_the_bell_says_so() -> None:
    shown = page_with(Frame(person=Person(name="Rina", role="Staf"), bell=bell_for(ROLES)))

    assert "Tidak ada tenggat hari ini" in shown
    assert "bell__count" not in shown


def test_a_demo_says_so_and_offers_every_person_as_a_button() -> None:
    people = (
        DemoPerson(key="a", label="Rina", current=True),
        DemoPerson(key="b", label="Budi"),
    )
    shown = page_with(Frame(demo=people))

    assert "semua orang dan perkara rekaan" in shown
    assert 'action="/demo/orang"' in shown
    assert 'name="orang" value="b"' in shown
    assert shown.count('aria-current="true"') == 1


def test_a_demo_without_people_still_says_so() -> None:
    shown = page_with(Frame(demo=()))

    assert "Data contoh" in shown
    assert "/demo/orang" not in shown


def page_with(frame: Frame) -> str:
    page = '{% extends "layouts/staff.html" %}{% block title %}Judul{% endblock %}'
    return text_of(page, frame=frame)


def test_sections_follow_the_roles_and_what_is_ready() -> None:
    labels = [section.label for section in staff_sections(ROLES, "/perkara/7")]
    ready = staff_sections(ROLES, "/perkara/7", ready=frozenset({"/perkara", "/tenggat"}))

    assert labels[0] == "Beranda"
    assert "Administrasi" not in labels
    assert [(section.label, section.current) for section in ready] == [
        ("Perkara", True),
        ("Tenggat", False),
    ]


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/perkara/7", "Perkara"),
        ("/perkara/7/surat/12", "Surat"),
        ("/perkara/7/surat/12/penerimaan", "Surat"),
        ("/perkara/7/proses/discipline/surat/summons", "Perkara"),
        ("/surat/alamat", "Surat"),
        ("/impor/sistem-lain/impor", "Tindak lanjut"),
        ("/impor/perkara", None),
    ],
)
def test_a_page_is_marked_in_the_section_it_belongs_to(path: str, label: str | None) -> None:
    shown = staff_sections(ROLES, path)
    assert [section.label for section in shown if section.current] == ([label] if label else [])


def test_a_letter_is_of_its_case_for_those_without_a_register_of_letters() -> None:
    ready = frozenset({"/perkara", "/tenggat"})
    shown = staff_sections(ROLES, "/perkara/7/surat/12", ready=ready)
    assert [section.label for section in shown if section.current] == ["Perkara"]


@pytest.mark.parametrize("role", list(Role))
def test_the_menu_and_the_bell_offer_what_the_policy_grants(role: Role) -> None:
    frame = Frame(sections=staff_sections(frozenset({role}), "/beranda"))

    granted = role in roles_for(Permission.SEE_DEADLINES)
    assert ("/tenggat" in {section.href for section in frame.sections}) is granted
    told = role in roles_for(Permission.SEE_NOTICES)
    assert bell_for(frozenset({role})) == ("/pemberitahuan" if told else None)


@pytest.mark.parametrize("role", list(Role))
def test_behind_the_name_stand_the_pages_about_the_person(role: Role) -> None:
    found = account_sections(frozenset({role}), "/akun/kepentingan")

    assert found[0].href == "/akun/faktor-kedua"
    declares = role in roles_for(Permission.DECLARE_INTEREST)
    assert [section.href for section in found if section.current] == (
        ["/akun/kepentingan"] if declares else []
    )


def test_no_bell_for_those_who_get_no_notices() -> None:
    someone = Person(name="Hadi Nugraha", role="Administrator")

    assert 'class="bell"' not in page_with(Frame(person=someone))
    assert 'class="bell"' in page_with(Frame(person=someone, bell=bell_for(ROLES)))


def test_the_bell_says_how_many_notices_are_new_beside_what_is_due() -> None:
    shown = page_with(
        Frame(person=Person(name="Rina", role="Staf"), bell=bell_for(ROLES), unseen_count=1200)
    )

    assert '<span class="bell__new">1.200 baru</span>' in shown
    assert 'href="/pemberitahuan"' in shown
    assert "bell--due" in shown
    assert "Tidak ada tenggat hari ini" in shown


@pytest.mark.parametrize(
    ("path", "inside"),
    [("/perkara", True), ("/perkara/7", True), ("/perkaraku", False), ("/", False)],
)
def test_a_section_holds_its_page_and_those_below(path: str, inside: bool) -> None:
    assert within(path, "/perkara") is inside
