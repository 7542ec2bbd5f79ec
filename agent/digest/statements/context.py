"""Context: what a sentence needs beside it to be understood, and what stands before it that it does not need."""

import re

from agent.evidence.context.placing import needs_context
from index.article.shape import drop_mark
from index.language.dates import MONTH
from index.language.names import find_names, same_name
from index.language.sentences import lacks_speaker
from index.language.terms import content_stems

_LACKING = 0.5
"""Share of the words of the sentence before that may be missing where a text is said to stand as well."""

_QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"")
_FIRST_PERSON = re.compile(
    r"(?:^\W*(?:[A-Z][a-z]+\s)?|\b[a-z]+,?\s|[.;:!?—–-]\s?)I\b|\b(?:[Ww]e|[Mm]y|[Oo]ur|me|us|ours|myself|ourselves)\b"
)
"""Where somebody speaks of themselves; the I behind another name is a number: World War I."""
_OF_THEM = re.compile(r"\W*[\w-]+(?:\s\w+)?\sof\s(?:them|these|those|whom)\b")
"""How a sentence counts some of those whom the one before named."""
_IT = re.compile(
    r"It\s(?:is|was|has\sbeen|had\sbeen)\s(?:\w+\sby\b|\w+(?:ed|en|lt|wn|ld)\s(?:(?:out|up|down|over|off|back|away)\s)?"
    r"(?:from|into|between|with|(?:to|for|at|in|on)\s(?:(?:the|an?|his|her|their)\s|(?=[A-Z]))))"
    r"|It\s(?:has|had)\s(?!been\b|long\b)|It\s(?:is|was)\s(?:dated\b|(?:not\s)?(?:about\s|only\s|just\s)?[\d£$€])"
    r"|It\s(?:is|was|has|had)\b(?!.*\b(?:that|whether|if|to|for|how|why|when|where|who|what|which|since|until|before|after|"
    r"at|in|on)\b)"
)
"""How a sentence speaks of a thing that the one before names: it was addressed to somebody, it is fourteen acres."""
_THE_SAME = re.compile(
    r"The\s(?:statement|claim|allegation|accusation|remark|comment|error|mistake|figure|number|document|note|announcement|"
    r"decision|offer|proposal|suggestion|answer|reason|rest|others?|pair|two)\s"
    r"(?:is|was|were|are|has|had|came|could|would|will|did|does|may|might|should|cannot|can)\b"
)
"""How it speaks of what the one before has said."""
_HALF = re.compile(r"[“”\"]|(?<=[.!?,])['’]$")
"""What is left of a quotation of which the other mark stands in another sentence."""
_NUMBER = re.compile(r"^\(?\d{1,3}[.)]\s+(?=[\"“‘]?[A-ZÀ-Ý])")
"""The number of an item of a long list."""
_ENTERED = re.compile(
    rf"^\d{{1,2}}[:.]\d{{2}}\s?(?:[ap]\.?m\.?\s)?(?:[A-Z]{{2,4}}\s)?(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}),?\s\d{{4}}\s(?:Share\sthis\s\w+\s)?(?=\S)",
    re.IGNORECASE,
)
"""When an entry of a live page was made, where page and entry are one text."""
_OPENING = re.compile(
    r"[A-Z][A-Z.,’' -]{2,40}(?:,\s[A-Z][\w. ]{2,30})?"
    rf"(?:,?\s(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?)?"
    r"\s?(?:\([^()]{2,40}\))?\s*(?:[-–—―]{1,2}|:)\s*"
    r"(?=[“\"]?[A-Z])"
)


def has_context(quote: str, sentence: str, paragraph: str) -> bool:
    """Tell whether a paragraph has most of what a quote has beside its sentence, and the names of that.

    Who is quoted there may be called otherwise.
    """
    beside = set(content_stems(quote)) - set(content_stems(sentence))
    names = find_names(paragraph)
    needed = [] if _QUOTATION.search(quote) else [name for name in find_names(quote) if name not in sentence]
    if not all(any(same_name(name, other) for other in names) for name in needed):
        return False
    return len(beside - set(content_stems(paragraph))) <= _LACKING * len(beside)


def leans_back(sentence: str) -> bool:
    """Tell whether a sentence is only understood with the one before, which names whom it speaks of."""
    return needs_context(sentence) or any(sign.match(sentence) for sign in (_OF_THEM, _IT, _THE_SAME))


def lacks_voice(text: str) -> bool:
    """Tell whether a text is what somebody says without who: a quotation or half of one, or in the first person."""
    outside = _QUOTATION.sub(" ", text)
    if lacks_speaker(text) or _HALF.search(outside.strip()):
        return True
    return _FIRST_PERSON.search(outside) is not None


def drop_number(sentence: str) -> str:
    """Return a sentence without the bullet or number of an item of a list, which counts nothing, or its time."""
    return _ENTERED.sub("", _NUMBER.sub("", drop_mark(sentence))) or sentence


def drop_dateline(sentence: str) -> str:
    """Return a sentence without the bullet, number or dateline that it opens with."""
    sentence = drop_number(sentence)
    match = _OPENING.match(sentence)
    return sentence[match.end() :] if match else sentence
