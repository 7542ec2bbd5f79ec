"""Decisions: whether a sentence decides what the one right before it says that somebody asked for.

`She asked for leave to appeal. The judge refused it.` What was only asked for is not what came of it.
"""

import re

from agent.verify.conflict.assertions import match_name
from agent.verify.conflict.clauses import break_at
from index.language.names import find_names

MOST = 40
"""Words of a sentence that decides: a longer one goes on to something else."""

_SOMEBODY = (
    r"(?:(?:me|us|him|her|them|(?:the|a|his|her|their|our)\s(?:(?!\b(?:about|whether|if|how|why|what|who)\b)[^,;.]){2,40}?|"
    r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3})\s)?"
)
_ASKED = re.compile(
    rf"\b(?:(?:asked|asks|applied|applies|appealed|petitioned|begged|pleaded|pressed|called|moved|bid)\s{_SOMEBODY}"
    rf"(?:for\s(?!nothing\b)|to\s(?:be\s)?[a-z]|that\s)|(?:invited|invites|urged|urges|requested)\s{_SOMEBODY}(?:to\s|that\s)|"
    r"(?:sought|seeks|requested|requests|demanded|demands|proposed|proposes|offered|offers|moved|submitted|tabled)\s"
    r"(?:that\s|to\s|an?\s|the\s|his\s|her\s|their\s|its\s|permission|leave|bail|[£$€\d]))"
)
"""How a sentence tells that somebody asked for something, or offered it."""
_NOUN = (
    r"(?:request|application|motion|appeal|petition|plea|invitation|proposal|demand|bid|offer|submission|amendment|"
    r"permission|leave|bail|claim|argument|suggestion|idea|call)s?"
)
_IT = rf"(?:it|this|that|them|him|her|so|(?:the|this|that|these|his|her|their|its|both|all)\s(?:\w+\s)?{_NOUN})"
_END = (
    r"(?=\W*$|\s?[,;:.—–(]|\s(?:and|but|because|as|on|in|at|by|with|without|after|before|for|last|yesterday|today|"
    r"when|though)\b)"
)
_DID = (
    r"(?:refus(?:ed?|es)|declin(?:ed?|es)|reject(?:ed|s)?|dismiss(?:ed|es)?|den(?:ied|ies|y)|grant(?:ed|s)?|allow(?:ed|s)?|"
    r"accept(?:ed|s)?|approv(?:ed?|es)|agree(?:d|s)?\sto|upheld|overrul(?:ed?|es)|adopt(?:ed|s)?|turn(?:ed|s)?\sdown|"
    r"thr(?:ew|ows?)\sout|vot(?:ed|es)\sdown|withdrew|withdraws?)"
)
_ALONE = r"(?:refus(?:ed?|es)|declin(?:ed?|es)|agreed|agrees|consent(?:ed|s)|accept(?:ed|s))"
_OPEN = (
    r"(?<!\bto\s)(?<!\bor\s)(?<!\bcould\s)(?<!\bmight\s)(?<!\bmay\s)(?<!\bwould\s)(?<!\bshould\s)(?<!\bwill\s)"
    r"(?<!\bcan\s)"
)
"""What is only possible or still to come decides nothing."""
_NOT = r"(?:do|does|did|would|will|could|can|is|was|were)(?:\snot|n['’]t)|cannot|can['’]t|never|won['’]t"
_DECIDES = re.compile(
    rf"\b{_OPEN}(?:{_DID}\s{_IT}{_END}|{_DID}\s(?=to\sdo\sso\b)|(?:turn(?:ed|s)?|vot(?:ed|es))\s{_IT}\sdown\b|"
    rf"(?:{_ALONE}|(?:{_NOT})\s(?:agree|consent|accept|oblige|do\s(?:so|that|it)))(?:\sto\sdo\s(?:so|that|it|this))?"
    r"(?=\W*$|\s?[;:—–.]|,\s))"
)
_SETTLED = re.compile(
    rf"^\W*(?:(?:It|That|This|Both|Permission|Leave|Bail|(?:The|His|Her|Their|Its)\s{_NOUN})\s"
    r"(?:is|was|were|has\sbeen|had\sbeen|have\sbeen)\s(?:(?:not|never|later|then|duly|\w+ly)\s){0,2}"
    r"(?:refused|declined|rejected|dismissed|denied|granted|allowed|accepted|approved|agreed(?:\sto)?|upheld|overruled|"
    rf"adopted|turned\sdown|thrown\sout|voted\sdown)|(?:The|His|Her|Their|Its)\s{_NOUN}\s(?:failed|fell|succeeded))\b"
)
_CLAUSE = break_at("who", "which", "after", "when", "because", listed=r"[,;:]\s(?=(?:and|but)\s)")
_QUOTES = re.compile(r"“[^”]*”|\"[^\"]*\"")


def decides(stated: str, reply: str) -> bool:
    """Tell whether a sentence decides what the one before tells that somebody else asked for, and does nothing else."""
    asked = _ASKED.search(_QUOTES.sub("“”", stated))
    told = _QUOTES.sub("“”", reply)
    if asked is None or len(reply.split()) > MOST or told.rstrip('”" ').endswith("?"):
        return False
    opening = _CLAUSE.split(told)[0]
    if _SETTLED.match(opening):
        return True
    deed = _DECIDES.search(opening)
    return deed is not None and not _is_asker(stated[: asked.start()], opening[: deed.start()])


def _is_asker(asker: str, decider: str) -> bool:
    """Tell whether who is told to decide is named as who asked."""
    names = find_names(asker)
    return any(match_name(name, names) for name in find_names(decider))
