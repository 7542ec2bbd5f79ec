"""Moments: sentences that name a day, and whether they tell what happened on it to somebody who reads no more."""

from dataclasses import dataclass

from agent.digest.statements.completion import MOST_WORDS
from agent.digest.statements.context import drop_number, leans_back
from agent.digest.statements.polarity import may_tell
from agent.digest.statements.readability import points_back, speaks_unnamed
from agent.digest.statements.scraps import ends, is_clause, is_timed
from agent.digest.statements.stamps import drop_dates, is_stamp
from index.language.sentences import lacks_speaker
from index.language.terms import content_words
from index.source import Paragraph

_LEAST = 2
"""Words with content beside its dates that a sentence must have to tell anything."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day that a sentence names; `gap` counts the days until its source was published (None: unknown).

    `happened` says whether what it tells has happened on that day, as far as it says, `leading` whether its sentence
    names no day before this one.
    """

    day: str
    gap: int | None
    paragraph: Paragraph
    sentence: str
    before: str = ""
    happened: bool = True
    leading: bool = True

    @property
    def text(self) -> str:
        """The sentence, with the one before it in its paragraph where only that says who or what it is about."""
        if not self.before or not is_about_others(self.sentence) or is_about_others(self.before):
            return self.sentence
        whole = self.paragraph.text
        piece = whole[whole.index(self.before) : whole.index(self.sentence) + len(self.sentence)]
        return piece if piece.startswith(self.before) and len(piece.split()) <= MOST_WORDS else self.sentence

    @property
    def tells(self) -> bool:
        """Whether it is a sentence, and not only what is said by somebody whom nothing there names."""
        sentence = drop_number(self.sentence)
        if is_timed(sentence) or is_clause(sentence) or not (ends(sentence) or may_tell(sentence)):
            return False
        if sentence.rstrip("”\"’' ").endswith("?") or is_stamp(drop_dates(sentence)):
            return False
        unnamed = lacks_speaker(self.text) or (speaks_unnamed(self.text) and self.text == self.sentence)
        return not unnamed and len(content_words(drop_dates(sentence))) >= _LEAST


def is_about_others(text: str) -> bool:
    """Tell whether a text speaks of somebody or something that only the sentence before names."""
    return leans_back(text) or points_back(text)
