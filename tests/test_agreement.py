"""What may be cited for a claim: reports that say all of it, and none that only sounds like it."""

import pytest
from newsroom import UNRELATED

from agent.digest.accord.agreement import repeats, supports
from agent.digest.accord.parties import is_held
from agent.digest.accord.rarity import Rarity
from agent.digest.statements.polarity import denies_same, read_verbs
from agent.digest.statements.statements import Statement, gather_statements
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import read_assertion
from index.source import Paragraph, Source


def say(words: Words, claim: str, other: str) -> bool:
    """Tell whether the second text, from another source, is taken to say what the first says."""
    sources = [Source(n, f"{n}.txt", "", "", None, "2021-03-02") for n in (1, 2, 3)]
    texts = [(sources[0], claim), (sources[1], other), *((sources[2], text) for text in UNRELATED)]
    paragraphs = [Paragraph(source, n, text) for n, (source, text) in enumerate(texts, 1)]
    statements = gather_statements(paragraphs, lambda paragraph, _: paragraph.source.id)
    one, two = (find(statements, number) for number in (1, 2))
    return supports(one, two, words, Rarity(statements))


def find(statements: list[Statement], source: int) -> Statement:
    return next(each for each in statements if source in each.sources)


def test_a_report_that_tells_more_supports_a_claim_and_one_that_tells_less_does_not(words: Words) -> None:
    short = "The Corven dam burst on Monday and flooded the villages of Lisk and Orme."
    long = (
        "The villages of Lisk and Orme were flooded when the Corven dam burst on Monday, and in Orme fourteen "
        "people drowned in the cellar of the town hall, where they had sought shelter from the storm."
    )
    assert say(words, short, long)
    assert not say(words, long, short)


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        (
            "The army has waged an offensive across the Lemm valley with Averna's help.",
            "On Tuesday the army, with Averna's help, encircled and attacked Osmund in the Lemm valley.",
        ),
        (
            "The man who claimed to have crossed the Lemm desert on foot has been exposed as a fraud.",
            "The man who claimed to have crossed the Lemm desert on foot says he is no fraud.",
        ),
        (
            "Halden Power emptied the lower basin of the Corven dam before the storm.",
            "Halden Power could have emptied the lower basin of the Corven dam before the storm.",
        ),
        (
            "Halden Power paid the guards of the Corven dam to leave the gates open.",
            "A guard claimed that Halden Power had paid those of the Corven dam to leave the gates open.",
        ),
        (
            "Fourteen people drowned in the villages below the Corven dam on Monday.",
            "People drowned in the villages below the Corven dam on Monday.",
        ),
        (
            "The fever of Lisk is better at hiding from guards who have met the fever of Orme.",
            "The fever of Lisk may well also be better at hiding from guards who have met the fever of Orme.",
        ),
        (
            "Orla Vance, author of the play “Harbour”, died this week in Lisk after an illness of the heart.",
            "Orla Vance, author of the play “Harbour”, is telling Lisk of her illness of the heart this week.",
        ),
        (
            "Averna's Marlow filed a suit against Halden for closing the harbour of Orme.",
            "Marlow of Averna said the town plans to file a suit against Halden over closing the harbour of Orme.",
        ),
        (
            "A burst of the Corven dam on Monday killed a guard and a cook of Orme, and nobody was blamed by the town.",
            "A burst of the Corven dam on Monday killed a guard and a cook of Orme.",
        ),
        (
            "Halden Power will keep selling water of the Corven dam to the bakers of Orme.",
            "Halden Power will decide whether to keep selling water of the Corven dam to the bakers of Orme.",
        ),
        (
            "Halden Power issued a warning about the gates of the Corven dam.",
            "Halden Power often issues a warning about the gates of the Corven dam.",
        ),
        (
            "The bakers of Orme urged Halden Power to close the gates of the Corven dam.",
            "Halden Power has to close the gates of the Corven dam, to the joy of the bakers of Orme.",
        ),
        (
            "Orla Vance opened the baths at the Corven dam in December for the bakers of Orme.",
            "Orla Vance opened the baths at the Corven dam in September for the bakers of Orme.",
        ),
        (
            "Orla Vance opened the baths at the Corven dam on Tuesday for the bakers of Orme.",
            "Orla Vance opened the baths at the Corven dam for the bakers and the millers of Orme.",
        ),
        (
            "Orla Vance, who met Ruben Asch of Averna in Lisk on Friday, said she planned to sell a mill.",
            "When Orla Vance and Ruben Asch of Averna met in Lisk on Friday, it rained.",
        ),
        (
            "For Orla Vance it was her seventh race at the Corven dam, and the bakers of Orme cheered.",
            "The seven bakers of Orme cheered when Orla Vance ran a race at the Corven dam in the rain.",
        ),
        (
            "The sale of the mill at the Corven dam to the bakers of Orme is expected in March.",
            "The sale of the mill at the Corven dam to the bakers of Orme is expected in a number of weeks.",
        ),
        (
            "Orla Vance called the closing of the Corven dam a mistake that cost lives.",
            "Ruben Asch called the closing of the Corven dam a mistake that cost lives.",
        ),
        (
            "The Corven dam loses a third of its water through cracks in the wall.",
            "He says that the Corven dam loses a third of its water through cracks in the wall.",
        ),
        (
            "The Corven dam loses a third of its water through cracks in the wall.",
            "Critics of Halden Power say that the Corven dam loses a third of its water through cracks in the wall.",
        ),
    ],
)
def test_what_only_sounds_like_a_claim_does_not_support_it(words: Words, claim: str, other: str) -> None:
    assert not say(words, claim, other)


@pytest.mark.parametrize(
    "other",
    [
        "Fourteen people drowned on Monday below the Corven dam, the police in Lisk said.",
        "Fourteen people drowned on Monday below the Corven dam, according to the hospital in Lisk.",
        "Police say that fourteen people drowned on Monday below the Corven dam.",
    ],
)
def test_what_those_say_who_know_is_the_news_itself(words: Words, other: str) -> None:
    assert say(words, "Fourteen people drowned below the Corven dam on Monday.", other)


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Its critics say that the wall leans.", True),
        ("The union says it wrote three letters.", True),
        ("She claimed the wall was sound.", True),
        ("Ann Lee, the mayor, said the bridge was closed.", False),
        ("The men who say the mill burned left Lisk.", False),
        ("The wall leans.", False),
    ],
)
def test_what_a_party_holds_is_told_from_news(sentence: str, held: bool) -> None:
    assert is_held(read_assertion(sentence)) is held


@pytest.mark.parametrize(
    ("claim", "same", "other"),
    [
        ("Ferry captains of Lisk reached the harbour of Orme at 2:30 p.m.", "2:30 pm", "2 p.m."),
        (
            "Ferry captains of Lisk won the harbour race of Orme in November 1997.",
            "in November 1997",
            "on Feb. 2, 1999",
        ),
        (
            "The flood of Lisk killed more than 31,000 people in Orme in the winter.",
            "more than 31,000",
            "more than 26,000",
        ),
        ("Eight Tharans of the Orme ferry crew have rowed in the harbour race.", "Eight Tharans", "eight minutes"),
    ],
)
def test_hours_months_and_what_is_counted_have_to_be_the_same(words: Words, claim: str, same: str, other: str) -> None:
    long = claim.replace("2:30 p.m.", "2:30 pm").rstrip(".") + ", as everybody on the quay saw."
    assert same in long and say(words, claim, long)
    assert not say(words, claim, long.replace(same, other))


def test_much_the_same_said_on_two_occasions_is_not_one_saying(words: Words) -> None:
    claim = "“We need the dam at Lisk very badly for the water of the valley, and must have it,” Vance said on Friday."
    other = "“We need the dam at Lisk for water and even for the water of the whole valley,” Orla Vance said in March."
    assert not say(words, claim, other)


def test_a_quotation_is_known_again_inside_a_longer_one() -> None:
    claim = "“We opened the gates as soon as we were told to,” Vance said."
    other = "“It was dark. We opened the gates as soon as we were told to, and no later,” Orla Vance told the council."
    assert repeats(claim, other) and not repeats(other, claim)
    assert not repeats(claim, other.replace("We opened", "We never opened"))
    assert not repeats(claim, other.replace("Orla Vance", "Ruben Asch"))
    assert not repeats(claim, f"Asch denied that they had opened the gates: {other}")


def test_words_are_denied_where_a_negation_stands_before_them() -> None:
    assert denies_same("The dam was not safe, Vance said.", "Vance said the dam wasn't safe.")
    assert not denies_same("The dam was not safe, Vance said.", "Vance said the dam was safe.")
    assert denies_same("Nobody was hurt, and the dam held.", "The dam held, and nobody was hurt.")


def test_verbs_are_read_with_what_makes_them_only_possible() -> None:
    verbs = {min(verb.keys): verb.unreal for verb in read_verbs("Vance resigned, and Asch would have been elected.")}
    assert verbs == {"resign": False, "elect": True}
    assert not read_verbs("The army and its offensive.")
