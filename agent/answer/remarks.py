"""What is said to a remark, which asks nothing of the sources: a note, and no passage."""

from agent.answer.answer import Answer, Style
from agent.answer.notes import OVERVIEW
from agent.evidence.remarks import Remark, read_remark

_KEYS = "In the chat, ? lists the keys; `concord --help` lists the commands."
_NOTES = {
    Remark.THANKS: "You are welcome.",
    Remark.GREETING: f"Hello. Ask a question about your documents, for example who did something, or when. {_KEYS}",
    Remark.FAREWELL: "Goodbye. In the chat, Ctrl+Q or /quit leaves.",
    Remark.ASSENT: "Ask on whenever you like.",
    Remark.HELP: "Concord answers questions about your documents with quotations, each with its paragraph. "
    f"It knows nothing else. {_KEYS} {OVERVIEW} (Ctrl+G in the chat).",
    Remark.ADDING: "Files are added on the sources screen of the chat (Ctrl+L), or with: concord index FOLDER",
    Remark.NAME: "This is Concord, a program on your computer that quotes your documents. It has no opinions, "
    f"and knows nothing but what they say. {_KEYS}",
    Remark.OVERVIEW: f"{OVERVIEW} (Ctrl+G in the chat).",
}


def reply_to(text: str) -> Answer | None:
    """Return what is said to a text that asks nothing of the sources, None where it does."""
    remark = read_remark(text)
    if remark is None:
        return None
    return Answer(text, (), (), Style.QUOTED, abstained=True, aside=True, notes=(_NOTES[remark],))
