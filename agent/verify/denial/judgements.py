"""Judgements: what a sentence pronounces a hoax, a lie or never to have been, or upholds as true.

What is judged is often a report rather than an act (`the story is a hoax`, `the woman who claimed … was lying`); it
is told by its words, or, where it is only pointed at (`it was all made up`), by the sentence before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from agent.evidence.words.negation import CLAIMS, NEGATIONS, REPELLED, UNDONE
from agent.verify.conflict.clauses import break_at
from index.language.terms import content_words, fold, stem

_FALSE = (
    r"(?:hoax(?:es)?|fakes?|faked|false|falsehoods?|untrue|phon(?:y|ey)|pranks?|fabricat(?:ed|ions?)|bogus|lies?|liars?|"
    r"lying(?=\W*$|\s(?:about|that|when|and|to)\b|[,.])|made[\s-]up(?!\s(?:\w+\s){0,2}?of\b)|debunked|discredited|disprove[nd]|fiction|fictitious|"
    r"fictional|satir(?:e|ical)|spoofs?|myths?|baseless|unfounded|groundless|misinformation|disinformation|"
    r"(?:pure|sheer|utter|complete|total|outright|malicious)\s(?:invention|fantasy|fabrication)|without\s(?:any\s)?(?:foundation|basis|merit|substance)|"
    r"inaccurate|incorrect|photoshopped|doctored|mistaken(?!\sfor\b)|misreported|misinterpreted|misquoted|urban\slegends?|nonsense|rubbish)"
)
_ABSURD = r"(?:ridiculous|absurd|preposterous|ludicrous|laughable|outrageous|crazy|misleading|exaggerated|wrong)"
_TRUE = r"(?:true|real|genuine|authentic|legit(?:imate)?|accurate|the\sreal\sdeal)"
_BE = (
    r"(?:is|are|was|were|['’]s|(?:has|have|had)\sbeen|(?:has\s|have\s|had\s)?turn(?:s|ed)\sout\sto\sbe|"
    r"(?:has\s|have\s|had\s)?prove[ds]?(?:\sto\sbe)?|appears?\sto\sbe|(?:(?:has|have|had)\s(?:\w+\s){0,2}?been|is|are|was|were)\s"
    r"(?:\w+ly\s)?(?:exposed|outed|revealed|branded|labell?ed|declared|dismissed|denounced|prove[dn]|found|called|confirmed|classified|"
    r"rated|considered)(?:\s(?:as|to\sbe|to\shave\sbeen))?)"
)
_ADVERBS = (
    r"(?:\s(?:an?|the|all|just|most|likely|one|big|elaborate|complete|total|indeed|nothing|but|in|fact|\w+ly)){0,5}"
)
_NOT = r"(?P<not>\s(?:not|never|no)|n['’]t)?"
_COPULA = re.compile(
    rf"^(?P<matter>.{{2,240}}?)(?:(?<=\w)(?=['’]s)|\s){_BE}{_NOT}{_ADVERBS}\s(?:(?P<false>{_FALSE})|(?P<true>{_TRUE}))"
    r"\b(?!\s(?!(?:and|or|but|after|before|by|to|in|on|at|of|about|that|this|because|since|when|as|for|from|with|who|all|too|again|even|anyway)\b)"
    r"[a-z])",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:classif(?:y|ied|ies)|describe[ds]?|label(?:l?ed|s)|declare[ds]?|brand(?:ed|s)|dismiss(?:ed|es)|expose[ds]?|denounce[ds]?|out(?:ed|s)|reject(?:ed|s)|"
    rf"rate[ds]?|decri(?:ed|es)|call(?:ed|s))\s(?P<matter>.{{3,160}}?)(?:\sas)?(?:\s(?:an?|all|\w+ly|complete|total)){{0,3}}\s{_FALSE}\b",
    re.IGNORECASE,
)
_SCORNED = re.compile(
    rf"\b(?:call(?:ed|s|ing)|dismiss(?:ed|es|ing)|describe[ds]?|label(?:l?ed|s)|slam(?:med|s)|reject(?:ed|s))\s"
    rf"(?P<matter>[^,;]{{0,80}}\b{CLAIMS}\b[^,;]{{0,120}}?)\s(?:as\s)?(?:\w+ly\s)?{_ABSURD}\b"
    rf"|\b(?:{REPELLED}|contrary\sto|retract(?:ed|s)|withdrew)\s(?P<claimed>(?:[\w’'-]+\s){{0,4}}?{CLAIMS}\b.*)",
    re.IGNORECASE,
)
_NO_PLAN = re.compile(
    r"\b(?:is|are|was|were|has|have|had)\s(?:absolutely\s|currently\s)?no\s(?:\w+\s)?(?:plans?|intentions?)\s(?:to|of|for)\s(?P<matter>.+)",
    re.IGNORECASE,
)
_UNRELATED = re.compile(
    r"^(?P<matter>.{3,160}?\s(?:has|have|had|ha[ds])\snothing\s(?:at\sall\s)?to\sdo\swith\s.+)", re.IGNORECASE
)
_MADE_OF = (
    r"(?:\s\w+){0,4}?\s(?:shares?|parts?|portion|proportion|percent(?:age)?|majority|minority|bulk|half|third|quarter|rest|"
    r"most|difference|deficit|ground|time|number|group|team|crew|squad|population|electorate|list|field|panel|members?|minds?)\b"
)
"""What something is made up of, or makes up for, rather than what was made up."""
_SHOWN_FALSE = re.compile(
    r"(?<!\bto\s)\b(?:debunk(?:s|ed|ing)|disprov(?:es?|ed|ing)|discredit(?:s|ed|ing)|refut(?:es|ed|ing)|lied\sabout|fak(?:ed|ing)|"
    rf"fabricat(?:ed|ing)|made\sup(?=\s(?:the|a|an|her|his|their|its|claims?|stories|reports?)\b)(?!{_MADE_OF}))\s(?P<matter>.+)",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"^(?P<matter>.{3,200}?)(?<!\bwhich)(?<!\bthat)\s(?:(?:was|were|has|have|had)?\s?never\s(?:been\s)?|(?:did|does|do|was|were)(?:\snot|n['’]t)\s(?:\w+ly\s)?)"
    r"(?:happen(?:ed)?|occur(?:red)?|take\splace|took\splace|exist(?:ed)?|discussed|proposed|considered)\b",
    re.IGNORECASE,
)
_NO_EVIDENCE = re.compile(
    r"\b(?:is|are|was|were|found|find|finds|has|have|had|saw|see|sees)\s(?:absolutely\s|simply\s)?(?:no|not\sany)\s(?:\w+\s){0,2}?"
    r"(?:evidence|proof|truth|substance|basis|record|indication)\s(?:what(?:so)?ever\s)?(?:that|of|for|to|in|behind)\s"
    r"(?P<matter>.+?)(?:\swhat(?:so)?ever)?$",
    re.IGNORECASE,
)
_MADE_UP = re.compile(r"\b(?:made|making)\s(?P<matter>it|this|that|everything)(?:\sall)?\sup\b", re.IGNORECASE)
_WHOLE = (_SCORNED, _CALLED, _SHOWN_FALSE, _NEVER, _MADE_UP)
_VERBS = (_SCORNED, _CALLED, _NO_EVIDENCE, _NO_PLAN, _SHOWN_FALSE, _NEVER, _UNRELATED, _MADE_UP)
_DOUBLE = re.compile(
    r"\b(?:not|never|no\sone|nobody|den(?:y|ies|ied|ying)|disagree\w*|doubt\w*|whether|if|unless|might|could|(?-i:may)|would|suspicions?|"
    r"wonder\w*|question\w*|ask\w*|believe[ds]?\sso\sbadly)\b|n['’]t\b",
    re.IGNORECASE,
)
_UNTOLD = re.compile(rf"\b(?:no|not|never|none|nothing|without|{UNDONE})\b|n['’]t\b", re.IGNORECASE)
"""What makes `it is true that …` uphold nothing, and `it is not true that …` judge nothing false."""
_CLAUSE = break_at("because", "since", listed=r",\s(?:and|as|so)\s|\sand\s(?=(?:the|it|he|she|they|this|that|we)\s)")
_CLAIMING = re.compile(rf"\s{CLAIMS}\sthat\s", re.IGNORECASE)
_SAYS = re.compile(
    r"(?<!who\s)(?<!which\s)(?<!that\s)(?<!been\s)(?<!was\s)(?<!were\s)\b(?:said|says|say|saying|insist\w*|maintain\w*|claim(?:s|ed|ing)?|conclude\w*|confirm\w*|allege\w*|believe\w*|"
    r"argue\w*|report(?:ed|s)|observed|told(?:\s[\w’']+){1,3}?(?=\sthat))(?:\sthat\b|(?=\s))",
)
_POINTER = re.compile(rf"\b(?:it|this|that|these|those|story|tale|thing|news|everything|{CLAIMS})\b", re.IGNORECASE)
_IT = re.compile(r"(?:.*\W)?it", re.IGNORECASE)
_QUOTES = re.compile(r"[“”\"]|``|''|(?<!\w)[‘']|['’](?!\w)")
_REPORTS = frozenset(
    map(
        stem,
        """story claim claimed report reported rumour rumor news thing whole tale idea account allegation alleged
        accusation accused statement suggestion notion possibility article post purported
        supposed said says believe confirm case
        facts evidence everything everyone someone information assertion speculation insist conclude""".split(),
    )
)
"""Stems of words for what is said rather than for what it is about."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a sentence judges: the content words of it, none where the sentence only points back.

    `upheld` says that it is held true rather than false, `whole` that a report is judged as a whole (a hoax, a lie).
    """

    matter: tuple[str, ...]
    upheld: bool = False
    whole: bool = False


@lru_cache(maxsize=16384)
def find_judgements(text: str) -> tuple[Judgement, ...]:
    """Return the judgements of a sentence; one that is asked, supposed or itself denied is none."""
    plain = " ".join(_QUOTES.sub(" ", text).split())
    if plain.endswith("?"):
        return ()
    return tuple(found for clause in _CLAUSE.split(plain) if clause for found in _read(clause.strip()))


def _read(clause: str) -> Iterator[Judgement]:
    for pattern in _VERBS:
        if match := pattern.search(clause):
            told = match["matter"] or match.groupdict().get("claimed") or ""
            opening = clause[: match.start()] or (told if match.start("matter") == 0 else "")
            if not _DOUBLE.search(opening):
                yield from _state(told or clause, whole=pattern in _WHOLE)
            return
    for part in _CLAIMING.split(clause):
        match = _COPULA.search(part)
        if match and not _DOUBLE.search(match["matter"]):
            told = part[match.end() :].removeprefix(" that ")
            matter = told if _IT.fullmatch(match["matter"]) and told != part[match.end() :] else match["matter"]
            upheld = (match["false"] is None) != bool(match["not"])
            if not (matter == told and _UNTOLD.search(told)):
                yield from _state(matter, upheld=upheld, whole=True)


def _state(told: str, upheld: bool = False, whole: bool = False) -> Iterator[Judgement]:
    """Yield a judgement of what has words of its own, or is a pronoun or report that points back."""
    matter = name_matter(told)
    if matter or _POINTER.search(told):
        yield Judgement(matter, upheld, whole)


def name_matter(text: str) -> tuple[str, ...]:
    """Return the content words of what is judged, without its speaker and words for stories and claims."""
    text = _SAYS.split(text)[-1]
    return tuple(
        dict.fromkeys(
            word for word in content_words(text) if stem(word) not in _REPORTS and fold(word) not in NEGATIONS
        )
    )
