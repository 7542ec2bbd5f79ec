"""Sayings: what somebody said, where a question asks for nothing else and a sentence gives his or her word."""

import re

from agent.evidence.question import Question
from index.language.names import find_names, same_name
from index.language.terms import content_stems

_ASKED = re.compile(
    r"^\W*what\s(?:did|does|has|had|do|have)\s(?P<who>[^,;?]{2,60}?)\s(?:say|said|tell|told|write|written|comment)"
    r"(?:\s(?:about|on|of)\s(?P<matter>[^,;?]+))?\W*$",
    re.IGNORECASE,
)
_VERBS = r"(?:said|says|told|wrote|writes|added|adds|warned|warns|insisted|argued|admitted|stated|commented)"
_BEHIND = re.compile(rf"^(?:,[^“”\"]{{0,160}},)?\s(?:(?:also|later|has|had|then)\s)?{_VERBS}\b")
_BEFORE = re.compile(rf"[,”\"]\W*{_VERBS}\s(?:(?:[Tt]he|[A-Z][\w.]*|[a-z]+)\s){{0,4}}$")


def tells_saying(question: Question, sentence: str) -> bool:
    """Tell whether a question asks only what somebody said whom it names, and a sentence is that one's word.

    Where it asks what was said about something, the sentence has every word of that.
    """
    asked = _ASKED.match(question.text)
    wanted = find_names(asked["who"]) if asked else []
    if (
        asked is None
        or len(wanted) != 1
        or not set(content_stems(asked["matter"] or "")) <= set(content_stems(sentence))
    ):
        return False
    return any(
        _BEHIND.match(sentence[place.end() :]) or _BEFORE.search(sentence[: place.start()])
        for name in find_names(sentence)
        if same_name(wanted[0], name)
        for place in re.finditer(re.escape(name), sentence)
    )
