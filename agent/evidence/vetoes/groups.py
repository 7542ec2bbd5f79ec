"""Groups: how many women, or soldiers, there were is told neither by the number of all nor by that of another group."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.surroundings import list_above, list_lead
from agent.evidence.context.topics import read_back
from agent.evidence.question import Kind, Question
from agent.evidence.words.casualties import DEATH
from agent.evidence.words.people import is_anybody, is_people
from index.language.numbers import NumberMention, find_numbers
from index.language.sentences import split_sentences
from index.language.terms import stem

_GROUPS = {
    "women": r"wom[ae]n\w*|females?|girls?|mothers?|wi(?:fe|ves)|widows?|lad(?:y|ies)|sisters?|daughters?|nuns?|"
    r"grandmothers?",
    "men": r"(?!\w*wom[ae]n)\w*m[ae]n|males?|boys?|fathers?|husbands?|brothers?|sons?|lads?|grandfathers?",
    "girls": r"girls?|daughters?|schoolgirls?|sisters?|females?",
    "boys": r"boys?|sons?|schoolboys?|brothers?|males?|lads?",
    "children": r"child\w*|kids?|boys?|girls?|pupils?|students?|school\w*|toddlers?|bab(?:y|ies)|infants?|minors?|"
    r"teen\w*|young\w*|juveniles?|sons?|daughters?|newborns?|aged?|[\w-]+-year-olds?|under-\w+|adolescents?",
    "soldiers": r"soldiers?|troops?|service(?:m[ae]n|wom[ae]n)|service\smembers?|marines?|conscripts?|recruits?|army|"
    r"military|infantry\w*|paratroop\w*|commandos?|regiments?|battalions?|brigades?|units?|forces?|garrisons?|personnel|"
    r"officers?|convoys?|patrols?|peacekeep\w*|reservists?|sailors?|gunners?|squad\w*|navy|airm[ae]n|guards(?:m[ae]n)?|"
    r"warriors?",
    "civilians": r"civilians?|non-?combatants?|residents?|villagers?|inhabitants?|locals?|bystanders?|passers-?by|"
    r"wom[ae]n|child\w*|famil(?:y|ies)",
    "tourists": r"tourists?|holiday-?makers?|visitors?|travell?ers?|foreign\w*|guests?|hikers?|vacation\w*|"
    r"backpackers?|sightseers?|pilgrims?|nationals?|passengers?",
    "journalists": r"journalists?|reporters?|correspondents?|camera\w*|photographers?|media|press|news\w*|editors?|"
    r"crews?|broadcasters?|presenters?",
    "firefighters": r"firefighters?|firem[ae]n|firewom[ae]n|brigades?|crews?|rescuers?|fire\sservice|responders?",
    "doctors": r"doctors?|physicians?|medics?|medical|surgeons?|consultants?|GPs?|clinicians?|practitioners?|"
    r"staff|workers?",
    "nurses": r"nurs\w+|medics?|medical|midwi\w+|staff|workers?",
    "teachers": r"teachers?|teaching|lecturers?|educators?|instructors?|tutors?|staff|workers?",
    "policemen": r"polic\w+|officers?|constables?|cops?|detectives?|troopers?|sheriffs?|deput(?:y|ies)|guards?|agents?",
}
"""The nouns by which a group is asked for, each with the words that speak of it."""
_ALIKE = {
    "ladies": "women", "females": "women", "males": "men", "kids": "children", "schoolchildren": "children",
    "servicemen": "soldiers", "troops": "soldiers", "holidaymakers": "tourists", "reporters": "journalists",
    "firemen": "firefighters", "physicians": "doctors", "officers": "policemen",
}  # fmt: skip
_NOUN = "|".join([*_GROUPS, *_ALIKE])
_ASKED = re.compile(
    rf"\b(?:how\smany|number\sof)\s(?:[\w-]+\s){{0,2}}?(?P<one>{_NOUN})\b(?!['’]|\s(?:of|in)\s(?:people|those)\b)"
    rf"(?:\s(?:and|or)\s(?P<two>{_NOUN})\b)?",
    re.IGNORECASE,
)
_WOMEN = re.compile(rf"\b(?:{_GROUPS['women']})\b", re.IGNORECASE)
_UNITS = DEATH | frozenset(map(stem, "injured hurt wounded missing case infection".split()))
"""Stems of what numbers of persons may stand before, beside nouns for them."""

_LOOSE = re.compile(
    r"\b(?:brigades?|units?|forces?|personnel|officers?|squad\w*|staff|workers?|crews?|agents?|guards?|press|news\w*|media|medical|"
    r"aged?|school\w*|nationals?|locals?|responders?)\b",
    re.IGNORECASE,
)
"""Words that may speak of others as well, so that they tell of a group only in the sentence that counts."""
_NAMED = re.compile(r"\s?[A-Z]")
"""What follows a number of people of a nation or town: four Danes."""
_MIXED = frozenset(
    map(
        stem,
        "participant patient adult resident passenger child children woman women girl family pupil student".split(),
    )
)
"""Stems of nouns for persons of either sex, or of the other."""
_PEOPLE = re.compile(
    r"\b(?:people|persons?|participants?|patients?|adults?|residents?|victims?|casualt\w+|dead|deaths?|died|killed|injured|"
    rf"wounded|hurt|toll|{_NOUN})\b",
    re.IGNORECASE,
)
"""Words without one of which it is not known what a sentence counts."""


def tell_other_groups(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences count people in general, or those of another group than one that is asked for by name.

    Men are told apart only where reports speak of women as well, and not from suspects or miners, who may be men.
    """
    asked = _ASKED.search(question.text) if question.kind is Kind.NUMBER else None
    if asked is None:
        return [False] * len(candidates)
    groups = {_ALIKE.get(noun, noun) for noun in map(str.lower, filter(None, asked.groups()))}
    spoken = re.compile(rf"\b(?:{'|'.join(_GROUPS[group] for group in sorted(groups))})\b", re.IGNORECASE)
    if "men" in groups and not any(_WOMEN.search(each.text) for each in candidates):
        return [False] * len(candidates)
    return [_is_other(spoken, each) and ("men" not in groups or not _may_be_men(each)) for each in candidates]


def _is_other(spoken: re.Pattern[str], candidate: Candidate) -> bool:
    if spoken.search(candidate.text):
        return False
    counts = [each for each in find_numbers(candidate.text) if each.kind == "plain"]
    people = [each for each in counts if _counts_people(each)]
    if (
        not people
        or any(_NAMED.match(candidate.text, each.end - len(each.unit)) for each in counts)
        or not _PEOPLE.search(candidate.text)
    ):
        return False
    if any(map(_counts_group, people)):
        return True
    back, above = list(read_back(candidate))[1:], list_above(candidate)[-1:]
    around = [sentence for text in (*back, *above, *list_lead(candidate)) for sentence in split_sentences(text)]
    around = [text for text in around if not _counts_them(spoken, text)]
    return not any(spoken.search(_LOOSE.sub("", text)) for text in (*around, candidate.paragraph.source.title))


def _counts_them(spoken: re.Pattern[str], sentence: str) -> bool:
    """Tell whether a sentence has a number of the group itself, beside which another number is not theirs."""
    return any(spoken.fullmatch(each.unit) for each in find_numbers(sentence) if each.unit)


def _counts_people(mention: NumberMention) -> bool:
    """Tell whether a number counts persons, or may do, as it stands before no noun."""
    return not mention.unit or is_people(mention.unit) or stem(mention.unit) in _UNITS


def _counts_group(mention: NumberMention) -> bool:
    """Tell whether a number counts one of the groups, of which another is asked for."""
    noun = mention.unit.lower()
    return any(noun in (group, _ALIKE.get(group)) or _ALIKE.get(noun) == group for group in _GROUPS)


def _may_be_men(candidate: Candidate) -> bool:
    """Tell whether a sentence counts persons by a noun for what they do, which may be that of men: suspects, miners."""
    units = [each.unit for each in find_numbers(candidate.text) if each.kind == "plain" and each.unit]
    return any(is_people(unit) and not is_anybody(unit) and stem(unit) not in _MIXED for unit in units)
