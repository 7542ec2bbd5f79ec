"""Denials: what a sentence denies, read from the form of the denial.

Three forms are known: a verb of denial with what it denies (`denied that …`, `rejected claims that …`), a judgement
(`it is not true that …`, `… was a hoax`), and a negated verb or noun (`did not …`, `there was no …`, `none of …`).
A denial of what was said before (`denied this`, `dismissed the allegations`, `disagreed`) is told apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from agent.evidence.words.deeds import find_order
from agent.evidence.words.negation import CLAIMS, POINTED, REPELLED
from agent.verify.conflict.clauses import break_at
from agent.verify.denial.judgements import find_judgements

_DENY = r"(?:(?<!nor\s)(?<!not\s)(?<!n['’]t\s)(?<!cannot\s)(?<!never\s)den(?:y|ies|ied|ying))"
_REJECT = (
    r"(?:reject(?:s|ed|ing)?|(?<!\bto\s)dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|contradict(?:s|ed|ing)?|"
    rf"rebut(?:s|ted)?|{REPELLED})"
)
_THESE = rf"(?:{POINTED}|(?:any\s|all\s)?wrongdoing(?!\s(?:in|over|at|on|during|with)\b))"
_END = r"(?=\W*$|\s*[,;:.—–(]|\s(?:and|as|in|on|but|saying|while|when|during|through|via|at)\b)"

_TAKEN_UP = r"(?!(?:reject|dismiss)\w*\s(?:it|them)\b(?!\sas\b))"
"""What is dismissed as `it` or `them` may as well be a plan or a draft; what was said is dismissed as something."""

_DEED = (
    r"(?<!was\sdenied\s)(?<!were\sdenied\s)(?<!been\sdenied\s)(?<!being\sdenied\s)"
    r"(?!(?:fund|hous|board|park|plann|build|train|lodg|financ|licens|feed|nurs|counsell?|school)ing\b)\w+ing\b"
)
"""What somebody denies to have done, and is not refused: denied taking it, but was denied boarding, denied funding."""
_BEFORE = re.compile(
    rf"\b(?:(?:{_DENY}|{_TAKEN_UP}{_REJECT})\s{_THESE}{_END}|(?<!we\s)(?<!to\s)(?<!%\s)(?<!percent\s)disagree[sd]\b{_END}|"
    r"(?:take|took|taken)\sissue\swith\s(?:that|this|it)|nothing\sof\sthe\s(?:kind|sort)|no\ssuch\sthings?\b(?!\sas\b)|"
    r"none\sof\s(?:this|that|it)\s(?:is|was|has\sbeen|had\sbeen)\s(?:true|so|right|correct)|pleaded\snot\sguilty|"
    r"(?:maintain|protest|insist)\w*\s(?:on\s)?(?:his|her|their|its)\sinnocence)",
    re.IGNORECASE,
)
_WHERE = r"(?:on|in|at|during|to|before|late|early|earlier|last|again|this)\b[^,;:.“”\"]{0,40}?\s"
"""When, where or to whom something is denied: on Sunday, in a statement, to reporters."""
_VERB = re.compile(
    rf"\b(?:{_DENY}\s(?:(?:{_WHERE})?that\s|ever\s|having\s|any\s|(?=(?:it|he|she|they|there|we)\b|{_DEED}))"
    rf"|(?:{_DENY}|{_REJECT})\s(?:[\w’'-]+\s){{0,3}}?{CLAIMS}\s(?:that\s|of\s|by\s[^,]{{2,60}}?\sthat\s))",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:not\strue|untrue|not\sthe\scase|not\sso|false|no\struth\s(?:to|in)|wrong|incorrect)\s(?:(?:claims?|reports?|it\sis\s)\s)?that\s",
    re.IGNORECASE,
)
_NOT_SURE = r"(?:not|n['’]t)\s(?:(?:at\sall|so|entirely|too|very)\s)?(?:sure|convinced|certain|persuaded)"
_UNSURE = rf"(?:s[ck]eptical|unconvinced|dubious|unsure|{_NOT_SURE})"
_RAISE = r"(?:(?:rais|cast|express|voic|throw|threw|sow)\w*|ha(?:s|ve|d|ving)|with)"
_GRAVE = r"(?:(?:serious|grave|some|strong|new|fresh|further|his|her|their|its|growing|considerable)\s){0,2}"
_SEEM = r"(?:is|are|was|were|be|been|remain(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?)(?=\s|n['’]t)"
_DOUBT = re.compile(
    rf"\b{_RAISE}\s{_GRAVE}doubts?\s(?:on|about|over|as\sto|upon|that|whether)\s(?:whether\s|that\s)?"
    r"|(?<!\bno\s)(?<!\bnot\s)(?<!n['’]t\s)(?<!\bnever\s)(?<!\bnobody\s)(?<!\bno\sone\s)"
    r"\b(?:doubt(?:s|ed|ing)?\s(?:that|whether|if)|question(?:s|ed|ing)\s(?:whether|if))\s"
    rf"|\b{_SEEM}\s?{_UNSURE}\s(?:that|whether|if|of|about)\s(?:whether\s|that\s)?"
    r"|\b(?:unlikely|implausible|improbable|impossible|inconceivable)\sthat\s",
    re.IGNORECASE,
)
"""Words by which it is doubted what follows them; `no doubt that` and `did not question whether` doubt nothing."""
_JUDGEMENT = re.compile(
    rf"^(?P<scope>.{{0,200}}\b{CLAIMS}\s(?:that|of)\s.+?)\s(?:is|are|was|were|turned\sout\sto\sbe|proved)\s"
    r"(?:not\strue|untrue|false|wrong|a\shoax|incorrect|fake|baseless|unfounded)\b",
    re.IGNORECASE,
)
_AUXILIARY = r"(?:do|does|did|has|have|had|is|are|was|were|been|be|will|would|can|could|should)"
_NEGATED = re.compile(
    rf"(?P<subject>.*?)\b(?:{_AUXILIARY}(?:\snot|n['’]t)|(?:{_AUXILIARY}\s)?never(?!\sto\b)|cannot)\s(?P<scope>.+)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?P<subject>.*?)\b(?:there\s(?:is|are|was|were|had\sbeen|has\sbeen)\sno|^no|(?<=that\s)no|none\sof|not\sa\ssingle|"
    r"not\sone(?:\sof)?|no\sone|nobody|neither)\s"
    r"(?P<scope>.+)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:no|not|n['’]t|never)\b.{1,80}\b(?:until|till|prior\sto|(?:previously|before)(?=\W*$|\s(?:this|last|then)\b))\b|\b(?:not|n['’]t)\s(?:\w+ly\s)?(?:den|disput|dismiss|reject|refut|contradict)\w+\b|"
    r"(?:\bnot|n['’]t)\s(?:\w+ly\s)?(?:say|mention|specify|confirm|comment|elaborate|explain|disclose|state|know|reveal)\b|"
    r"\b(?:no\slonger|any\s?more|not\syet|yet\sto|n['’]t\syet|not\sonly|n['’]t\sonly|not\sjust|not\simmediately|nothing\sbut)\b|"
    r"\byet\b\W*$",
    re.IGNORECASE,
)
_CLAUSE = break_at("because", "since", "until", "unless", "if", "which", "who", listed=r",\s(?:and|as)\s")
_PURPOSE = re.compile(r"\b(?:so(?:\sthat)?|lest)(?:\s[\w’'-]+){1,4}\s*$|\bso\sas\s*$", re.IGNORECASE)
_MODAL = re.compile(r"(?:will|would|can|could|should)(?=\b|not)", re.IGNORECASE)
_HINT = re.compile(
    r"n['’]t\b|\b(?:no|not|never|none|nobody|neither|nor|cannot|den(?:y|ie|yi)\w*|reject\w*|dismiss\w*|refut\w*|disput\w*|"
    r"contradict\w*|rebut\w*|disagree\w*|quash\w*|rubbish\w*|down|back|brush\w*|push\w*|false|untrue|wrong|incorrect|hoax|fake|"
    r"baseless|unfounded|any\s?more|nothing|yet|issue|innocence|doubt\w*|question\w*|s[ck]eptical|un(?:convinced|sure|likely)|dubious|implausible|improbable|"
    r"impossible|inconceivable)\b",
    re.IGNORECASE,
)
"""Words without one of which nothing is denied; most sentences have none."""
_NAMED = 3
"""Words that must name what is judged to be false for the judgement to be of use by itself."""
_CONJUNCT = re.compile(r",|\s(?:and|or|nor)\s")
_QUOTES = re.compile(r"[“”\"]|``|''")


@dataclass(frozen=True, slots=True)
class Denial:
    """What is denied (`scope`), what it is said of (`subject`, empty where the scope has its own), and how.

    `before` marks a denial of what the sentence before said; `firm` one by a verb or judgement, not a bare negation,
    `judged` one of what a sentence calls a hoax or a lie, `doubted` what is only held to be doubtful.
    """

    scope: str
    subject: str = ""
    before: bool = False
    firm: bool = False
    judged: bool = False
    doubted: bool = False


@lru_cache(maxsize=16384)
def find_denials(text: str) -> tuple[Denial, ...]:
    """Return what a sentence denies; what has changed (`no longer`, `not yet`), `not only` and orders deny nothing."""
    plain = " ".join(_QUOTES.sub(" ", text).split())
    if not _HINT.search(plain):
        return tuple(_read_judged(text))
    if _CHANGED.search(plain) or find_order(plain):
        return ()
    return (*_read(plain), *_read_judged(text))


def leaves_open(text: str) -> bool:
    """Tell whether a sentence negates only what has changed (`no longer`, `not yet`) or what it does not tell."""
    return _CHANGED.search(text) is not None


def _read(plain: str) -> Iterator[Denial]:
    if _BEFORE.search(plain):
        yield Denial("", before=True, firm=True)
        return
    if (verb := _VERB.search(plain)) or (verb := _JUDGED.search(plain)):
        yield Denial(_first(plain[verb.end() :]), plain[: verb.start()], firm=True)
        return
    if doubt := _DOUBT.search(plain):
        yield Denial(_CLAUSE.split(plain[doubt.end() :])[0], plain[: doubt.start()], firm=True, doubted=True)
        return
    if judged := _JUDGEMENT.search(plain):
        yield Denial(_first(judged["scope"]), firm=True)
        return
    for clause in _CLAUSE.split(plain):
        match = _NONE.search(clause) or _NEGATED.search(clause)
        if match and not _PURPOSE.search(match["subject"]):
            modal = f"{found[0]} " if (found := _MODAL.match(clause, match.end("subject"))) else ""
            yield Denial(modal + _CONJUNCT.split(match["scope"])[0], match["subject"])


def _read_judged(text: str) -> Iterator[Denial]:
    """Yield the judgements of a sentence that name what they judge to be false, as denials of it."""
    for judged in find_judgements(text):
        if judged.whole and not judged.upheld and len(judged.matter) >= _NAMED:
            matter = " ".join(judged.matter)
            yield Denial(matter, matter, firm=True, judged=True)


def _first(scope: str) -> str:
    """Return the first clause of what is denied: the rest may be said by the paper."""
    return _CONJUNCT.split(_CLAUSE.split(scope)[0])[0]
