"""What is beside an activity is shared with everybody, or taken away again: one press each."""

from litestar import Controller, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.prevention.acts import FILE, POST, SPEAKER
from netralitas.prevention.commands import remove_file, remove_post, remove_speaker, share_file
from netralitas.prevention.routes.acting import ENTRY, Entry
from netralitas.prevention.tabs import MATERIALS


class RemovingController(Controller):
    """`/pencegahan/kegiatan/{id}/bahan/…`: the acts on one speaker, file or post."""

    path = "/pencegahan/kegiatan/{number:int}/bahan"
    dependencies = ENTRY
    include_in_schema = False

    @post("/narasumber/{speaker:int}/penghapusan")
    async def remove_speaker(
        self, entry: NamedDependency[Entry], speaker: FromPath[int]
    ) -> Redirect:
        """Remove a speaker and go back."""
        await entry.opened(SPEAKER)
        await remove_speaker(entry.actor, entry.number, speaker)
        return entry.back(MATERIALS, "dihapus")

    @post("/berkas/{file:int}/pembagian")
    async def share(self, entry: NamedDependency[Entry], file: FromPath[int]) -> Redirect:
        """Put a material into the public library, or out of it, and go back."""
        await entry.opened(FILE)
        shared = (await entry.typed()).get("dibagikan") == "ya"
        await share_file(entry.actor, entry.number, file, shared=shared)
        return entry.back(MATERIALS, "dibagikan" if shared else "tidak-dibagikan")

    @post("/berkas/{file:int}/penghapusan")
    async def remove_file(self, entry: NamedDependency[Entry], file: FromPath[int]) -> Redirect:
        """Remove a file and go back; RuleBroken while it shows that a duty was done."""
        await entry.opened(FILE)
        await remove_file(entry.actor, entry.number, file)
        return entry.back(MATERIALS, "dihapus")

    @post("/unggahan/{post:int}/penghapusan")
    async def remove_post(self, entry: NamedDependency[Entry], post: FromPath[int]) -> Redirect:
        """Remove a post and go back; RuleBroken while it shows that a duty was done."""
        await entry.opened(POST)
        await remove_post(entry.actor, entry.number, post)
        return entry.back(MATERIALS, "dihapus")
