"""Rejoinders: paragraphs that first put something which only the reply to it makes worth anything.

Counsel's question, which may be a statement (`Q. You were there. A. I was not.`), a question of a page with a reply
that says nothing by itself (`Is it safe? Yes, if it is boiled.`), and a rumour with what became of it (`Claim: the dam
has burst. The dam is dry. Our verdict: false.`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Rejoinder:
    """Where in a paragraph a reply begins, at its end where there is none; `whole` says that all that follows is of it.

    A page that asks and replies, and who is interviewed, goes on with what can be read without the question.
    """

    start: int
    whole: bool


MOST_WORDS = 40
"""Words of a question, or of a rumour, that is put."""

_TITLED = "".join(rf"(?<!\b{title}\.)" for title in ("Mr", "Ms", "Dr", "Mrs", "St", "Prof"))
_NUMBER = r"(?:\s?(?:[Nn]o\.\s?|#)?\d{1,4})?"
_ENDED = r"(?<=[.?!…”\"’')\]])"
_MARK = r"(?:[.:)]|\s[-–—])\s+"
ASKS = re.compile(rf"(?:Q|Question){_NUMBER}{_MARK}(?=\S)|Q\s+(?=[A-Z])")
"""How a question stands in the record of a hearing."""
ANSWERS = re.compile(rf"(?:A|Answer|Ans){_NUMBER}{_MARK}(?=\S)|A\s+(?=[A-Z“\"])")
"""How the answer does."""
_ANSWERS_WITHIN = re.compile(rf"{_ENDED}{_TITLED}\s+(?=(?:A|Answer|Ans){_NUMBER}{_MARK}\S)|(?<=\?)\s+(?=A\s+[A-Z“\"])")
_LABEL = r"(?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w.'’-]*"
TURN = re.compile(rf"(?P<who>{_LABEL}):\s+(?=\S)")
"""How a turn of a speaker begins: MR ORR: …"""
_TURNS_WITHIN = re.compile(rf"(?<=\?)\s+(?=(?P<who>{_LABEL}):\s+\S)")
_ADDRESSED = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)

_DOUBTED = r"(?:rumou?r|myth|misconception|false\s(?:claim|rumou?r))s?"
_CLAIMED = (
    r"(?:claims?|claimed|hoax|fiction|allegations?|hearsay|viral\s\w+|fake(?:\snews)?|assertion|"
    r"(?:is|are|was|were|been|being|widely|often)\s(?:\w+\s)?(?:shared|claimed|said|posted|circulat(?:ed|ing)|told|believed|heard)|"
    r"(?:posts?|messages?|videos?|they|people|users|many)\s(?:says?|claims?|believe|think|shows?|heard)|you(?:\s\w+)?\sheard)"
)
_OPENS = r"\W{0,3}(?:[\w’'-]+\s){0,3}"
_CLOSES = rf"{_NUMBER}\W{{0,2}}(?::|\s[-–—])\s+"
DOUBTED = re.compile(rf"{_OPENS}?{_DOUBTED}{_CLOSES}(?=\S)", re.IGNORECASE)
"""How a label begins a paragraph that says of itself that what follows is no more than a rumour."""
CLAIMED = re.compile(rf"{_OPENS}?{_CLAIMED}{_CLOSES}(?=\S)", re.IGNORECASE)
"""How a label begins what may be a claim that is checked: what came of it tells."""
_FALSE = (
    r"(?:(?:not|un)\s?true|(?:(?:partly|partially|mostly|entirely|completely|half|largely)[\s-])?(?:false|true)|misleading|"
    r"exaggerated|wrong|incorrect|correct|inaccurate|un(?:proven|verified|confirmed|founded)|baseless|fake|hoax|satire|"
    r"altered|debunked|fabricated|not\s(?:so|quite|right|proven|confirmed|correct|the\scase)|(?:missing|lacks)\scontext|"
    r"no\sevidence)"
)
_FOUND = (
    r"(?:facts?(?:[\s-]check)?|truth|reality|verdict|rating|assessment|conclusion|ruling|finding|evidence|what\swe\s(?:found|know)|"
    r"(?:in\s)?fact)"
)
FOUND = re.compile(
    rf"\W{{0,3}}(?:(?:[\w’'-]+\s){{0,2}}?{_FOUND}\W{{0,2}}(?::|\s[-–—])\s+\S|(?:(?:this|that|it)\s(?:is|was)\s(?:an?\s)?)?{_FALSE}\s?[.!:,;–—]"
    rf"|{_FALSE}\W*$)",
    re.IGNORECASE,
)
"""How a sentence opens that tells what came of a claim: a label, or a verdict."""
_JUDGED_WITHIN = re.compile(rf"(?<=\w)\s[-–—]\s+(?={_FALSE}\s?[.!:,;–—])", re.IGNORECASE)
_LABELLED = re.compile(r"\W{0,3}(?:[\w’'-]+\s){0,3}[\w’'-]+\s?:\s+(?:\S+\s+){3}")
"""What came of a claim under a label of its own, in more than a word."""

_QUOTED = re.compile(r"[“”\"«»„]")
_BARE = re.compile(
    r"\W*(?:(?:Yes|No|Not|Nope|Never|Nobody|None|Nothing|Neither|Both|Maybe|Perhaps|Possibly|Probably|Sometimes|Rarely|Only|Because|"
    r"Absolutely|Certainly)\b"
    r"|(?:\w+\s){1,3}(?:do|does|did|can|could|will|would|is|are|was|were|has|have|had|may|might|must|should)"
    r"(?:n['’]t|\snot|not)?(?:\s(?:be|been|yet|so|never|always|now|know|say|said|think|decided|sure|too|both)){0,2}[.,;](?=\s|$))"
)
"""How a reply opens that leaves out what the question says; a pronoun may go on to something else."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|cannot|could|will|would|may|might|must|shall|should|"
    r"said|says|came|went|made|took|gave|got|left|began|told|saw|found|held|kept|lost|led|met|ran|set|put|sent|spent|"
    r"won|wrote|think|know|want|need|go|see|call|ask|use|[a-z]{2,}ed)\b|n['’]t\b|['’](?:s|re|ve|ll|d)\s"
    r"|\b[a-z]{3,}s\s(?:the|an?|his|her|its|their|that|no|all|it|them|us|you)\b"
)


def find_reply(text: str) -> Rejoinder | None:
    """Return where the reply begins to what a paragraph opens with and only puts; None where it puts nothing."""
    for read, whole in ((_read_hearing, True), (_read_turns, False), (_read_rumour, True), (_read_question, False)):
        if (start := read(text)) is not None:
            return Rejoinder(start, whole)
    return None


def is_elliptic(reply: str) -> bool:
    """Tell whether a sentence says little without the question to which it replies."""
    return _BARE.match(reply) is not None or _VERB.search(reply) is None


def _read_hearing(text: str) -> int | None:
    asked = ASKS.match(text)
    if asked is None:
        return None
    if within := _ANSWERS_WITHIN.search(text, asked.end()):
        return within.end()
    plain = asked[0].strip() != "Q" and (text.endswith("?") or _ADDRESSED.search(text))
    return len(text) if plain else None


def _read_turns(text: str) -> int | None:
    turn = TURN.match(text)
    if turn is None:
        return None
    within = _ANSWERS_WITHIN.search(text, turn.end())
    if within and text[: within.start()].endswith("?"):
        return within.end()
    within = _TURNS_WITHIN.search(text, turn.end())
    return within.end() if within and within["who"] != turn["who"] else None


def _read_rumour(text: str) -> int | None:
    doubted = DOUBTED.match(text)
    if not (doubted or CLAIMED.match(text)) or FOUND.match(text):
        return None
    if judged := _JUDGED_WITHIN.search(text):
        return judged.end()
    sentences = split_sentences(text)
    found = [n for n, sentence in enumerate(sentences) if n and FOUND.match(sentence)]
    if not (found or doubted):
        return None
    told = next((n for n in found if _LABELLED.match(sentences[n])), 1)
    return _place(text, sentences, told)


def _read_question(text: str) -> int | None:
    asked = text.find("? ")
    if asked < 0 or _QUOTED.search(text[:asked]) or text.count(" ", 0, asked) >= MOST_WORDS:
        return None
    sentences = split_sentences(text)
    replies = next((n for n, sentence in enumerate(sentences) if not sentence.endswith("?")), len(sentences))
    if not 0 < replies < len(sentences) or not is_elliptic(sentences[replies]):
        return None
    return _place(text, sentences, replies)


def _place(text: str, sentences: Sequence[str], number: int) -> int:
    """Return where one of the sentences of a text begins, the end of the text for the one behind the last."""
    start = 0
    for sentence in sentences[:number]:
        start = text.index(sentence, start) + len(sentence)
    return text.index(sentences[number], start) if number < len(sentences) else len(text)
