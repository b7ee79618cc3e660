"""Who records what became of an activity, and what can be done with it as it stands."""

from collections.abc import Collection

from netralitas.access.domain import Actor
from netralitas.law.words import day
from netralitas.prevention.domain import Activity, ActivityState, Together
from netralitas.refusals import NotAllowed, RuleBroken


def hold_recorder(actor: Actor, chain: Collection[int], activity: Activity) -> None:
    """Hold that an actor's office records what became of this activity; NotAllowed else.

    It is the organiser's; of a joint one also that of the other party. `chain` is the actor's
    office and those above it.
    """
    invited = activity.together is Together.JOINT and not set(chain).isdisjoint(activity.others)
    if actor.organisation != activity.organisation and not invited:
        raise NotAllowed(
            "Kegiatan ini dicatat oleh kantor penyelenggaranya; kegiatan bersama dicatat juga oleh"
            " pihak lainnya. Kantor Anda hanya melihatnya."
        )


def hold_organiser(actor: Actor, activity: Activity) -> None:
    """Hold that an actor's office organises this activity: it says when it is, and whether."""
    if actor.organisation != activity.organisation:
        raise NotAllowed(
            "Kegiatan hanya dapat diumumkan, dipindahkan, atau dibatalkan oleh kantor"
            " penyelenggaranya."
        )


def hold_open(activity: Activity) -> None:
    """Hold that an activity is yet to be held; RuleBroken says what became of it."""
    if activity.state is ActivityState.CANCELLED:
        raise RuleBroken(
            "Kegiatan ini sudah dibatalkan, jadi tidak dapat dicatat lagi.",
            remedy="Buat rencana kegiatan baru bila kegiatannya jadi dilaksanakan.",
        )
    if activity.held_on is not None:
        raise RuleBroken(
            f"Kegiatan ini sudah tercatat terlaksana pada {day(activity.held_on)}.",
            remedy="Ubah kehadiran atau tugasnya lewat \u201cBetulkan kehadiran dan tugas\u201d.",
        )


def hold_held(activity: Activity) -> None:
    """Hold that an activity was held, so that its attendance can be corrected."""
    if activity.state is not ActivityState.HELD:
        raise RuleBroken("Kehadiran dibetulkan setelah kegiatan tercatat terlaksana.")


def hold_unannounced(activity: Activity) -> None:
    """Hold that an activity is planned, and the public was not yet told of it."""
    hold_open(activity)
    if activity.state is ActivityState.ANNOUNCED:
        raise RuleBroken(
            "Kegiatan ini sudah diumumkan.",
            remedy="Bila harinya berubah, pindahkan harinya; agenda publik ikut berubah.",
        )


def hold_movable(activity: Activity) -> None:
    """Hold that an activity can be put on another day: before it was held or cancelled."""
    if activity.state is ActivityState.CANCELLED:
        raise RuleBroken(
            "Kegiatan ini sudah dibatalkan, jadi harinya tidak dapat dipindahkan.",
            remedy="Buat rencana kegiatan baru bila kegiatannya jadi dilaksanakan.",
        )
    if activity.held_on is not None:
        raise RuleBroken(
            f"Kegiatan ini sudah terlaksana pada {day(activity.held_on)}, jadi harinya tidak dapat"
            " dipindahkan lagi."
        )


def hold_kept(activity: Activity) -> None:
    """Hold that something can be put beside an activity: it is not cancelled."""
    if activity.state is ActivityState.CANCELLED:
        raise RuleBroken("Kegiatan ini dibatalkan; bahan dan hasilnya tidak dapat diubah lagi.")
