"""The digest screen: a story's summary, claims, disputes and timeline; each opens its quotations beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agent.digest.digest import Claim, Digest, Status, Story
from agent.pipeline.events import Composing, Noted, Refreshing
from agent.tui.citations import CitationsPane
from agent.tui.keys import KeyBar
from agent.tui.lanes import Job
from agent.tui.page import Page
from agent.tui.running import draw_stage

_HEADINGS = {
    Status.DISPUTED: "Disputed",
    Status.AGREED: "Agreed by two or more origins",
    Status.SINGLE: "Found in one origin only",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the digest; one without citations is a heading."""

    text: Content
    citations: tuple[int, ...] = ()


class DigestScreen(Page):
    """Shows one story after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "story(1)", "Next story"),
        Binding("p", "story(-1)", "Previous story"),
    ]
    AUTO_FOCUS = "#rows"

    def __init__(self) -> None:
        super().__init__()
        self.digest: Digest | None = None
        self.at = 0
        self.rows: list[Row] = []
        self._job: Job | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static("Making the digest …", id="head", markup=False)
        with Container(id="desk"):
            yield OptionList(id="rows")
            yield CitationsPane(id="citations")
        yield KeyBar()

    def on_mount(self) -> None:
        """Bring the digest up to date."""
        self._job = self.concord.desk.digest(self.tell)

    def on_unmount(self) -> None:
        """Give up a digest that nobody waits for; what was made of it is kept."""
        if self._job:
            self._job.stop.set()

    def tell(self, job: Job, what: Any) -> None:
        """Show how far the digest is, and the digest."""
        if self.is_attached and isinstance(what, Refreshing | Composing | Noted):
            self.set_head(_draw_work(what))
        super().tell(job, what)

    def show(self, result: Any) -> None:
        """Draw the digest."""
        self.digest = result
        self._draw()

    def action_story(self, step: int) -> None:
        """Go to another story."""
        if self.digest and self.digest.stories:
            self.at = (self.at + step) % len(self.digest.stories)
            self.query_one("#rows", OptionList).highlighted = None
            self._draw()

    def _draw(self) -> None:
        if not self.digest or not self.digest.stories:
            self.set_head("There are no stories in these sources.")
            return
        story = self.digest.stories[self.at]
        origins = f"{len(story.sources)} sources, {story.origins} independent"
        self.set_head(f"{story.title}\nStory {self.at + 1} of {len(self.digest.stories)} · {origins}")
        self.rows = list(draw_story(story))
        self.set_rows([Option(row.text, disabled=not row.citations) for row in self.rows])

    @on(OptionList.OptionHighlighted, "#rows")
    def _cite(self, event: OptionList.OptionHighlighted) -> None:
        assert self.digest
        numbers = self.rows[event.option_index].citations
        known = {citation.n: citation for citation in self.digest.stories[self.at].citations}
        self.query_one(CitationsPane).show([known[n] for n in numbers if n in known], "Quotations")

    @on(OptionList.OptionSelected, "#rows")
    def _enter(self) -> None:
        pane = self.query_one(CitationsPane)
        pane.focus()
        pane.highlighted = 0

    @on(CitationsPane.Opened)
    def _open(self, event: CitationsPane.Opened) -> None:
        self.concord.open_paragraph(event.citation.paragraph, event.citation.quote)


def draw_story(story: Story) -> Iterator[Row]:
    """Yield the lines of a story: summary, then claims by how they stand, then the timeline."""
    if story.summary:
        yield _head("Summary")
    for sentence in story.summary:
        yield Row(Content(f"• {sentence.text}"), sentence.citations)
    for status, heading in _HEADINGS.items():
        claims = [claim for claim in story.claims if claim.status is status]
        if claims:
            yield _head(heading)
        for claim in claims:
            yield Row(_draw_claim(claim, story), (*claim.citations, *claim.opposing))
    if story.timeline:
        yield _head("Timeline")
    for entry in story.timeline:
        yield Row(Content.assemble((f"{entry.date}  ", "bold"), entry.text), entry.citations)


def _head(text: str) -> Row:
    return Row(Content.styled(text, "bold underline"))


def _draw_claim(claim: Claim, story: Story) -> Content:
    known = {citation.n: citation for citation in story.citations}
    lines = [Content(f"• {claim.text}")]
    for number in claim.opposing:
        if number in known:
            lines.append(Content.assemble(("  against it: ", "bold $warning"), f"“{known[number].quote}”"))
    return Content("\n").join(lines)


def _draw_work(what: Refreshing | Composing | Noted) -> str:
    if isinstance(what, Noted):
        return f"{what.message} {what.hint}".strip()
    return f"Making the digest: {draw_stage(what)}"
