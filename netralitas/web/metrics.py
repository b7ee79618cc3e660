"""What this process counts about itself, by names that are few: never a person, never an id."""

from collections.abc import Iterator
from functools import cache
from typing import Final, Protocol
from weakref import WeakSet

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from netralitas.database.engine import OPEN

disable_created_metrics()  # type: ignore[no-untyped-call]  # nobody asks for a second series each

REGISTRY: Final = CollectorRegistry()
"""Everything that is told about this process."""

METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds

_REQUESTS: Final = Counter(
    "netralitas_requests",
    "Requests answered, by route and status",
    ("method", "route", "status"),
    registry=REGISTRY,
)
_SECONDS: Final = Histogram(
    "netralitas_request_seconds",
    "Time from a request to the end of its answer",
    ("route",),
    buckets=_BUCKETS,
    registry=REGISTRY,
)


class Answering(Protocol):
    """What answers prepared pages by itself, and counts them."""

    answered: int


PREPARED: Final["WeakSet[Answering]"] = WeakSet()
"""Who answers prepared pages in this process; they are too quick to be counted one by one."""


def observe(method: str, route: str, status: int, seconds: float) -> None:
    """Count one request. `route` is the template of its address, not the address."""
    requests, times = _counted(method if method in METHODS else "other", route, status)
    requests.inc()
    times.observe(seconds)


@cache
def _counted(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    """Return where requests of this kind are counted; looking it up costs more than counting."""
    return _REQUESTS.labels(method, route, str(status)), _SECONDS.labels(route)


class Present(Collector):
    """What is looked up when somebody asks: connections, and prepared pages."""

    def collect(self) -> Iterator[CounterMetricFamily | GaugeMetricFamily]:
        """Yield the connections of each open pool, and how many prepared pages were answered."""
        pools = GaugeMetricFamily(
            "netralitas_pool_connections",
            "Connections to the database",
            labels=("pool", "state"),
        )
        for engine in OPEN:
            used, idle, most = engine.connections()
            for state, number in (("used", used), ("idle", idle), ("most", most)):
                pools.add_metric((engine.application, state), number)
        yield pools
        answered = sum(each.answered for each in PREPARED)
        yield CounterMetricFamily(
            "netralitas_prepared_pages", "Prepared public pages answered", value=answered
        )


REGISTRY.register(Present())
ProcessCollector(registry=REGISTRY)
