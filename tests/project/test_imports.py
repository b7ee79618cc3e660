"""Who may import and call what: the part that lists of modules in pyproject.toml cannot say."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from tests.project.source import PACKAGE, Module, imported, modules, room_of

# Everybody's ground: a feature may use these freely.
GROUND = {"access", "audit", "database", "law", "web", "workflow"}
LANGUAGE = "netralitas.language"
"""Rules say their sentences in the language of the page, with the names of days that Babel has."""
# Through these a feature is used by another.
DOORS = {"commands", "queries", "domain", "workflow", "policy", "words"}
# Doors of one feature alone, made to be called inside another's transaction.
FURTHER_DOORS = {
    "netralitas.agreements.paper",  # an agreement as its paper has it: values
    "netralitas.agreements.plan.schedule",  # the months that a schedule names: pure
    "netralitas.agreements.plan.joining",  # rows put to a plan of other years: pure
    "netralitas.agreements.plan.address",  # where a plan is: pure
    "netralitas.charts.drawing",  # a chart as SVG, without a database; lazily loaded
    "netralitas.agreements.stages",  # the stages of an agreement as data: pure
    "netralitas.discipline.board",  # classes of age, and the address of the ageing board: pure
    "netralitas.discipline.noted",  # what is worth knowing of a follow-up: pure
    "netralitas.discipline.sanctions",  # the catalogue: pure
    "netralitas.accounts.cli_running",  # a command of accounts, run as the system
    "netralitas.accounts.address",  # where a request comes from
    "netralitas.accounts.sessions",  # who acts in a request, as it is passed on
    "netralitas.accounts.throttle",  # failed sign-ins are counted in one place
    "netralitas.api.cli",  # `netralitas account token`
    "netralitas.accounts.events",  # what administrators do is recorded in one stream
    "netralitas.cases.interests.policy",  # who stands in conflict: pure
    "netralitas.cases.dossier",  # a proceeding as it stands: values
    "netralitas.cases.forms",  # the forms of moves and facts, which the API takes too
    "netralitas.cases.filled",  # from a filled form to what a command takes
    "netralitas.agreements.pages",  # what pages show: values, as those below
    "netralitas.evaluation.recap.pages",
    "netralitas.evidence.exhibits.forms",
    "netralitas.evidence.exhibits.pages",
    "netralitas.prevention.activity_pages",
    "netralitas.prevention.forms",
    "netralitas.prevention.pages",
    "netralitas.worklist.pages",
    "netralitas.cases.answers",  # what a move is answered with: values
    "netralitas.cases.facts",  # a fact inside another's transaction
    "netralitas.cases.moving",  # a move as it is asked for: values
    "netralitas.cases.likeness.keys",  # how names and addresses are compared: pure
    "netralitas.cases.reassigning",  # open cases of who leaves, inside another's transaction
    "netralitas.cases.recounting",  # the job after a change of the law
    "netralitas.cases.nip",  # sealing, without a database
    "netralitas.cases.when",  # when something may have happened: pure
    "netralitas.cases.letters",  # the event of an act on a letter, and what a receipt brings about
    "netralitas.correspondence.numbers",
    "netralitas.correspondence.commands.receipts",  # a receipt proved, inside another's transaction
    "netralitas.correspondence.patterns",  # how a number is printed: pure
    "netralitas.documents.official.verifying",  # a paper known again, by its code or its bytes
    "netralitas.documents.official.catalogue",  # which papers there are: pure
    "netralitas.documents.official.content",  # what a paper says: pure
    "netralitas.documents.letters",  # the texts of drafts: pure
    "netralitas.documents.sealing",  # a file under a password, without a database
    "netralitas.documents.rendering",  # data into a PDF, without a database
    "netralitas.evidence.pieces",
    "netralitas.evidence.storage",
    "netralitas.evidence.web.guard",  # the connection to the public internet alone
    "netralitas.evidence.web.peers",  # calling another system that an administrator entered
    "netralitas.evidence.web.troubles",  # what went wrong on such a connection, in a word
    "netralitas.evidence.views",  # a copy of an image without metadata: pure
    "netralitas.evidence.media",  # the type of a file by its content: pure
    "netralitas.intake.door",  # what passes through the public door: pure
    "netralitas.intake.envelope",  # sealing between the public door and an office
    "netralitas.intake.receipt_seal",  # what binds a receipt to its code: pure
    "netralitas.intake.codes",  # reading a receipt's code: pure
    "netralitas.jobs.mail",  # one message to the mail server
    "netralitas.jobs.queue",
    "netralitas.publication.status",  # what the worker writes for the public site
    "netralitas.publication.telling",  # what a code is told, in each language: pure
    "netralitas.prevention.attending.door",  # what passes between the sites about a room: pure
    "netralitas.prevention.attending.numbers",  # what is kept of a number, without a database
    "netralitas.service.door",  # what passes between the sites about a complaint: pure
    "netralitas.referral.packages.manifests",  # a manifest written and read: pure
    "netralitas.referral.packages.door",  # what passes between the sites about a package: pure
    "netralitas.vault.opening",  # one identity, for who may read it, inside another's transaction
    "netralitas.vault.cipher",  # sealing, without a database
}
PURE_ROOMS = {"domain", "workflow", "policy"}
PURE_PACKAGES = {"law", "workflow"}
PURE_MODULES = {"netralitas.cases.likeness.keys"}
APP_MODULES = {
    *("__main__", "accepting", "app", "asgi", "bringing_up", "cli", "demo", "framing", "health"),
    *("measuring", "process", "public_app", "rotating", "serve", "serving", "work"),
    *("process", "public_app", "recovery", "rotating", "serve", "work"),
}


def parts(name: str) -> tuple[str, str]:
    """The feature and the room of a dotted name of the package."""
    _, feature = [*name.split("."), ""][:2]
    return feature, room_of(name)


def inner_imports() -> Iterator[tuple[Module, str, int]]:
    """Each import of one of our modules by another."""
    for module in modules():
        for name, line in imported(module):
            if name == PACKAGE or name.startswith(f"{PACKAGE}."):
                yield module, name, line


def is_pure(name: str) -> bool:
    feature, room = parts(name)
    pure = room in PURE_ROOMS or name in PURE_MODULES
    return pure or feature in PURE_PACKAGES | {"refusals"}


def is_app_module(module: Module) -> bool:
    return parts(module.name)[0] in APP_MODULES


def calls(module: Module, owners: set[str], names: set[str]) -> list[str]:
    """Places where `owner.name` is mentioned or `from owner import name` stands."""
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in names:
            owner = node.value
            last = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            if last in owners:
                found.append(f"{module.shown}:{node.lineno}")
        elif isinstance(node, ast.ImportFrom) and node.module in owners:
            taken = {alias.name for alias in node.names}
            found += [f"{module.shown}:{node.lineno}"] if names & taken else []
    return found


def elsewhere(allowed: str, owners: set[str], names: set[str]) -> list[str]:
    return [
        place
        for module in modules()
        if module.name != allowed
        for place in calls(module, owners, names)
    ]


def test_only_settings_reads_the_environment() -> None:
    assert elsewhere("netralitas.settings", {"os"}, {"environ", "environb", "getenv"}) == []


def test_only_clock_reads_the_time() -> None:
    of_dates = elsewhere("netralitas.clock", {"datetime", "date"}, {"now", "utcnow", "today"})
    of_seconds = elsewhere("netralitas.clock", {"time"}, {"time", "time_ns", "localtime", "gmtime"})
    assert of_dates + of_seconds == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {module.name: set() for module in modules()}
    for module, name, _ in inner_imports():
        if name != module.name:
            graph[module.name].add(name)
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None
    assert set(graph) <= set(order)


def test_rules_import_the_standard_library_and_each_other_only() -> None:
    wrong = [
        f"{module.shown}:{line} {name}"
        for module in modules()
        if is_pure(module.name)
        for name, line in imported(module)
        if name.split(".")[0] not in sys.stdlib_module_names | {"babel"}
        and not (name.startswith(f"{PACKAGE}.") and (is_pure(name) or name == LANGUAGE))
    ]
    assert wrong == []


def test_tables_and_store_are_private_to_their_feature() -> None:
    wrong = []
    for module, name, line in inner_imports():
        feature, room = parts(name)
        foreign_key = room == "tables" and module.room == "tables"
        if room in {"tables", "store"} and feature != module.feature and not foreign_key:
            wrong.append(f"{module.shown}:{line} {name}")
    assert wrong == []


def test_a_feature_is_used_through_its_doors_only() -> None:
    wrong = []
    for module, name, line in inner_imports():
        feature, room = parts(name)
        inside = feature == module.feature or not room or feature in GROUND
        tables = room == "tables" and module.room == "tables"
        door = room in DOORS or name in FURTHER_DOORS
        if not (inside or tables or door or is_app_module(module)):
            wrong.append(f"{module.shown}:{line} {name}")
    assert wrong == []


def test_only_app_modules_import_app_modules() -> None:
    wrong = [
        f"{module.shown}:{line} {name}"
        for module, name, line in inner_imports()
        if parts(name)[0] in APP_MODULES and not is_app_module(module)
    ]
    assert wrong == []


def test_tables_are_declared_and_raw_sql_is_asked_in_storage_only() -> None:
    wrong = []
    for module in modules():
        declared = [line for name, line in imported(module) if name == "piccolo.table"]
        asked = [
            node.lineno
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "raw"
        ]
        if module.room != "tables":
            wrong += [f"{module.shown}:{line} piccolo.table" for line in declared]
        if module.room not in {"tables", "store", "queries"}:
            wrong += [f"{module.shown}:{line} .raw" for line in asked]
    assert wrong == []
