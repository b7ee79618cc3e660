"""What changes agreements: adding them as they are, writing them, moving them along the stages."""

from netralitas.agreements.commands.adding import add_agreement_in, add_paper_in
from netralitas.agreements.commands.moving import (
    Step,
    extend_agreement,
    move_agreement,
    note_end_of_stages,
)
from netralitas.agreements.commands.recording import Keeping, keep_record
from netralitas.agreements.commands.sharing import share_page
from netralitas.agreements.commands.ticking import tick_duty
from netralitas.agreements.commands.writing import enter_agreement, rewrite_text

__all__ = [
    "Keeping",
    "Step",
    "add_agreement_in",
    "add_paper_in",
    "enter_agreement",
    "extend_agreement",
    "keep_record",
    "move_agreement",
    "note_end_of_stages",
    "rewrite_text",
    "share_page",
    "tick_duty",
]
