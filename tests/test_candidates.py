"""Candidates: a sentence that another source has too is taken once, one that only looks like it is not."""

from pathlib import Path

import pytest
from conftest import write_report

from agent.evaluation.reader import open_folder
from agent.evidence.candidates import gather_candidates
from agent.evidence.quotable import split_quotable
from index.article.shape import drop_mark

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


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("[5] The court agrees.", "The court agrees."),
        ("4. At no time was it open.", "At no time was it open."),
        ("2.1. Small bells were found.", "Small bells were found."),
        ("2.1.4 Small bells were found.", "Small bells were found."),
        ("7.2 Million bells were found.", "7.2 Million bells were found."),
        ("10.5 GW of power was added.", "10.5 GW of power was added."),
        ("- The bank closed.", "The bank closed."),
        ("(b) shifts are posted.", "shifts are posted."),
        ("• 3) Anna rowed.", "Anna rowed."),
        ("1.5 million people came.", "1.5 million people came."),
        ("No. 5 won.", "No. 5 won."),
        ("3 men rowed.", "3 men rowed."),
    ],
)
def test_what_a_list_puts_before_its_items_is_not_quoted(line: str, text: str) -> None:
    assert drop_mark(line) == text


def test_a_heading_in_the_same_line_is_quoted_with_what_stands_under_it() -> None:
    told = "The panel puts the dead at 262."
    assert split_quotable(f"5. Loss of life. {told} It is sure.") == [f"5. Loss of life. {told}", "It is sure."]
    assert split_quotable(f"They lied. {told}") == ["They lied.", told]
    assert split_quotable(f"{told} It is sure. It is more.") == [told, "It is sure.", "It is more."]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("For an hour Nell Ward was the new mayor.", "Then the votes were counted again, and Ada Munk had won.", True),
        ("For about twenty minutes the tower was the tallest.", "But the mast fell.", True),
        ("The Grey Heron led for half an hour.", "Ten minutes later the White Tern passed her.", True),
        ("Briefly, Nell Ward was the champion.", "The judges then changed their minds.", True),
        ("For an hour Nell Ward was the new mayor.", "Ada Munk is 44.", False),
        ("For six years Nell Ward was the mayor.", "Then Ada Munk won.", False),
        ("Nell Ward is the new mayor.", "Then the votes were counted again.", False),
    ],
)
def test_what_was_so_for_a_while_only_is_quoted_with_how_it_ended(first: str, second: str, joined: bool) -> None:
    assert split_quotable(f"{first} {second}") == ([f"{first} {second}"] if joined else [first, second])


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The board says that letters went to all tenants on Monday.", "They did not.", True),
        ("The yard was to open in May.", "It did not, and nobody knows when it will.", True),
        ("The firm said it would pay by June.", "It didn’t: the account was empty.", True),
        ("The ministry said the wall had not moved.", "It had.", True),
        ("He told the court that he had rung twice.", "He never did.", True),
        ("They say the weir was open.", "Not so.", True),
        ("The army says it holds the fort.", "It does not, say those who live there.", True),
        ("The dog was thin.", "It had not eaten.", False),
        ("The dog was thin.", "It did not, however, starve.", False),
        ("Was the gate shut?", "It was not.", False),
        ("Ten men were there.", "They were not, police said, armed.", False),
        ("She went home.", "She was, and is, a nurse.", False),
        ("Two roads are closed.", "They are: Mill Lane and Weir Street.", False),
        ("The firm owns three mills.", "No. 4 was sold.", False),
        ("He saw the coast guard.", "“It was not,” she said.", False),
    ],
)
def test_what_only_denies_the_sentence_before_is_quoted_with_it(first: str, second: str, joined: bool) -> None:
    assert split_quotable(f"{first} {second}") == ([f"{first} {second}"] if joined else [first, second])


@pytest.mark.parametrize("quotes", ["“{}”", '"{}"'])
def test_a_quotation_is_read_with_the_line_that_announces_it_and_that_line_not_alone(
    tmp_path: Path, quotes: str
) -> None:
    lines = ["Mr Tom Abel, keeper of the lock, Dorsel, said:", quotes.format("The bridge will fall before the spring.")]
    (tmp_path / "a.txt").write_text("\n\n".join(["Voices from Dorsel", "Two men were asked.", *lines, "It rained."]))
    with open_folder(tmp_path) as (library, searcher):
        found = gather_candidates(library, searcher.search("What did Tom Abel say of the bridge?", 40))
    assert lines[0] not in [each.text for each in found]
    assert [each.whole for each in found if each.text == lines[1]] == [" ".join(lines)]
    assert all(each.whole == each.text for each in found if each.text != lines[1])
