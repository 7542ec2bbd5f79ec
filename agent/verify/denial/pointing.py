"""Pointing: denials of what was said right before that repeat nothing of it.

`denied it`, `called the claim nonsense`, `said the figure was wrong`, `knew of no such plan`. What denies exactly what
was said contradicts it; the rest may.
"""

import re

from agent.evidence.words.negation import CLAIMS, speaks_against
from agent.evidence.words.verbs import is_inflected
from agent.verify.denial.denials import find_denials
from agent.verify.denial.judgements import Judgement, find_judgements
from agent.verify.denial.sayings import Saying, is_said, read_saying
from index.language.numbers import find_numbers
from index.language.terms import content_words, split_words, stem

_DETERMINED = r"(?:the|this|that|these|those|such|his|her|their|its|any|both|all(?:\sthe)?)\s(?:\w+\s)?"
_FIGURE = r"(?:figures?|numbers?|totals?|estimates?|sums?|counts?|toll)"
_COUNTED = re.compile(_FIGURE, re.IGNORECASE)
_CLAIM = re.compile(rf"\b{_DETERMINED}(?P<claim>{CLAIMS})\b", re.IGNORECASE)
_COUNT = re.compile(rf"\b(?:the|this|that|these|those|such|his|her|their|its)\s{_FIGURE}\b(?!\sof\b)", re.IGNORECASE)
_MISCOUNTED = re.compile(r"\b(?:wrong|exaggerat\w+|inflated|misleading|too\s(?:high|low))\b", re.IGNORECASE)
_REPELS_COUNT = re.compile(
    rf"\b(?:reject|disput|deni|dismiss|refut|contradict|contest|rebut)\w*\s"
    rf"(?:the|this|that|these|those|such|his|her|their|its|\w+['’]s?)\s(?:\w+\s)?{_FIGURE}\b(?!\sof\b)",
    re.IGNORECASE,
)
"""How the figure that somebody gave is turned down."""
_PRONOUN = re.compile(r"\b(?:it|this|that)\b", re.IGNORECASE)
_UNTRUE = re.compile(
    r"\b(?:untrue|false(?:hoods?)?|lies?|lying|invention|invented|fabricat\w+|baseless|unfounded|groundless|"
    r"made\sup|fantasy|incorrect|inaccurate|misinformation|disinformation|without\s(?:any\s)?(?:foundation|basis|substance)|"
    r"not\s(?:true|accurate|correct)|n['’]t\s(?:true|accurate|correct))\b",
    re.IGNORECASE,
)
_NONSENSE = re.compile(r"\b(?:nonsense|rubbish)\b", re.IGNORECASE)
"""Words that are said of what somebody says, and of no thing; a plan may be nonsense, a painting a fake."""
_LAW = re.compile(r"\b(?:charg|accus|indict|alleg|prosecut|suspect)\w*", re.IGNORECASE)
_GUILT = re.compile(r"\bwrongdoing\b|\binnocence\b|\bnot\sguilty\b", re.IGNORECASE)
_CHARGES = re.compile(r"charges?", re.IGNORECASE)
_ASKED = re.compile(
    r"^\W*(?:when\s)?(?:asked|accused|questioned|confronted|challenged|pressed|charged)\b", re.IGNORECASE
)
_POINTS = re.compile(rf"\b(?:it|this|that|them|{CLAIMS})\W*$", re.IGNORECASE)
_DENYING = re.compile(
    r"\b(?:den(?:y|ie|yi)\w*|reject\w*|dismiss\w*|refut\w*|disput\w*|contradict\w*|rebut\w*|disagree\w*|quash\w*|rubbish\w*|"
    r"describe\w*|call(?:s|ed|ing)|brand\w*|label\w*|nothing\sof\sthe)\b",
    re.IGNORECASE,
)
_YIELDS = re.compile(
    r"\bdisagree\w*,?\s(?:but|yet|though|and)\s.{0,40}?\b(?:abid|accept|respect|compl|obey|honou?r|follow|bow|stand)\w*",
    re.IGNORECASE,
)
"""How somebody disagrees with what was decided, and not with what was said: he disagreed but would abide by it."""
_TURN = re.compile(r"\s(?:but|although|though|while|whereas|and)\s", re.IGNORECASE)
_SUCH = re.compile(
    r"\b(?:no|any|never\s(?:\w+\s){1,2}?an?)\ssuch\s(?:an?\s)?(?!as\b|things?\b)(?P<noun>[a-z]+)\b(?!\sas\b)",
    re.IGNORECASE,
)
_UNKNOWING = re.compile(
    r"\b(?:kn[eo]w\w*|aware|unaware|record\w*|recollection|recall\w*|remember\w*|heard?|s(?:ee|aw|een)|f(?:ind|ound)|evidence|trace|sign)\b",
    re.IGNORECASE,
)
"""Words by which somebody says what he knows: that he saw no such letter does not deny that there was one."""
_SPEAKER = re.compile(r"\W*(?:He|She|They|It)\s(?:had|has|have|was|were|did|does|do|is|are|would|could|can|never)\b")
_ROOT = 4
"""Letters that a noun and the verb for what it names have in common: an offer, offered."""


def denies_said(stated: str, reply: str) -> bool:
    """Tell whether a sentence denies exactly what the one right before it says somebody says, without repeating it."""
    return is_said(stated) and not _goes_on(reply) and (points_to(stated, reply) or _denies_such(stated, reply))


def _goes_on(reply: str) -> bool:
    """Tell whether the speaker before may go on in a sentence: it was forged. `He had written no such thing`."""
    return _SPEAKER.match(reply) is not None and not (read_saying(reply).speaker or _DENYING.search(reply))


def points_to(stated: str, reply: str) -> bool:
    """Tell whether a sentence denies, or pronounces untrue, what the one right before it says, and no thing of it."""
    if _has_antecedent(reply) or _YIELDS.search(reply):
        return False
    if any(denial.before for denial in find_denials(reply)):
        return _fits_charge(stated, reply)
    pointing = [judged for judged in find_judgements(reply) if _may_point(judged)]
    if not pointing or (_UNKNOWING.search(reply) and not any(judged.whole for judged in pointing)):
        return False
    if claim := _CLAIM.search(reply):
        return is_said(stated) and not _is_thing(claim["claim"], stated)
    if _COUNT.search(reply):
        return len(find_numbers(stated)) == 1
    return _UNTRUE.search(reply) is not None and _PRONOUN.search(reply) is not None


def _may_point(judged: Judgement) -> bool:
    """Tell whether a judgement is of what was said before, or of a figure of it, which is then called untrue."""
    return not judged.upheld and all(_COUNTED.fullmatch(word) for word in judged.matter)


def _has_antecedent(text: str) -> bool:
    """Tell whether what a sentence denies by `it` may be told in itself: `asked about the theft, he denied it`."""
    verb = _DENYING.search(text)
    ahead = text[: verb.start()] if verb else ""
    opening = ahead.split(",")[0]
    if "," in ahead and _ASKED.match(opening) and not _POINTS.search(opening):
        return True
    told = _TURN.split(ahead)[:-1]
    return any(is_inflected(word) for part in told for word in split_words(part) if word.islower())


def _fits_charge(stated: str, reply: str) -> bool:
    """Tell whether a sentence is what another denies by name: no thing that is called so, and a charge only of a crime.

    That there is no evidence of a charge is on the side of who denies it.
    """
    if any(not (judged.upheld or judged.whole) for judged in find_judgements(stated)):
        return False
    claim, charged = _CLAIM.search(reply), _LAW.search(stated) is not None
    if claim is None:
        return charged or not _GUILT.search(reply)
    if not is_said(stated) or (_CHARGES.fullmatch(claim["claim"]) and not charged):
        return False
    return not (speaks_against(read_saying(stated).said) or _is_thing(claim["claim"], stated))


def _is_thing(noun: str, stated: str) -> bool:
    """Tell whether a noun for what is said is a thing in the sentence before: he read the report, a report on it."""
    named = re.compile(rf"\b(?:an?|the|this|his|her|their|its|\w+['’]s?)\s(?:\w+\s)?{re.escape(noun)}\b", re.IGNORECASE)
    return named.search(read_saying(stated).said) is not None


def _denies_such(stated: str, reply: str) -> bool:
    """Tell whether it is denied that there was such a thing as the sentence before says: no such offer was made."""
    such = _SUCH.search(reply)
    if such is None or _UNKNOWING.search(reply):
        return False
    denied = find_denials(reply) or such[0].casefold().startswith("no")
    noun = stem(such["noun"])[:_ROOT]
    return bool(denied) and len(noun) == _ROOT and any(stem(word).startswith(noun) for word in content_words(stated))


def miscounts(stated: Saying, reply: str) -> bool:
    """Tell whether the figure of a sentence is called wrong, or that which somebody gives is rejected."""
    if not find_numbers(stated.said):
        return False
    counted = _COUNT.search(reply)
    wrong = counted is not None and _MISCOUNTED.search(reply, counted.end()) is not None
    return wrong or (is_said(stated.text) and _REPELS_COUNT.search(reply) is not None)


def points_such(stated: Saying, reply: str) -> bool:
    """Tell whether a sentence knows of no such thing, sees no evidence for what somebody says, or calls it nonsense."""
    if _SUCH.search(reply):
        return True
    if _has_antecedent(reply) or not any(not (each.matter or each.upheld) for each in find_judgements(reply)):
        return False
    if claim := _CLAIM.search(reply):
        return not (speaks_against(stated.said) or _is_thing(claim["claim"], stated.text))
    return _NONSENSE.search(reply) is not None and _PRONOUN.search(reply) is not None
