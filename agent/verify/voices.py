"""Voices: where many sources speak of what is asked, more than one of them is heard.

Whether a rumour is true is told by hardly any single report of it. Further sources are only quoted: whether they agree
with the others or not is left to the reader.
"""

from collections.abc import Sequence

from agent.answer.composition import MOST_QUOTES, repeats
from agent.evidence.candidates import Candidate
from agent.evidence.ranked import Ranking
from agent.verify.alternatives import SPOKEN
from agent.verify.matter import asks_whether, read_matter
from index.language.terms import content_words

MANY = 6
"""Sources from which on there are many: of a few the best sentences are quoted anyway."""


def find_voices(ranking: Ranking, quoted: Sequence[Candidate]) -> list[Candidate]:
    """Return the best sentences of other sources that speak of what is asked whether, up to MOST_QUOTES in all."""
    question, voices = ranking.question, list(quoted)
    matter = read_matter(question) if asks_whether(question) else None
    if matter is None or len({item.candidate.paragraph.source.id for item in ranking.items}) < MANY:
        return []
    for item in ranking.pertinent:
        if len(voices) >= MOST_QUOTES:
            break
        candidate = item.candidate
        heard = candidate.paragraph.source.id in {voice.paragraph.source.id for voice in voices}
        if heard or repeats(candidate.text, (voice.text for voice in voices)):
            continue
        if len(matter.select(content_words(candidate.text), ranking.words)) >= SPOKEN * len(matter.words):
            voices.append(candidate)
    return voices[len(quoted) :]
