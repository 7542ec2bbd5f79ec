"""Voices: where many sources speak of what is asked whether, up to three of them are heard."""

from agent.evidence.candidates import Candidate
from agent.evidence.question import read_question
from agent.evidence.ranked import Ranked, Ranking
from agent.evidence.words.likeness import Words
from agent.verify.voices import MANY, find_voices
from index.source import Paragraph, Source

RUMOUR = "Does a ghost ship sail off Marsuq?"
SAYINGS = (
    "Sailors have seen a ghost ship sail off Marsuq.",
    "Sailors have seen a ghost ship that sails off Marsuq.",
    "The coastguard looked for a ghost ship near Marsuq and found driftwood.",
    "Marsuq has a new mayor.",
    "A ship without a crew drifted past Marsuq, a fisherman wrote.",
    "The ghost that sails off Marsuq is a painted ship, says a film-maker.",
    "The weather off Marsuq was fair.",
)


def rank(question: str, words: Words, *sentences: str) -> Ranking:
    """Return sentences of as many sources, the best first, as they are ranked for a question."""
    items = []
    for n, text in enumerate(sentences):
        source = Source(n, f"{n}.txt", f"/{n}.txt", "Title", None, None)
        items.append(Ranked(Candidate(Paragraph(source, 1, text), text, "", 1.0, {}), -float(n), 0.0, {}))
    return Ranking(read_question(question), tuple(items), 1.0, 0.5, 0.7, words)


def hear(ranking: Ranking) -> list[str]:
    """Return the voices that are heard beside the best sentence."""
    return [candidate.text for candidate in find_voices(ranking, [ranking.items[0].candidate])]


def test_other_sources_that_speak_of_it_are_heard(words: Words) -> None:
    assert hear(rank(RUMOUR, words, *SAYINGS)) == [SAYINGS[2], SAYINGS[4]]


def test_few_sources_are_not_listed_and_other_questions_neither(words: Words) -> None:
    assert hear(rank(RUMOUR, words, *SAYINGS[: MANY - 1])) == []
    assert hear(rank("Where does the ghost ship sail?", words, *SAYINGS)) == []
