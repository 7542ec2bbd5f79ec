"""Remarks: what is said to the program rather than asked of the sources: thanks, a greeting, how files are added."""

import re
from enum import StrEnum


class Remark(StrEnum):
    """What somebody says to the program."""

    THANKS = "thanks"
    GREETING = "greeting"
    FAREWELL = "farewell"
    ASSENT = "assent"
    HELP = "help"
    ADDING = "adding"
    NAME = "name"
    OVERVIEW = "overview"


_KEYS: tuple[tuple[Remark, frozenset[str]], ...] = (
    (Remark.THANKS, frozenset("thanks thank thankyou thx cheers ta".split())),
    (Remark.FAREWELL, frozenset("bye goodbye farewell goodnight cya".split())),
    (Remark.GREETING, frozenset("hello hi hey hiya howdy greetings".split())),
    (
        Remark.ASSENT,
        frozenset(
            """ok okay okey alright yes yeah yep no nope sure great cool nice good fine perfect lovely brilliant
            excellent wonderful wow oh ah hm hmm lol right understood""".split()
        ),
    ),
)
"""Words that make a remark, of which the first kind found decides; the others are said with any of them."""
_FILLERS = frozenset(
    """you u so very much many a lot lots again then now all there everyone everybody concord well just please that was
    is thats its it really one helpful useful interesting kind mate dear friend morning afternoon evening night
    day""".split()
)
_HELPED = re.compile(
    r"\bfor\s(?:all\s)?(?:your|the|that|this)(?:\s(?:great|kind|quick))?(?:\s(?:help|answers?|time))?$"
)
_LONGEST = 8

_FILES = r"(?:files?|documents?|docs?|folders?|sources?|pdfs?|articles?|texts?|reports?|papers?)"
_PROGRAM = r"(?:this|concord|the\s(?:program|programme|app|application|tool|chat|bot))"
_MINE = r"(?:\s(?:more|other|another|new|my|our|own|some|any|a|an|the|in|up|to|with|from|you|one|here|extra|further))*"
_I = r"(?:i|we|you|one)"
_WHOLE: tuple[tuple[Remark, str], ...] = (
    (
        Remark.GREETING,
        rf"(?:good\s(?:morning|afternoon|evening|day))|(?:(?:hello|hi|hey)\s)?how\sare\s{_I}(?:\stoday)?",
    ),
    (Remark.FAREWELL, r"(?:good\s?night|see\s(?:you|ya)(?:\s(?:later|soon|tomorrow))?)"),
    (Remark.ASSENT, r"(?:got\sit|i\ssee|never\s?mind|that['’]?s\sall|i\sunderstand)"),
    (
        Remark.HELP,
        rf"(?:(?:please\s)?help(?:\sme)?(?:\splease)?|i\sneed\s(?:some\s)?help|(?:the\s)?(?:commands|keys|instructions)"
        rf"|what\s(?:can|could|do)\s(?:you|{_PROGRAM})\sdo(?:\sfor\sme)?|what\s(?:can|should|may|could|do)\s{_I}\sask(?:\syou)?"
        rf"|how\s(?:do|can|should|to|would)\s?(?:{_I}\s)?(?:use|work\swith|ask)\s(?:{_PROGRAM}|you)"
        rf"|how\s(?:does\s{_PROGRAM}|do\syou)\swork|what\sis\s(?:concord|this\s(?:program|programme|app|tool|chat)))",
    ),
    (
        Remark.ADDING,
        rf"(?:(?:how|where)\s(?:do|can|could|should|would|to)\s(?:{_I}\s)?|(?:can|could|may|should)\s{_I}\s"
        rf"|i\s(?:want|would\slike)\sto\s|please\s)?(?:add|load|upload|import|index)"
        rf"{_MINE}\s{_FILES}(?:\s(?:to|into|in|here|please)(?:\s(?:{_PROGRAM}|it|you|here))?)?",
    ),
    (
        Remark.NAME,
        rf"(?:(?:what|who)(?:\sis|['’]?s)\syour\sname|(?:who|what)\sare\syou|who\s(?:made|wrote|built)\s(?:you|{_PROGRAM})"
        r"|are\syou\s(?:an?\s)?(?:robot|bot|human|person|real|ai|machine|computer|chatgpt|program)|do\syou\shave\sa\sname)",
    ),
    (
        Remark.OVERVIEW,
        rf"(?:(?:can|could|would|will)\syou\s)?(?:please\s)?(?:give\s(?:me\s)?(?:an?\s)|write\s(?:me\s)?(?:an?\s)|make\s(?:an?\s))?"
        rf"(?:(?:short|brief|quick)\s)?(?:summari[sz]e|sum\s(?:it|this|that|everything)?\s?up|summary|overview|digest|tl;?dr|compare)"
        rf"(?:\s(?:of|for|me|this|that|it|them|everything|all|the|these|those|please|here|your|{_FILES}))*",
    ),
)
_PATTERNS = [(remark, re.compile(shape)) for remark, shape in _WHOLE]


def read_remark(text: str) -> Remark | None:
    """Return what a text says to the program by the whole of it, None where it asks something of the sources."""
    said = " ".join(re.sub(r"[^\w\s'’;-]|_", " ", text.casefold()).split())
    for remark, pattern in _PATTERNS:
        if pattern.fullmatch(said):
            return remark
    return _read_words(_HELPED.sub("", said).split(), asks="?" in text)


def _read_words(words: list[str], asks: bool) -> Remark | None:
    """Return the remark that is made of nothing but such words, None where there are others, or something is asked."""
    kinds = [next((kind for kind, keys in _KEYS if word in keys), None) for word in words]
    known = all(kind or word in _FILLERS for kind, word in zip(kinds, words, strict=True))
    if not known or len(words) > _LONGEST:
        return None
    found = next((kind for kind, _ in _KEYS if kind in kinds), None)
    return None if found is Remark.ASSENT and (asks or words[0] in ("was", "is")) else found
