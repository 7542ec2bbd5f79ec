"""Instructions: sentences that tell the reader what to do, or what a web page cannot show, and so assert nothing."""

import re

from agent.digest.statements.polarity import may_tell
from index.article.shape import DATE

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"^\W*(?:(?P<asked>please|kindly|do not|don['’]t)|now|instead|then|also|just|always|never)\b,?\s+", re.IGNORECASE
)
_VOCATIVE = re.compile(
    r"^\W*(?:(?:note|notice|message|instructions?|attention|dear|to)\b[^.:,]{0,40}|[A-Za-z]+):\s*", re.IGNORECASE
)
_OBJECT = re.compile(
    r"(?:the|a|an|this|that|these|those|all|any|every|no|only|us|me|it|them|him|her|to|up|out|here|previous)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:can(?: ?not|['’]t)|unable to) (?:play|display|load) (?:the |this )?(?:media|video|audio)\b"
    r"|\b(?:playback|browser|device|javascript|cookies)\b.*\b(?:un|not )(?:support|enabled|available)",
    re.IGNORECASE,
)
_EDITORIAL = re.compile(
    r"\W*(?:(?:editor['’]?s?['’]? note|correction|clarification)\b\s*:"
    r"|\(?this (?:story|article|post|report|page) (?:was|has been|will be) (?:\w+ )?(?:updated|corrected|revised)\b"
    r"|(?:for (?:(?:further|more|any|press|media|general) )*(?:questions|queries|information|(?:e|i)nquiries)\b"
    r"|(?:press|media) (?:office|contacts?|(?:e|i)nquiries)\b|contacts? (?:for|of) )[^.:]{0,40}:"
    r"|(?:reach|contact|email|follow)(?!-) (?:out to )?[^.]{3,50}(?:@|\bon (?:x|twitter|facebook|instagram)\b)"
    r"|for (?:the )?(?:latest|more (?:on|about|information|details|news)|full|live)\b[^.]{0,80},"
    r"\s(?:please )?(?:read|see|visit|follow|click|go to|check|tune)\b"
    r"|(?:follow|read|see|click|watch)\s(?:the|our|along|all|more|this|full|live|on|it)\b[^.]{0,60}"
    r"\b(?:live coverage|live updates|live blog|here)\b)",
    re.IGNORECASE,
)
"""How an editor speaks of the page or of other pages."""
_CALLING = r"(?:call|contact|phone|ring|e-?mail|come\sforward)\b"
_APPEAL = re.compile(
    rf"\b(?:is|are)\s(?:being\s)?(?:asked|urged|encouraged|requested)\sto\s{_CALLING}"
    r"|\b(?:ask|urg|encourag|request)\w*\s(?:anyone|anybody|everyone|witnesses|people|residents|those|persons|motorists)\b"
    rf"[^.]{{0,90}}\sto\s{_CALLING}",
    re.IGNORECASE,
)
"""How police ask the public for what it knows."""
_IMPRINT = re.compile(
    r"\W*(?:(?:first\s)?(?:published|posted|issued|printed|submitted|collected|compiled|prepared|produced)\b"
    r"|(?:interview|report|text|translation|transcript|photo(?:graph)?s?)\sby\b)",
    re.IGNORECASE,
)
"""How a document says, without a verb, who made it."""
_SHORT = 16
"""Words up to which a sentence may be a notice or an imprint."""


def is_notice(sentence: str) -> bool:
    """Tell whether a sentence is an appeal, an imprint, or what a page says in place of a video or of pages."""
    if _EDITORIAL.match(sentence) or _APPEAL.search(sentence):
        return True
    short = len(sentence.split()) <= _SHORT
    return short and (_NOTICE.search(sentence) is not None or _is_imprint(sentence))


def _is_imprint(sentence: str) -> bool:
    """Tell whether a sentence without a verb says who made the document, or when."""
    return bool(_IMPRINT.match(sentence) or DATE.search(sentence)) and not may_tell(sentence)


def instructs(sentence: str) -> bool:
    """Tell whether a sentence is addressed to the reader: a command, or in the second person outside quotations."""
    plain = _QUOTED.sub(" ", sentence).strip()
    if _READER.search(plain) and not (_QUOTED.search(sentence) and plain.count(" ") < 6):
        return True
    return _commands(plain) or _commands(_VOCATIVE.sub("", plain))


def _commands(plain: str) -> bool:
    """Tell whether a sentence opens with the bare form of a verb that nothing else there can be the subject of."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    asking = _ASKING.match(plain)
    opening = plain[asking.end() :] if asking else plain
    word, _, rest = opening.partition(" ")
    lemmas = getAllLemmas(word.casefold()) if word.isascii() and word.isalpha() else {}
    if lemmas.get("VERB") != (word.casefold(),) or "AUX" in lemmas:
        return False
    return "NOUN" not in lemmas or bool(asking and asking["asked"]) or _OBJECT.match(rest) is not None
