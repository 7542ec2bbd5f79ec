"""A talk: one conversation while it is held, and how its turns get into the history beside those of other chats."""

from agent.pipeline.conversation import Turn
from agent.pipeline.history import History, Place

GONE = "This conversation was deleted in another chat; what is asked from now on is kept as a new one."


class Talk:
    """One conversation: its turns, its sources, and its place in the history where one is kept."""

    def __init__(self, history: History | None, place: Place | None = None, id: int | None = None) -> None:
        self.history, self.id = history, id
        kept = history.look_up(id) if history and id is not None else None
        self.place = (kept.place if kept else place) or Place()
        self.sources = kept.sources if kept else self.place.name
        self.begun = kept.begun if kept else ""
        self.turns: list[Turn] = history.load(id) if history and id is not None else []
        self._rows: dict[int, int] = {}
        self._moved = False

    def put(self, n: int, turn: Turn) -> None:
        """Set turn `n`, counted from 1, without keeping it yet."""
        self.turns[n - 1 :] = [turn] if n > len(self.turns) else [turn, *self.turns[n:]]

    def move(self, place: Place) -> None:
        """Go on over these sources, which are kept with what is kept next."""
        self._moved = self._moved or (self.id is not None and place != self.place)
        self.place, self.sources = place, place.name

    def leave(self) -> None:
        """Go on as a conversation that is not kept yet."""
        self.id = None

    def keep(self, n: int, turn: Turn) -> str:
        """Write turn `n` to the history, blocking for the disk; return what the reader should know of it.

        The history numbers the turns: another chat may have added some of its own to the same conversation.
        """
        if self.history is None:
            return ""
        if self.id is None:
            self._begin(self.history)
        assert self.id is not None
        if self._moved:
            self._moved = False
            self.history.move(self.id, self.place)
        if n in self._rows and self.history.save(self.id, self._rows[n], turn):
            return ""
        row = self.history.add(self.id, turn)
        told = "" if row else GONE
        if row is None:
            row = self.history.add(self._begin(self.history), turn)
        assert row is not None
        self._rows[n] = row
        return told

    def _begin(self, history: History) -> int:
        self._rows.clear()
        self._moved = False
        self.id = history.begin(self.place)
        return self.id
