"""Questions that no sentence answers any more: a name or a number in them is exchanged for another."""

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from agent.training.examples import Example

_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*")
_NUMBER = re.compile(r"\b\d{2,4}\b")
_STEPS = (-7, -3, -2, -1, 1, 2, 3, 5, 10)
_TRIED, _NAMES, _BY_NAME = 9000, 4000, 0.8


def exchange_names(examples: Sequence[Example], random: Random) -> list[Example]:
    """Return examples of questions made wrong: about the sentence that answered it, and two others."""
    counts = Counter(name for each in examples for name in _NAME.findall(each.question))
    names = [name for name, _ in counts.most_common(_NAMES)]
    answered = [each for each in examples if each.right and not each.statement]
    made = []
    for example in random.sample(answered, min(_TRIED, len(answered))):
        question = _exchange(example.question, example.right[0], names, random)
        if question:
            made.append(Example(question, (), (example.right[0], *example.wrong[:2])))
    return made


def _exchange(question: str, sentence: str, names: Sequence[str], random: Random) -> str | None:
    """Return the question with another name or number, None where it shares none with the sentence."""
    found = [name for name in _NAME.findall(question) if name in sentence]
    numbers = [number for number in _NUMBER.findall(question) if number in sentence]
    if found and random.random() < _BY_NAME:
        other = random.choice(names)
        return None if other in sentence else question.replace(random.choice(found), other)
    if not numbers:
        return None
    number = random.choice(numbers)
    return question.replace(number, str(int(number) + random.choice(_STEPS)))
