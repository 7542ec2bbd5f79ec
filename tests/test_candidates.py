"""Candidates: a sentence that another source has too is taken once, one that only looks like it is not."""

from pathlib import Path

import pytest
from conftest import write_report

from agent.evaluation.reader import open_folder
from agent.evidence.candidates import gather_candidates

TOLD = "The bridge over the Teme near the old mill of Dorsel was designed by {} in the spring before the flood came."


def gather(folder: Path, *sentences: str) -> list[tuple[str, int]]:
    """Return the candidate sentences of as many reports, each with the number of its copies."""
    for n, sentence in enumerate(sentences):
        write_report(folder / f"{n}.txt", f"Report {n} from Dorsel", [sentence])
    with open_folder(folder) as (library, searcher):
        found = gather_candidates(library, searcher.search("Who designed the bridge?", 40))
    return [(candidate.text, len(candidate.copies)) for candidate in found if "bridge" in candidate.text]


def test_a_copy_in_another_spelling_is_named_by_its_first(tmp_path: Path) -> None:
    found = gather(tmp_path, TOLD.format("Omar al-Rashid"), TOLD.format("Omar Al Rasheed"))
    assert [copies for _, copies in found] == [1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TOLD.format("Mara Lind"), TOLD.format("Tom Abel")),
        (TOLD.format("Mara Lind"), TOLD.format("Mara Lind").replace("designed", "burned")),
        (TOLD.format("Mara Lind"), TOLD.format("Mara Lind").replace("spring", "winter")),
    ],
)
def test_a_sentence_with_another_name_or_word_is_no_copy(tmp_path: Path, one: str, other: str) -> None:
    assert sorted(gather(tmp_path, one, other)) == sorted([(one, 0), (other, 0)])
