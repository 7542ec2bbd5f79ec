"""One turn on the screen: the question, what it was understood as, and the answer as it becomes known."""

from dataclasses import replace

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from agent.answer.answer import AnswerSentence, Citation
from agent.pipeline.conversation import State, Turn
from agent.tui.drawing import draw_dispute, draw_sentence
from index.errors import ConcordError

_ENDINGS = {State.STOPPED: "Stopped.", State.FAILED: "Failed."}


class TurnView(Static, can_focus=True):
    """Draws a turn; while it runs, its verified sentences and the state of the work."""

    class Chosen(Message):
        """A turn got the focus or new citations, which are to be shown."""

        def __init__(self, view: "TurnView") -> None:
            self.view = view
            super().__init__()

    def __init__(self, n: int, turn: Turn) -> None:
        super().__init__()
        self.n, self.turn = n, turn
        self.sentences: list[AnswerSentence] = []
        self.citations: tuple[Citation, ...] = turn.answer.citations if turn.answer else ()
        self.work = ""
        self.error: ConcordError | None = None

    def on_mount(self) -> None:
        """Draw what is known."""
        self.draw()

    def on_focus(self) -> None:
        """Tell that this turn was chosen, and let the conversation stay at it instead of at its end."""
        if isinstance(self.parent, VerticalScroll):
            self.parent.release_anchor()
        self.post_message(self.Chosen(self))

    def set_turn(self, turn: Turn) -> None:
        """Draw the turn in a new state."""
        self.turn = turn
        if turn.answer:
            self.citations = turn.answer.citations
        self.draw()

    def set_work(self, work: str) -> None:
        """Show what is being done."""
        if work != self.work:
            self.work = work
            self.draw()

    def add(self, sentence: AnswerSentence, citations: tuple[Citation, ...]) -> None:
        """Show one more verified sentence, with the citations that it brings in."""
        self.sentences.append(sentence)
        known = {citation.n for citation in self.citations}
        self.citations += tuple(citation for citation in citations if citation.n not in known)
        self.draw()
        self.post_message(self.Chosen(self))

    def fail(self, error: ConcordError) -> None:
        """Show why there is no answer, and what mends it."""
        self.error = error
        self.set_turn(replace(self.turn, state=State.FAILED))

    @property
    def title(self) -> str:
        """What the citations of this turn are; empty where there will be none."""
        answer = self.turn.answer
        if answer and answer.abstained:
            return "Nearest passages" if answer.citations else ""
        return "Citations"

    def draw(self) -> None:
        """Draw question, understanding, answer and state."""
        parts = [Content.styled(f"❯ {self.turn.asked}", "bold")]
        if self.turn.understood and self.turn.understood != self.turn.asked:
            parts.append(Content.styled(f"understood as: {self.turn.understood}", "italic dim"))
        parts += self._draw_answer()
        if self.turn.state is State.ASKED:
            parts.append(Content.styled(f"⋯ {self.work or 'waiting'}", "dim"))
        elif self.turn.state in _ENDINGS:
            parts.append(Content.styled(_ENDINGS[self.turn.state], "bold $warning"))
        if self.error:
            parts.append(Content.assemble((self.error.message, "$error"), "\n", self.error.hint))
        self.update(Content("\n").join(parts))

    def _draw_answer(self) -> list[Content]:
        answer = self.turn.answer
        notes = [Content.styled(note, "italic") for note in answer.notes] if answer else []
        if answer is None:
            return [draw_sentence(sentence, self.n) for sentence in self.sentences]
        if answer.aside:
            return [Content(note) for note in answer.notes]
        if answer.abstained:
            shown = " The nearest passages are shown; none of them surely answers it." if answer.citations else ""
            return [Content.assemble(("The sources do not say.", "bold"), shown), *notes]
        parts = [draw_dispute(item, answer.sentences, answer.citations, self.n) for item in answer.disputes]
        disputed = {n for item in answer.disputes for n in (*item.for_, *item.against)}
        plain = [item for item in answer.sentences if not disputed & set(item.citations)]
        parts += [draw_sentence(sentence, self.n) for sentence in plain]
        return parts + notes
