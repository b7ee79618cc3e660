"""What stands beside an activity, to look at: speaker, material, photo, post, proof."""

from netralitas.access.domain import Actor
from netralitas.evidence.storage import Storage
from netralitas.evidence.views import view_copy
from netralitas.prevention.commands import (
    Kept,
    add_file,
    add_post,
    add_speaker,
    prove_duty,
)
from netralitas.prevention.domain import (
    FileUse,
    NewFile,
    NewPost,
    NewSpeaker,
    Platform,
    Proof,
)
from netralitas.web.forms import MEBIBYTE
from tests.intake.letterbox import photo
from tests.make import days_ago
from tests.pages import PDF

ADDRESS = "https://contoh.example/sosialisasi-netralitas-bagi-asn"


async def put_beside(actor: Actor, activity: int, duty: int, storage: Storage) -> None:
    """Commit them beside an activity that was held, with what shows one of its duties."""
    await add_speaker(actor, activity, NewSpeaker(name="Surya Wijaya", capacity="Kepala BKPSDM"))
    material = NewFile(use=FileUse.MATERIAL, title="Undangan dan susunan acara")
    file = await add_file(actor, activity, material, Kept(file=await storage.keep(PDF, MEBIBYTE)))
    kept = Kept(
        file=await storage.keep(photo(), MEBIBYTE),
        view=await storage.keep(view_copy(photo()), MEBIBYTE),
    )
    await add_file(actor, activity, NewFile(use=FileUse.PHOTO, title="Suasana"), kept)
    on = days_ago(4)
    new = NewPost(platform=Platform.WEBSITE, address=ADDRESS, posted_on=on, reach=930, reach_on=on)
    post = await add_post(actor, activity, new)
    proof = Proof(note="Bahan dikirim ke semua unit.", file=file, post=post)
    await prove_duty(actor, activity, duty, proof)
