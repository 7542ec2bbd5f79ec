"""Verification: what the paragraph says is supported, every corruption of it is not."""

import re

import pytest

from agent.answer.answer import Verdict
from agent.verify.support.verdict import check_sentence
from index.language.sentences import split_sentences

PARAGRAPH = (
    "The Varnese militia, an alliance of river clans, earlier on Wednesday denied that it had crossed the border. "
    "The provincial army, led by General Ilse Brandt, captured the old fortress on Tuesday, a harbour official said. "
    "About 1,500 people fled to Deir Marsuq, and the ferry did not run. "
    "“We will never leave,” the mayor told the Courier."
)


@pytest.mark.parametrize(
    "sentence",
    [
        *split_sentences(PARAGRAPH),
        "The Varnese militia denied that it had crossed the border.",
        "The provincial army captured the old fortress on Tuesday, a harbour official said.",
        "About 1500 people fled to Deir Marsuq, and the ferry did not run.",
        "About 1,500 people fled to Deir-Marsuq, and the ferry didn't run.",
    ],
)
def test_what_the_paragraph_says_is_supported(sentence: str) -> None:
    assert check_sentence(sentence, [PARAGRAPH]).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The Varnese militia had crossed the border.", Verdict.CONTRADICTED),
        ("The Varnese militia confirmed that it had crossed the border.", Verdict.UNSUPPORTED),
        ("The provincial army captured the old fortress on Tuesday.", Verdict.UNSUPPORTED),
        ("The provincial army captured the old fortress on Monday, a harbour official said.", Verdict.UNSUPPORTED),
        ("The provincial army captured the old fortress on Tuesday, a police official said.", Verdict.UNSUPPORTED),
        ("The provincial army did not capture the old fortress on Tuesday, a harbour official said.", None),
        ("The old fortress captured the provincial army on Tuesday, a harbour official said.", None),
        ("General Karl Weiss captured the old fortress on Tuesday, a harbour official said.", Verdict.UNSUPPORTED),
        ("About 1,600 people fled to Deir Marsuq.", Verdict.UNSUPPORTED),
        ("About 1,500 people fled from Deir Marsuq.", Verdict.UNSUPPORTED),
        ("The ferry did run.", None),
        ("“We will leave,” the mayor told the Courier.", None),
        ("“We will never leave,” the commander told the Courier.", Verdict.UNSUPPORTED),
        ("We will never leave.", Verdict.UNSUPPORTED),
        ("People fled to Deir Marsuq by boat.", Verdict.UNSUPPORTED),
    ],
)
def test_a_corruption_is_not_supported(sentence: str, verdict: Verdict | None) -> None:
    found = check_sentence(sentence, [PARAGRAPH]).verdict
    assert found is not Verdict.SUPPORTED
    assert verdict is None or found is verdict


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Sailors did not hear the word.", "Sailors did not hear the word in the harbour office."),
        ("No guard died.", "No guard died in the first raid."),
        ("No guard died.", "In the north, no guard died."),
        ("The mayor did not resign.", "The mayor did not resign because of the flood."),
        ("The mill found no proof of theft by clerks and guards.", None),
        ("The rowers won for the first time.", "The rowers won for the first time in ten years."),
        ("It was the largest fire.", "It was the largest fire in the harbour."),
        ("All ferries were cancelled.", "All ferries were cancelled in the north on Monday."),
        ("The fair is held on the first of May.", "The fair is held on the first Monday of May."),
        ("Vance won the race and 2006.", "Vance won the race in 2002 and 2006."),
    ],
)
def test_what_limits_a_denial_or_the_utmost_is_not_left_out(sentence: str, source: str | None) -> None:
    source = source or sentence.replace(".", " during the strike.")
    assert check_sentence(sentence, [source]).verdict is not Verdict.SUPPORTED
    assert check_sentence(source, [source]).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("All ferries were cancelled.", "All ferries were cancelled on Monday."),
        ("The mayor resigned.", "On Tuesday, May 4, the mayor resigned."),
        ("The ferry did not run.", "The ferry did not run, and the mill was closed in the afternoon."),
        ("The brigade did not enter Lisk.", "The brigade, led by Asch, did not enter Lisk."),
        ("Vance went to the protest.", "Vance went to the protest in Lisk."),
        ("Vance won the race.", "Vance won the race in 2002."),
    ],
)
def test_what_limits_nothing_may_be_left_out(sentence: str, source: str) -> None:
    assert check_sentence(sentence, [source]).verdict is Verdict.SUPPORTED


def test_without_a_cited_paragraph_nothing_is_supported() -> None:
    assert check_sentence("The ferry did not run.", []).verdict is Verdict.UNSUPPORTED


def test_any_word_exchanged_for_another_of_the_paragraph_is_caught() -> None:
    words = sorted(set(re.findall(r"[A-Za-z]{5,}", PARAGRAPH)))
    for sentence in split_sentences(PARAGRAPH):
        own = set(re.findall(r"[A-Za-z]{5,}", sentence))
        for word in own:
            for other in (other for other in words if other not in own):
                corrupted = re.sub(rf"\b{word}\b", other, sentence)
                assert check_sentence(corrupted, [PARAGRAPH]).verdict is not Verdict.SUPPORTED, corrupted
