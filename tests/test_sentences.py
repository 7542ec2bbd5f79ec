"""Sentences are verbatim, complete, in order, and never part a quotation from the speaker who follows it."""

import pytest

from index.language.sentences import lacks_speaker, split_sentences

CASES = {
    "abbreviations": [
        "Gen. Ana Ruiz of the U.S. Army left St. Ives at 5 p.m.",
        "Mr. J. R. Doe of Acme Inc. stayed until Jan. 5.",
        "No. 5 won by 3.5 points.",
    ],
    "ellipses": ["The price fell to $3.5 million... and then it rose.", "Then…", "Nothing happened."],
    "quotations": [
        '"We won. We go home," he said.',
        "“Is it over? Really?” Ms. Lind asked.",
        "She left.",
        "“It is over.”",
        "The crowd went home.",
    ],
    "british quotations": ["‘We don’t know. We wait,’ said Dr Hale.", "It ended."],
    "apostrophes": [
        "The dogs' food of the '40s was cheap.",
        "It isn't now.",
        "Rock 'n' roll came.",
        "It stayed.",
    ],
    "tokenized": [
        "He said `` no . ''",
        "However , it 's 5.5 m long .",
        "It has `` two coats '' , with fur .",
    ],
    "lists": ["1. Fold the paper.", "2. Cut it.[12]", "Done (at last)."],
    "brackets": ["The mill closed in May (after a fire).", "It reopened in the US.", "They cheered."],
    "months": ["They signed on 28 May.", "Contrary to what was said it stays.", "It came in late June.", "He left."],
    "shares": [
        "It holds 31.2 per cent. of the mill.",
        "It rose by 5 per cent.",
        "Then it fell 3 per cent.; it stayed there.",
    ],
    "references": ["It is in Harbour Studies, vol. 27, no. 3, pp. 88-97.", "Twelve boats sank."],
    "old money": [
        "The widow had 14s. 2d. a week and £11. 6s. 3½d. in the bank.",
        "A sack cost 9s. 4d.",
        "Oats were 5d. the pound, or 3 cwt. for £1 2s.",
        "Nobody bought any.",
        "They lost £6.",
        "4 carts came.",
    ],
    "forenames": [
        "Wm. Rudge, Chas. Elmer and Jno. Vane were fined 40s. each.",
        "Messrs. Ames and Hird were not.",
        "Thos. Ames sold tea at 2s. per lb. in May.",
    ],
    "a name that ends a sentence": ["They gave it to Geo.", "He was glad.", "Fire broke out in Jos.", "Police came."],
    "this month and the last": [
        "The fair of the 21st ult. was thin.",
        "It is held again on the 4th prox. at Elmham.",
        "On the 9th inst. Mr. Ames fell from a rick.",
        "He died on the 11th inst.",
        "Mr. Vane was there.",
    ],
    "several paragraphs": ["“We met them.", "“They were tired. They slept."],
}


@pytest.mark.parametrize("sentences", CASES.values(), ids=CASES.keys())
def test_split(sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences)) == sentences


def test_the_zone_or_day_behind_a_time_stays_with_it() -> None:
    sentences = ["The ferry leaves at 4:45 p.m. EDT for Lisk.", "It came at 9 p.m. Monday.", "Vance went at 3 p.m."]
    assert split_sentences(" ".join([*sentences, "The mayor stayed."])) == [*sentences, "The mayor stayed."]


def test_when_a_page_was_made_is_no_part_of_its_first_sentence() -> None:
    stamp, first = "Updated Jan. 5, 2026, 10:22 p.m. ET", "A ferry sank off Lisk."
    assert split_sentences(f"{stamp} {first} It was old.") == [stamp, first, "It was old."]
    assert split_sentences(f"Posted 1/5/2026 7:21 AM {first}") == ["Posted 1/5/2026 7:21 AM", first]
    told = "Vance died on March 7, 2015, 6:08 a.m. ET in Lisk."
    assert split_sentences(told) == [told]


def test_headings_and_blank_lines_part_sentences() -> None:
    assert split_sentences("A mill burns\n\nIt burned all\nnight. Then it rained.\n") == [
        "A mill burns",
        "It burned all\nnight.",
        "Then it rained.",
    ]


@pytest.mark.parametrize("text", ["", "  \n ", '"', "...", "a.b.c", "He left. “", "Привет. Как? 他走了。好"])
def test_nothing_is_lost_or_made_up(text: str) -> None:
    sentences = split_sentences(text)
    assert all(sentence in text and sentence == sentence.strip() != "" for sentence in sentences)
    assert "".join("".join(sentences).split()) == "".join(text.split())


def test_bare_quotations_are_told_from_attributed_ones() -> None:
    assert lacks_speaker("“We won. We go home.”") and lacks_speaker('"They were tired.')
    assert not lacks_speaker("“We won,” he said, “and go home.”")
    assert not lacks_speaker("He said “no”.")


@pytest.mark.parametrize(
    "text", ["The mayor said so.[1] “", 'Was it so?[4] "', "pp.A \xa0.É.) It sank.", "É.\u2003É. It sank."]
)
def test_odd_marks_break_nothing(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


def test_what_goes_on_is_not_sought_in_all_of_a_long_sentence() -> None:
    assert len(split_sentences("vol. 3, no. 4; " * 7000)) == 1
