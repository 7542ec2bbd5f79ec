"""Whether two sentences quote the same words, whatever each says around them."""

import pytest

from agent.digest.accord.quotations import cut_quotes, quotes_same, read_quotes

CLAIM = "“We will open ... the lower gates tonight,” said Orla Vance, “whatever the council decides.”"
OTHER = (
    "“We will open, if it rains, the lower gates tonight, whatever the council decides, and I answer for it,” {} said."
)


@pytest.mark.parametrize("speaker", ["she", "the chief engineer", "Vance"])
def test_pieces_stand_in_a_longer_quotation_whatever_its_speaker_is_called(speaker: str) -> None:
    assert quotes_same(CLAIM, OTHER.format(speaker))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{}", "Ruben Asch"),
        ("will open", "will not open"),
        ("tonight", "on Sunday"),
        ("whatever the council decides", "as the council decided"),
        ("{} said", "she denied having said"),
    ],
)
def test_another_speaker_a_denial_or_other_words_are_not_the_same(old: str, new: str) -> None:
    assert not quotes_same(CLAIM, OTHER.replace(old, new).format("she"))


def test_what_is_told_beside_a_quotation_has_to_be_told_as_well() -> None:
    long = (
        "“We will open the lower gates tonight,” said Vance, who had sent the night shift of the pumping station home."
    )
    assert not quotes_same(long, "“We will open the lower gates tonight,” she said.")
    assert quotes_same(
        long,
        "Having sent the night shift of the pumping station home, Vance said: “We will open the lower gates tonight.”",
    )


def test_a_common_phrase_or_a_title_is_no_quotation() -> None:
    assert not quotes_same("He said “we will see what happens”.", "“We will see what happens,” said the mayor.")
    title = "And that was all of “The Late Show with Orla Vance of Lisk”."
    assert not quotes_same(title, "The last of “The Late Show with Orla Vance of Lisk” will be seen tonight.")
    posted = "“We will open the lower gates tonight,” Mayor Vance posted on X."
    assert quotes_same(posted, "“We will open the lower gates tonight,” she said in a post.")
    phrase = "Sailors did not first hear “all men are equal at sea”."
    assert not quotes_same(phrase, "To the guards, “all men are equal at sea” was no truth.")
    assert cut_quotes("She told “Harbour Today” that “nobody was on the bridge”.").split() == [
        *"She told “Harbour Today” that .".split()
    ]
    assert read_quotes("“One [of them] fell … here”") == ("one", "fell", "here")
