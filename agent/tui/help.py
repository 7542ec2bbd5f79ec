"""Help: the keys and what they do, and what a terminal may not allow."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

TEXT = """\
Asking
  Enter        ask; while an answer is made, the question waits for its turn
  Up, Down     earlier questions
  Escape       stop the answer; on another screen: go back
  Ctrl+N       new conversation
  /help /new /export /sources /search /digest /history /copy /quit do what the keys do.
  A follow-up (“and who denied it?”) is completed from the conversation;
  “understood as” shows what was made of it.

Citations
  Tab          to the newest turn, from there to its citations; Shift+Tab to earlier turns
  Ctrl+O       to the citations; 1 to 9 move to one, Enter or a click opens it
  Ctrl+Y       copy the answer with its citations; among the citations, the quotation
  What is typed there goes on in the question line.

Screens
  Ctrl+F       search the paragraphs, without the model
  Ctrl+L       sources: what is indexed, what failed, add and remove a folder
  Ctrl+G       digest: claims, disputes, timeline
  Ctrl+T       conversations: take up (over their own sources), export, delete
  Ctrl+P       all commands, and the themes
  Ctrl+Q       leave

Copying uses the terminal's OSC 52. In tmux it needs `set -g set-clipboard on`; macOS Terminal does not know it.
Nothing is shown that cannot be checked in the cited paragraph. What is being drafted is never shown.
"""


class HelpScreen(ModalScreen[None]):
    """Shows the keys; any of Escape, `?`, Enter and `q` closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,enter,q,f1", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with VerticalScroll(id="box"):
            yield Static(TEXT, markup=False)
