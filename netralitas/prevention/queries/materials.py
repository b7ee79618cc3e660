"""What is put beside an activity: speakers, files, photos, posts."""

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.prevention import policy, words
from netralitas.prevention.activity_pages import FileLine, MaterialsTab, PostLine, SpeakerLine, Ways
from netralitas.prevention.domain import FileUse
from netralitas.prevention.queries.files import ActivityFile, files_of
from netralitas.prevention.queries.head import head
from netralitas.prevention.queries.lines import PATH
from netralitas.prevention.queries.opened import Opened, open_activity
from netralitas.prevention.queries.posts import Post, posts_of, speakers_of
from netralitas.prevention.tabs import MATERIALS


async def materials_tab(
    c: Connection, actor: Actor, activity: int, done: str | None
) -> MaterialsTab:
    """Return what is beside an activity, with what its reader can do with each."""
    opened = await open_activity(c, actor, activity)
    above = head(actor, opened, MATERIALS, done)
    withdraw = above.ways.withdraw
    files = [_file(opened, one, above.ways) for one in await files_of(c, activity)]
    return MaterialsTab(
        head=above,
        speakers=tuple(
            SpeakerLine(
                name=one.name,
                capacity=one.capacity,
                remove=f"{withdraw}/narasumber/{one.id}/penghapusan" if withdraw else None,
            )
            for one in await speakers_of(c, activity)
        ),
        files=tuple(one for one in files if one.image is None),
        photos=tuple(one for one in files if one.image is not None),
        posts=tuple(_post(one, above.ways) for one in await posts_of(c, activity)),
    )


def file_address(activity: int, file: int) -> str:
    """Return where a file of an activity is downloaded."""
    return f"{PATH}/{activity}/bahan/berkas/{file}"


def _file(opened: Opened, one: ActivityFile, ways: Ways) -> FileLine:
    here = file_address(opened.activity.id, one.id)
    sharable = bool(ways.add) and policy.sharable(one.use, one.media_type)
    return FileLine(
        title=one.title,
        use=words.USES[one.use],
        about=words.about_file(one.media_type, one.size),
        added_on=one.added_at.astimezone(Zone(opened.facts["zone"]).tz).date(),
        href=here,
        image=f"{here}/gambar" if one.use is FileUse.PHOTO and one.view else None,
        shared=one.shared,
        sharing=f"{here}/pembagian" if sharable or (one.shared and ways.withdraw) else None,
        remove=f"{here}/penghapusan" if ways.withdraw else None,
    )


def _post(one: Post, ways: Ways) -> PostLine:
    here = f"{ways.withdraw}/unggahan/{one.id}"
    return PostLine(
        platform=words.PLATFORMS[one.platform],
        address=one.address,
        organisation=one.organisation,
        posted_on=one.posted_on,
        reach=one.reach,
        reach_on=one.reach_on,
        count=f"{here}/jangkauan" if ways.add else None,
        remove=f"{here}/penghapusan" if ways.withdraw else None,
    )
