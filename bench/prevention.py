"""B15: prevention over 5,000 activities and every case, for the nation and a large office."""

from typing import Final

from bench import client
from bench.activities import ACTIVITIES, add_activities
from bench.asking import investigator
from bench.datasets import DataSet
from bench.figures import Figure, p95
from bench.offices import Offices
from bench.sessions import signed_in
from bench.web import Web

_PAGES: Final = {
    "dashboard": "/pencegahan",
    "coverage": "/pencegahan/jangkauan",
    "vulnerability map": "/pencegahan/kerawanan",
}
_TURNS: Final = 12
_MOST_SECONDS: Final = 0.3
_OFFICES: Final = Offices()
_READERS: Final = {
    "of the nation": investigator(_OFFICES.nation),
    "of the largest regency": investigator(_OFFICES.regencies[0]),
}


def measure(data: DataSet, web: Web, cases: int, rounds: int) -> list[Figure]:
    """Return B15: each page of each reader; the first round warms. Adds activities to `data`."""
    add_activities(data)
    found = []
    for reader, actor in _READERS.items():
        (cookie,) = signed_in(data, [actor.desk])
        for page, path in _PAGES.items():
            asked = [client.get(path, cookie, web.host)] * _TURNS
            taken = [list(client.run(web.port, [asked], 200).latencies) for _ in range(rounds + 1)]
            every = [seconds for latencies in taken[1:] for seconds in latencies]
            found.append(
                Figure(
                    code="B15",
                    work=f"{page} {reader}, {cases:,} cases, {ACTIVITIES:,} activities: p95",
                    unit="ms",
                    samples=tuple(p95(latencies) * 1000 for latencies in taken[1:]),
                    target=f"≤ {_MOST_SECONDS * 1000:.0f} ms",
                    met=p95(every) <= _MOST_SECONDS,
                )
            )
    return found
