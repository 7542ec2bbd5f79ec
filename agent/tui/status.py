"""The status line: the library, the model and its speed, and what is going on."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class StatusLine(Static):
    """One line; what does not fit is cut at its end, so the state comes first."""

    state = reactive("opening the library")
    library = reactive("")
    model = reactive("loading")
    speed = reactive(0.0)

    def render(self) -> Content:
        """Return the line."""
        speed = f", {self.speed:.0f} tokens/s" if self.speed else ""
        facts = [f"model {self.model}{speed}", self.library]
        return Content(" · ".join(part for part in (self.state, *facts) if part))
