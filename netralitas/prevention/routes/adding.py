"""What is put beside an activity: speakers, files, posts and how many they reached."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.prevention import policy, words
from netralitas.prevention.acts import FILE, POST, SPEAKER, Act, reach
from netralitas.prevention.commands import add_file, add_post, add_speaker, count_post
from netralitas.prevention.forms import FileForm, PostForm, ReachForm, SpeakerForm
from netralitas.prevention.queries import Opened
from netralitas.prevention.queries.materials import materials_tab
from netralitas.prevention.queries.posts import Post, post_of
from netralitas.prevention.routes.acting import ENTRY, Entry, type_answer
from netralitas.prevention.routes.keeping import keep


class MaterialsController(Controller):
    """`/pencegahan/kegiatan/{id}/bahan`: what is beside an activity, and its forms."""

    path = "/pencegahan/kegiatan/{number:int}/bahan"
    dependencies = ENTRY
    include_in_schema = False

    @get()
    async def show(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show speakers, files, photos and posts."""
        done = entry.asked.get("tercatat")
        return await entry.show(
            Permission.SEE_PREVENTION,
            "prevention/materials.html",
            lambda c: materials_tab(c, entry.actor, entry.number, done),
        )

    @get("/narasumber")
    async def show_speaker(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form of a speaker."""
        return await entry.ask(SPEAKER, SpeakerForm.blank(), await _kept_open(entry, SPEAKER))

    @post("/narasumber")
    async def add_speaker(self, entry: NamedDependency[Entry]) -> type_answer:
        """Add a speaker, or say what is wrong and keep what was typed."""
        await _kept_open(entry, SPEAKER)
        form = SpeakerForm.parse(await entry.typed())
        return await entry.answer(
            SPEAKER, form, lambda: add_speaker(entry.actor, entry.number, form.speaker())
        )

    @get("/berkas")
    async def show_file(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form of a file."""
        return await entry.ask(FILE, FileForm.blank(), await _kept_open(entry, FILE))

    @post("/berkas")
    async def add_file(
        self, entry: NamedDependency[Entry], storage: NamedDependency[Storage]
    ) -> type_answer:
        """Keep a file, or say what is wrong and keep what was typed."""
        await _kept_open(entry, FILE)
        form = FileForm.parse(await entry.typed())

        async def doing() -> None:
            new = form.new()
            kept = await keep(form.file[0], storage)
            await add_file(entry.actor, entry.number, new, kept)

        return await entry.answer(FILE, form, doing)

    @get("/unggahan")
    async def show_post(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form of a post."""
        return await entry.ask(POST, PostForm.blank(), await _kept_open(entry, POST))

    @post("/unggahan")
    async def add_post(self, entry: NamedDependency[Entry]) -> type_answer:
        """Add a post, or say what is wrong and keep what was typed."""
        await _kept_open(entry, POST)
        form = PostForm.parse(await entry.typed())
        return await entry.answer(
            POST, form, lambda: add_post(entry.actor, entry.number, form.post())
        )

    @get("/unggahan/{post:int}/jangkauan")
    async def show_reach(self, entry: NamedDependency[Entry], post: FromPath[int]) -> Response[str]:
        """Show the form of a post's reach, filled with what is known."""
        act, known, opened = await _reach(entry, post)
        values = {"reach": known.reach, "reach_on": known.reach_on}
        return await entry.ask(act, ReachForm.blank(values=values), opened)

    @post("/unggahan/{post:int}/jangkauan")
    async def count(self, entry: NamedDependency[Entry], post: FromPath[int]) -> type_answer:
        """Keep how many a post reached, or say what is wrong."""
        act, _, _ = await _reach(entry, post)
        form = ReachForm.parse(await entry.typed())
        return await entry.answer(
            act,
            form,
            lambda: count_post(entry.actor, entry.number, post, form.reach, form.reach_on),
        )


async def _kept_open(entry: Entry, act: Act) -> Opened:
    """Return the activity for who may add to it; RuleBroken for one that was cancelled."""
    opened = await entry.opened(act)
    policy.hold_kept(opened.activity)
    return opened


async def _reach(entry: Entry, post: int) -> tuple[Act, Post, Opened]:
    """Return the act on a post with the post; NotVisible without such a one."""
    opened = await _kept_open(entry, POST)
    async with reading(entry.actor) as c:
        known = await post_of(c, entry.number, post)
    return reach(post, words.PLATFORMS[known.platform]), known, opened
