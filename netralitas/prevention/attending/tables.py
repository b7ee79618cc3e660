"""Persons present, the page by which a phone says so, and tests with their results."""

from piccolo.columns import JSONB, BigInt, BigSerial, Bytea, Integer, SmallInt
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.prevention.attending.domain import Phase, Way
from netralitas.prevention.tables import ActivityRow, UnitRow


class AttendeeRow(Table, tablename="attendee"):
    """A person who was present; by the keyed digest of their number nobody is counted twice.

    A guest is of no unit; `origin` is then where they say they come from.
    """

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    unit = reference(UnitRow, null=True)
    name = words()
    origin = words(null=True)
    position = words(null=True)
    nip_digest = Bytea(null=True, default=None)
    nip_last = words(null=True)
    way = words()
    noted_at = moment()
    readers = readers()

    attendee_way_known = one_of("way", Way)


class AttendanceDoorRow(Table, tablename="attendance_door"):
    """The public page of an activity: its token, which hangs in the room, and its hours."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow, unique=True)
    token = words(unique=True)
    opens_at = moment()
    closes_at = moment()
    readers = readers()

    attendance_door_closes_later = Check("closes_at > opens_at")


class QuizRow(Table, tablename="quiz"):
    """The questions of an activity's test; fixed once somebody answered them."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow, unique=True)
    questions = JSONB(default=None)
    readers = readers()


class QuizResultRow(Table, tablename="quiz_result"):
    """What came of a test: of a phone, or of papers added up; `points` of `people` together.

    `correct` counts the right answers to each question, where that is known.
    """

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    phase = words()
    people = Integer(default=None)
    points = BigInt(default=None)
    questions = SmallInt(default=None)
    correct = JSONB(null=True, default=None)
    noted_at = moment()
    readers = readers()

    quiz_result_phase_known = one_of("phase", Phase)
    quiz_result_of_people = Check("people > 0")
    quiz_result_within_reach = Check("points >= 0 AND points <= people::bigint * questions")
