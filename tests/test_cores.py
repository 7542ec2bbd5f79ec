"""The cores of sentences: what may be left out of a long one, and which reports then say all of it."""

import re

import pytest
from newsroom import UNRELATED

from agent.answer.answer import Verdict
from agent.digest.accord.claims import find_claims
from agent.digest.accord.cores import list_cores
from agent.digest.accord.groups import Group
from agent.digest.accord.synonyms import same_deed
from agent.digest.digest import Status
from agent.digest.statements.context import lacks_voice
from agent.digest.statements.polarity import lies_ahead
from agent.digest.statements.statements import gather_statements
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import word_keys
from agent.verify.support.verdict import check_sentence
from index.source import Paragraph, Source

LEAD = (
    "Averna's army and its allies, led by the Tarn Brigade, captured the Red League's last fortress in Averna on "
    "Tuesday, a general in the alliance said, bringing the self-declared republic close to its end."
)
OTHER = (
    "Averna has hailed its troops after seizing the last fortress of the Red League, as the army of Averna moved "
    "into the harbour town of Osmund."
)


def read_claims(words: Words, *texts: str, dates: tuple[str, ...] = ()) -> list[Group]:
    """Return the claims of texts that each stand in another source, and of some more that tell of other things."""
    days = [*dates, *["2021-03-03"] * (len(texts) - len(dates))]
    sources = [Source(n, f"{n}.txt", "", "", None, day) for n, day in enumerate([*days, "2021-03-03"], 1)]
    paragraphs = [Paragraph(source, 1, text) for source, text in zip(sources, texts, strict=False)]
    paragraphs += [Paragraph(sources[-1], n, text) for n, text in enumerate(UNRELATED, 1)]
    return find_claims(gather_statements(paragraphs, lambda paragraph, _: paragraph.source.id), words)


def find_agreed(groups: list[Group]) -> list[Group]:
    return [group for group in groups if group.status is Status.AGREED]


def test_a_core_leaves_out_whole_phrases_and_keeps_who_said_it() -> None:
    cores = list_cores(LEAD)
    whole = "Averna's army and its allies captured the Red League's last fortress in Averna"
    assert f"{whole}, a general in the alliance said." in cores
    assert all("a general in the alliance said" in core for core in cores)


@pytest.mark.parametrize(
    "said",
    [
        "I was trying to get my son out of the cellar of the mill of Lisk.'",
        "We take the wreck of the cellar of the mill of Lisk very seriously.",
        '"The cellar of the mill of Lisk is an utter wreck of a place."',
    ],
)
def test_words_without_who_says_them_are_not_agreed(said: str, words: Words) -> None:
    other = said.strip("\"'.")
    told = f'"{other}," baker Orla Vance of Orme told the judge on the second day of the trial, and wept.'
    assert all(group.text != said for group in find_agreed(read_claims(words, said, told)))


def test_a_number_in_a_name_is_nobody_who_speaks() -> None:
    assert not lacks_voice("The mill of Lisk was built before World War I began.")
    assert lacks_voice("When I came to Lisk, the mill burned.") and lacks_voice("The mill burned, and I ran.")


def test_no_core_ends_before_what_a_phrase_waits_for() -> None:
    cores = list_cores("A baker from Lisk was charged on Monday in connection with the fire at the mill of Orme.")
    assert cores and not any(core.rstrip(".").endswith("in connection") for core in cores)


def test_a_deed_that_another_report_lacks_is_not_agreed(words: Words) -> None:
    one = (
        "Within minutes of receiving a distress call from a Varnian ship, MV Orsa, INS Lisk launched an old helicopter."
    )
    other = (
        "Averna's INS Lisk and its helicopter were on patrol when they received a distress call from the Varnian "
        "ship MV Orsa saying two boats were closing in and firing, the ministry said."
    )
    assert not [group.text for group in find_agreed(read_claims(words, one, other))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lisk, Orme, and Osmund were flooded on Monday, and nobody in Orme was warned.",
        "He called the closing of the Corven dam a mistake, adding that it cost lives.",
        "Will the Corven dam hold, now that Halden Power has left the valley?",
    ],
)
def test_no_core_breaks_a_list_or_begins_with_a_pronoun_or_asks(sentence: str) -> None:
    assert not any(core.startswith(("Lisk and", "Lisk were", "He", "Will")) for core in list_cores(sentence))


@pytest.mark.parametrize(
    ("sentence", "broken"),
    [
        (
            "Although Torsk dropped two of its first three races to the Lisk rowing club in spring, the crew found its "
            "stroke soon after.",
            r"Although .* spring\.|club\.",
        ),
        (
            "As of 11 a.m., the centre of the storm was 40 miles from Port Selma, Averna, and was moving north.",
            r"^As of 11 a\.m\., Averna|miles, Averna",
        ),
        (
            "The divers who flew aboard the famous Halden Starling for its first crewed voyage are on their way home.",
            r"Starling\.",
        ),
        (
            "The Averna Department of Health was notified of one resident who was on the Halden ferry, and reportedly, "
            "an undisclosed number of residents returned to their homes in Lisk.",
            r"reportedly\.",
        ),
        ("Orla Vance has previously hosted the harbour prizes of Lisk in 2002 and 2006.", r"Lisk and 2006"),
        (
            "Most Averna senators have refused to reopen the harbour of Lisk unless council cuts are restored and "
            "subsidies for Orme are extended.",
            r"subsidies\.",
        ),
        ("Ilse Brandt was born in Orme and spent years as a teacher in Lisk.", r"years\."),
        ("The council of Lisk, which once backed the dam, argued instead in May that it was unsafe.", r"instead\."),
        (
            "King Aldo III is the older brother of Orla Vance-Marlow and in response to the arrest, issued a statement "
            "via Lisk Palace signaling support for a fair process.",
            r"^Issued",
        ),
    ],
)
def test_every_core_is_a_whole_sentence(sentence: str, broken: str) -> None:
    assert not any(re.search(broken, core) for core in list_cores(sentence))


def test_two_leads_agree_on_their_core_and_are_quoted_whole(words: Words) -> None:
    [group] = find_agreed(read_claims(words, LEAD, OTHER))
    assert group.text.startswith("Averna's army and its allies captured the Red League's last fortress")
    assert group.text.endswith("a general in the alliance said.") and "Tarn" not in group.text
    assert {statement.quote for statement in group.statements} == {LEAD, OTHER}
    assert check_sentence(group.text, [LEAD]).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "other",
    [
        "Two days after a general captured in Osmund spoke of the Red League's last fortress, Averna's army left.",
        OTHER.replace("Averna has hailed its troops after seizing", "Averna denied seizing"),
        OTHER.replace("after seizing", "which may be seizing"),
        OTHER.replace("after seizing", "who hope to be seizing").replace("hailed", "urged on"),
        "The Red League captured the last fortress of Averna's army in Averna after a siege.",
        "Averna's army and its allies left the Red League's last fortress in Averna alone.",
        "Averna's army and its allies captured the last fortress of the Blue League in Averna.",
        "It was reportedly Averna's army that captured the Red League's last fortress in Averna.",
    ],
)
def test_what_denies_doubts_or_turns_a_core_does_not_back_it(words: Words, other: str) -> None:
    assert not any(group.core for group in read_claims(words, LEAD, other))


def test_what_is_set_to_happen_is_not_told_by_a_report_that_it_did(words: Words) -> None:
    ahead = (
        "Averna's council is set to vote to lift Mayor Orla Vance's curfew in Lisk, in a stinging blow to the mayor."
    )
    done = "Averna's council voted to lift Mayor Orla Vance's curfew in Lisk, which had divided the town for weeks."
    again = "Averna's council voted to lift Mayor Orla Vance's curfew in Lisk, after a debate that went on until dawn."
    assert find_agreed(read_claims(words, again, done)) and not find_agreed(read_claims(words, ahead, done))


def test_what_something_is_due_to_does_not_lie_ahead() -> None:
    assert lies_ahead("The mill is due to be opened in May.") and lies_ahead("The mill is set to open.")
    assert not lies_ahead("The mill was closed due to flooding.")


def test_an_event_of_another_day_is_not_the_same(words: Words) -> None:
    later = "Averna's army captured the Red League's last fortress in Averna on Friday, after the League had come back."
    same = read_claims(words, LEAD, later.replace("Friday", "Tuesday"))
    apart = read_claims(words, LEAD, later, dates=("2021-03-03", "2021-03-13"))
    assert find_agreed(same) and not find_agreed(apart)


def test_a_denial_of_something_else_does_not_stand_against_a_core(words: Words) -> None:
    one = "Orla Vance resigned as mayor of Lisk on Monday, after a night of talks with the council."
    two = "Mayor Orla Vance of Lisk stepped down on Monday, and Halden Power refused to comment on the dam."
    [group] = find_agreed(read_claims(words, one, two))
    assert group.core.startswith("Orla Vance resigned")


def test_an_edited_reprint_is_the_same_text_and_no_other_voice(words: Words) -> None:
    edited = LEAD.replace("the Tarn Brigade", "theTarn Brigade")
    sources = [Source(n, f"{n}.txt", "", "", None, "2021-03-03") for n in (1, 2)]
    paragraphs = [Paragraph(source, 1, text) for source, text in zip(sources, (LEAD, edited), strict=True)]
    [group] = find_claims(gather_statements(paragraphs, lambda *_: 1), words)
    assert group.status is Status.SINGLE
    assert {place.paragraph.source.id for each in group.statements for place in each.places} == {1, 2}


def test_verbs_of_one_deed_are_known_and_others_kept_apart() -> None:
    assert same_deed(word_keys("seizing"), word_keys("captured"))
    assert same_deed(word_keys("quit"), word_keys("resigned"))
    assert not same_deed(word_keys("left"), word_keys("captured"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Brigades of Averna and Torsk arrived at the harbour of Osmund in June for a short stay.",
            "A ferry arriving at Osmund's harbour later was chosen for the return of Averna's and Torsk's brigades.",
        ),
        (
            "The Tarn Brigade's march on Osmund has been delayed by cold weather in the hills.",
            "The Tarn Brigade's march on Osmund has been delayed until May by faults of the trucks.",
        ),
        (
            "General Ilse Brandt briefed leaders in the council of Averna before the siege of Osmund.",
            "General Ilse Brandt will brief leaders in the council of Averna on the siege of Osmund.",
        ),
    ],
)
def test_another_actor_cause_or_time_does_not_back_a_core(words: Words, one: str, two: str) -> None:
    assert not find_agreed(read_claims(words, one, two))


def test_a_core_that_ends_with_an_abbreviation_has_one_stop() -> None:
    cores = list_cores(
        "A parade of the Tarn Brigade's allies will be held in Washington D.C. on June 14, as rain draws near."
    )
    assert cores and not any(core.endswith("..") for core in cores)
