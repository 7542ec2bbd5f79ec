"""Verbs: whether the verb that a date belongs to is in the present, which news uses for days that are still to come."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Form(StrEnum):
    """How a verb tells of its deed: `hears`, `is heard`, `heard`."""

    PRESENT = "present"
    PASSIVE = "passive"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb of a clause, or the last word of one that has several, and where it ends."""

    word: str
    form: Form
    end: int


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BE, _WAS = frozenset(("is", "are", "am")), frozenset(("was", "were", "been", "had", "did", "said", "told"))
_HELPING = frozenset(("has", "have", "does", "do", "can", "may", "must"))
_NO_SUBJECT = frozenset(
    """a an the this that these those his her its their our my your no some any all both each every of in on at to for
    from by with about over into between against after before during under as than and or but not more two three four
    five six seven eight nine ten several many few new first last next""".split()
)
"""Words behind which what may be a noun or a verb is a noun, or a base form no verb of the sentence."""
_SEVERAL = frozenset("they we you i police people men women children".split())
_LOOKING_BACK = re.compile(
    r"(?:say|tell|show|reveal|report|suggest|claim|alleg|blam|den|admit|remember|recall|regret|describ|accus|concern|"
    r"relat|follow|stem|dat|know|believ|think|confirm|insist|nam|mean|prov|belong|cover|includ|contain|stat|explain|"
    r"add|not|stand|credit|thank|commemorat)(?:e?s|ies|y|e)?"
)
"""Verbs of the present by which is told of what has been."""
_MISHAP = re.compile(
    r"\b(?:accident|attack|blast|blaze|bombing|brawl|burglary|clash|collapse|collision|crash|death|derailment|disaster|"
    r"explosion|fall|fire|flood|incident|killing|landslide|massacre|murder|outage|outbreak|quake|earthquake|raid|riot|"
    r"robbery|shooting|spill|stabbing|storm|theft|tragedy|unrest|violence|wreck)(?:e?s)?\b",
    re.IGNORECASE,
)
"""What nobody sets a day for."""
_DONE = re.compile(
    r"\b(?:of|for|with|after|by|about|over|from|to|into)\s(?:\w+ly\s)?\w+ing\b|^\s(?:\w+ly\s)?\w+ing\b"
    r"|\b(?:after|following|because|over|since|ago)\b"
)
"""What follows a verb of the present and was done before: is accused of taking, denies taking, over a loss."""
_ELSEWHERE = re.compile(r"\b(?:of|that|who|which|when|where|whether|if|the|dated)\s(?:on\s)?$")
"""What stands before a date that belongs to a noun, or to a verb behind it."""


_ASIDE = re.compile(r",\s(?:who|whose|which|where)\b[^,]*,")
_SCHEDULED = re.compile(
    r"is|are|(?:re)?open(?:s|ing)?|(?:begin|start|end|resum|finish|clos|expir|meet|vot|hear|rul|decid|tak|retir|step|fac|appear|"
    r"launch|releas|publish|mov|replac|becom|play|host|fly|fl|go|com|leav|depart|return|travel|sail|visit|hand|hold|debat|"
    r"elect|run|fall|turn|join|marr|air)(?:e?s|ies|ing|n?ning|e|y)?"
)
"""Verbs of what is done at a time that was set for it."""
_HEADS = re.compile(r"\s?(?:['’]s\b|[-–—:]\s)|[^.;,]{0,25}(?:-RRB-|\))")
"""How it goes on behind a day that heads a line, stands in brackets or is a noun's."""
_FIRST = re.compile(r"\W*(?:(?:But|And|Then)\s)?(?:(?:[Oo]n|[Bb]y|[Ff]rom)\s)?")


def is_present(before: str, after: str) -> bool | None:
    """Tell whether the verb that a date belongs to tells in the present of what is to come; None where it may.

    What is shown on a picture is told in the present as well, but hardly what is done at a set time.

    `before` and `after` are its clause on either side of the date.
    """
    before = _ASIDE.sub(" ", before)
    verb = next(reversed(list(_find_verbs(before, after))), None)
    if verb is None:
        return _opens_present(before, after)
    rest = before[verb.end :]
    if verb.form is Form.PAST or _HEADS.match(after) or _LOOKING_BACK.fullmatch(verb.word):
        return False
    if _MISHAP.search(rest) or _DONE.search(rest) or _ELSEWHERE.search(before):
        return False
    return True if verb.form is Form.PRESENT and _SCHEDULED.fullmatch(verb.word) else None


def tells_past(clause: str) -> bool:
    """Tell whether a clause has a verb in the past."""
    return any(verb.form is Form.PAST for verb in _find_verbs(clause, ""))


def _opens_present(before: str, after: str) -> bool | None:
    """Tell whether a date opens a clause of which all verbs are in the present."""
    if not _FIRST.fullmatch(before) or _HEADS.match(after):
        return False
    verbs = list(_find_verbs(after, ""))
    if not verbs or any(verb.form is not Form.PRESENT or _LOOKING_BACK.fullmatch(verb.word) for verb in verbs):
        return False
    if _MISHAP.search(after) or _DONE.search(after):
        return False
    return True if _SCHEDULED.fullmatch(verbs[0].word) else None


def _find_verbs(clause: str, after: str) -> Iterator[Verb]:
    """Yield the finite verbs of a clause; what may be a noun as well is one only where the clause has no other."""
    words = list(_WORD.finditer(clause))
    behind = [found] if (found := _WORD.search(after)) else []
    last: Form | None = None
    helped = ""
    for place, match in enumerate(words):
        word, before = match[0], words[place - 1][0] if place else ""
        follows = [each[0] for each in (*words[place + 1 : place + 2], *behind)]
        form = _read_form(word, before, alone=last is None and not any(map(_is_verb, follows)))
        if form is Form.PAST and helped in _BE and not word.endswith("dated"):
            form = Form.PASSIVE
        if form is not None:
            yield Verb(word, form, match.end())
            last = form
        helped = word if word in _BE | _HELPING else helped if word.endswith("ly") else ""


def _read_form(word: str, before: str, alone: bool) -> Form | None:
    """Return the form of a word that is a finite verb where it stands, None for any other.

    `alone` is where no other verb is beside it, so that what may be a noun has to be one.
    """
    if word in _WAS:
        return Form.PAST
    if word in _BE or word in _HELPING:
        return Form.PRESENT
    lemmas = _list_lemmas(word)
    verbs = lemmas.get("VERB", ())
    if not verbs or word.endswith("ing"):
        return Form.PRESENT if verbs and before in _BE else None
    noun = "NOUN" in lemmas or "ADJ" in lemmas
    subject = bool(before) and before.lower() not in _NO_SUBJECT and not before[0].isdigit()
    inflected = any(lemma != word for lemma in verbs)
    if not inflected:
        nouns = _list_lemmas(before.lower()).get("NOUN", ()) if before.endswith("s") else ()
        several = before.lower() in _SEVERAL or any(noun != before.lower() for noun in nouns)
        return Form.PRESENT if alone and subject and several and not _is_past_too(word) else None
    if not word.endswith("s"):
        return Form.PAST if subject or not noun or word.endswith("ed") else None
    return Form.PRESENT if not noun or (alone and subject) else None


@lru_cache(maxsize=4096)
def _is_past_too(word: str) -> bool:
    """Tell whether the past of a verb is spelt like its infinitive: hit, shut."""
    from lemminflect import getInflection  # type: ignore[import-untyped]

    return word in getInflection(word, "VBD")


def _is_verb(word: str) -> bool:
    """Tell whether a word is a verb, which what stands before it then is not."""
    if word in _BE | _WAS | _HELPING or word in ("will", "would", "could", "should", "might"):
        return True
    lemmas = _list_lemmas(word)
    inflected = any(lemma != word for lemma in lemmas.get("VERB", ()))
    return inflected and (word.endswith("ed") or not ("NOUN" in lemmas or word.endswith("ing")))


@lru_cache(maxsize=16384)
def _list_lemmas(word: str) -> Mapping[str, tuple[str, ...]]:
    from lemminflect import getAllLemmas

    found: Mapping[str, tuple[str, ...]] = getAllLemmas(word) if word.isascii() and word.islower() else {}
    return found
