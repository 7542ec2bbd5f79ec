"""Belonging: what is asked for of one is not answered with another's."""

import pytest

from agent.evidence.candidates import Candidate
from agent.evidence.forms.belonging import belongs_elsewhere
from agent.evidence.forms.kinds import keep_possible
from agent.evidence.question import read_question
from index.language.sentences import split_sentences
from index.source import Paragraph, Source


@pytest.mark.parametrize(
    ("question", "sentence", "elsewhere"),
    [
        ("Who is the mayor of Tarm?", "The mayor of neighbouring Dorsel, Ilse Brandt, offered a hall.", True),
        ("Who is the mayor of Tarm?", "Ilse Brandt, mayor of Dorsel, offered Tarm a hall.", False),
        ("Who is the mayor of Tarm?", "The mayor, Ilse Brandt, offered a hall.", False),
        ("Who is the mayor of Albu Kamal?", "The mayor of al-Boukamal, Omar Rashid, offered a hall.", False),
        ("Who is the mayor?", "The mayor of Dorsel, Ilse Brandt, offered a hall.", False),
        ("What was the cause of the Tarm fire?", "The cause of the Holm blaze was a charger.", False),
        ("Who is the director of Kestrel Freight?", "The director of Kestrel's yard, Ada Korn, spoke.", False),
        ("Who is Orla Vance's husband?", "Ada Vance's husband, the painter Jon Feld, spoke.", True),
        ("Who is Orla Vance's husband?", "Vance's husband, the painter Jon Feld, spoke.", False),
        ("Who is Orla Vance's husband?", "Orla Vance and Ada Vance's husband, Jon Feld, spoke.", False),
        ("What is the population of Tarm?", "The population of Dorsel is 40,000.", True),
    ],
)
def test_what_is_of_others_is_told_apart(question: str, sentence: str, elsewhere: bool) -> None:
    assert belongs_elsewhere(question, sentence) is elsewhere


def test_what_belongs_to_one_person_is_not_taken_for_that_of_another_named_by_one_word() -> None:
    body = "Marcus Reuel, 51, left. Lars Munk said no. Munk's lawyer, Disa Falk, will sue. Reuel's lawyer was silent."
    source = Source(1, "a.txt", "", "Title", None, None)
    texts = split_sentences(body)
    candidates = [Candidate(Paragraph(source, 1, body), text, "", 1.0, {}) for text in texts]
    kept = keep_possible(read_question("What is the name of Reuel's lawyer?"), candidates)
    assert [each.text for each in kept] == [text for text in texts if "Falk" not in text]
