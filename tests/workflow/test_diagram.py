"""The documentation shows what is declared, and nothing else."""

from pathlib import Path

import pytest

from netralitas.workflow.diagram import EXCEPTIONAL, diagram, document, render
from netralitas.workflow.domain import Workflow
from netralitas.workflows import WORKFLOWS, current, main

DOCUMENT = Path(__file__).parents[2] / "docs" / "domain.md"


def test_the_document_equals_the_declarations() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert render(text, WORKFLOWS) == text, "run: python -m netralitas.workflows docs/domain.md"


def test_a_changed_document_is_drawn_anew(tmp_path: Path) -> None:
    text = DOCUMENT.read_text("utf-8")
    path = tmp_path / "domain.md"
    path.write_text(text.replace("Registrasi laporan", "Registrasi apa saja"), "utf-8")
    main([str(path)])
    assert path.read_text("utf-8") == text


def test_a_document_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="no markers for handling"):
        render("# Nothing here", WORKFLOWS)


@pytest.mark.parametrize(
    "workflow", tuple(WORKFLOWS), ids=lambda found: f"{found.code} {found.version}"
)
def test_every_state_and_move_stands_in_the_document(workflow: Workflow) -> None:
    text = document(workflow)
    for state in workflow.states:
        assert f'state "{state.label}" as {state.code}' in text
    for move in workflow.moves:
        mark = f" {EXCEPTIONAL}" if move.exceptional else ""
        assert f"| `{move.code}`{mark} | {move.label} |" in text


def test_the_diagram_draws_edges_marks_the_exceptional_and_leaves_out_what_stays() -> None:
    lines = [line.strip() for line in diagram(current("handling")).splitlines()]
    assert "[*] --> report_received : Terima laporan" in lines
    assert "preliminary_study_done --> registered : Registrasi laporan" in lines
    assert f"closed --> study : Buka kembali penanganan {EXCEPTIONAL}" in lines
    assert "closed --> [*]" in lines
    assert not any("Teruskan terlapor lain" in line for line in lines)


def test_what_a_move_brings_and_who_else_makes_it_stand_in_the_tables() -> None:
    followed = document(current("discipline"))
    assert "brings `end` of compliance" in followed
    assert "`recommendation_received`, `(deadline_default)`" in followed
    assert "brought by another move" in document(current("compliance"))
    assert "; opens discipline by `arrive`; opens compliance by `watch`" in document(
        current("referral")
    )


@pytest.mark.parametrize(
    ("code", "concerned"),
    [("publication", "case"), ("discipline", "respondent"), ("criminal", "case or respondent")],
)
def test_the_document_says_what_a_proceeding_concerns(code: str, concerned: str) -> None:
    declared = current(code)
    assert f"Version {declared.version}, one for each {concerned}." in document(declared)


def test_a_move_from_many_states_is_drawn_once() -> None:
    lines = [line.strip() for line in diagram(current("handling")).splitlines()]
    drawn = [line for line in lines if "Limpahkan penanganan" in line]
    assert len(drawn) == 1
    assert drawn[0].startswith("from_transfer --> transferred")
