"""The limit of a move: pgbench, with the statements that the product sends for it.

Same tables, triggers, policies and role; each statement prepared, BEGIN and settings in one round
trip. What the product computes (canonical bytes, hash, due date) stands in the script as a
constant. What it asks besides (what is due, what the form must know) is not here.
"""

import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from bench.cases import Case
from bench.datasets import DataSet
from bench.offices import ZONE
from bench.stories import Step, step
from netralitas import clock
from netralitas.accounts.sessions import FIND
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import ENTER, LOCK, values_of
from netralitas.cases import dossier, record
from netralitas.database.embedded_programs import find_account, programs
from netralitas.jobs.queue import ENQUEUE

MOVE: Final = "submit_tracing_result"
_PLANNED_ONCE: Final = {"PGOPTIONS": "-c plan_cache_mode=force_generic_plan"}
"""A run is short: without this it would spend a good part on planning, the product does not."""

_TPS: Final = re.compile(r"tps = ([0-9.]+)")
_FAILED: Final = re.compile(r"number of failed transactions: 0 ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Which cases pgbench moves: clients take so many each, one client after the other."""

    first: Case
    clients: int
    each: int


def transactions_per_second(data: DataSet, share: Share) -> float:
    """Return how many moves pgbench makes in a second; RuntimeError when one failed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "move.sql"
        file.write_text(script(share))
        command = [
            *(str(programs(find_account()) / "pgbench"), "--no-vacuum", "--protocol=prepared"),
            *(f"--client={share.clients}", f"--transactions={share.each}", f"--file={file}"),
            *("--define=turn=0", data.dsn("app")),
        ]
        done = subprocess.run(  # noqa: S603 - a program of the wheel
            command, check=False, capture_output=True, text=True, env=_PLANNED_ONCE
        )
    found = _TPS.search(done.stdout)
    if done.returncode or found is None or not _FAILED.search(done.stdout):
        raise RuntimeError(f"pgbench failed: {done.stdout}{done.stderr}")
    return float(found[1])


def script(share: Share) -> str:
    """Return what each client of pgbench does for one move."""
    first, today = share.first, clock.now().date()
    told = first.proceedings[0]
    made = step(MOVE, told.last and told.last.to_state, first.regime, today, ZONE)
    place = {
        "file": f"{first.head.stream} + :client_id * {share.each} + :turn",
        "turn": ":turn + 1",
        "organisation": f"{first.office.id} + :client_id",
        "officer": ":organisation * 2",
        "proceeding": f":file + {told.id - first.head.stream}",
    }
    lines = [f"\\set {name} {value}" for name, value in place.items()]
    lines += [_filled(FIND, ["sha256(:officer::text::bytea)", "now()", "'-infinity'"]) + ";"]
    lines += _transaction(_statements(first, made, today))
    return "\n".join(lines) + "\n"


def _transaction(inside: Sequence[str]) -> list[str]:
    local = (
        "set_config('netralitas.organisation', :organisation::text, true)",
        "set_config('netralitas.officer', :officer::text, true)",
        "set_config('netralitas.everything', '', true)",
    )
    begin = ["\\startpipeline", "BEGIN;", f"SELECT {', '.join(local)};", "\\endpipeline"]
    return [*begin, *inside, "COMMIT;"]


def _statements(first: Case, made: Step, today: date) -> list[str]:
    (started,) = made.starts
    since = _literal(Moment.day(today, ZONE).instant)
    ended = f"ARRAY[{', '.join(map(_literal, sorted(made.ends)))}]"
    proceedings = "ARRAY[:proceeding::bigint]"
    clock_row = [
        *(":file", ":proceeding", _literal(started.rule), _literal(started.rule_version)),
        *(_literal(started.calendar_version), ":entered_id", _literal(started.start_on), "NULL"),
        *(_literal(started.due_at), "NULL", ":case_readers", "NULL", "NULL"),
        *(_literal(started.edition), _literal(started.added), "NULL"),
    ]
    moved = [":proceeding", _literal(made.to_state), ":version", _literal(made.holder)]
    return [
        _filled(LOCK, [":file"]) + " \\gset head_",
        "\\set version :head_version + 1",
        _filled(dossier.CASE, [":file"]) + " \\gset case_",
        _filled(ENTER, _event(first, made, today)) + " \\gset entered_",
        _filled(
            record.MOVE,
            [*moved, since, "'day'", ":case_readers"],
        )
        + ";",
        _filled(record.END_CLOCKS, [":proceeding", ended, ":entered_id", since]) + ";",
        _filled(record.START_CLOCK, clock_row) + ";",
        _filled(record.SHOW_ON_WORKLISTS, [proceedings]) + ";",
        _filled(ENQUEUE, ["'index_case'", _PAYLOAD, "NULL", "NULL"]) + ";",
    ]


_PAYLOAD: Final = "jsonb_build_object('case_file', :file::bigint)"

# Places of ENTER that differ from case to case.
_OWN: Final[Mapping[int, str]] = {
    1: ":file",
    2: ":version",
    7: ":proceeding",
    11: ":officer",
    12: ":organisation",
    13: ":case_readers",
    18: ":head_recording_time",
    26: ":head_hash",
    30: ":case_readers",
}


def _event(first: Case, made: Step, today: date) -> list[str]:
    event = Event(
        stream=first.head.stream,
        kind=EventKind.MOVE,
        name=made.name,
        actor=first.office.investigator,
        organisation=first.office.id,
        readers=first.office.readers,
        happened=Moment.day(today, ZONE),
        workflow=made.workflow,
        workflow_version=made.workflow_version,
        proceeding=first.proceedings[0].id,
        from_state=made.from_state,
        to_state=made.to_state,
        facts=made.facts,
        basis=made.basis,
    )
    values, _ = values_of(first.head, event)
    return [_OWN.get(place) or _literal(value) for place, value in enumerate(values, start=1)]


def _filled(statement: str, values: Sequence[str]) -> str:
    """Return the statement with its places filled, by variables of pgbench or by literals."""
    return re.sub(r"\$(\d+)", lambda place: values[int(place[1]) - 1], statement.strip())


def _literal(value: object) -> str:
    match value:
        case None:
            return "NULL"
        case bytes():
            return f"'\\x{value.hex()}'::bytea"
        case int():
            return str(value)
        case datetime() | date():
            return f"'{value.isoformat()}'"
        case tuple():
            return f"ARRAY[{', '.join(map(_literal, value))}]::text[]"
        case _:
            return "'" + str(value).replace("'", "''") + "'"
