"""Spellings: the names of a story, each with the other forms in which its sources write it."""

import re
from calendar import day_name, month_name
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from agent.digest.digest import Name
from agent.evidence.context.referents import ROLES
from index.language.name_forms import TITLES
from index.language.names import NameIndex, abbreviates, covers_name, find_names, name_key
from index.language.numbers import find_numbers
from index.language.parts_of_speech import is_proper
from index.language.terms import split_words
from index.language.vocabulary import POSSESSIVE
from index.source import Paragraph, Source

_TIMES = frozenset(map(str.casefold, (*day_name, *month_name[1:]))) - {"may", "april", "june", "august"}
"""Days, and months that are nobody's name."""
_LEAST = 2
"""Paragraphs that must have a name (in whatever form) for it to be listed."""

_OWNED = re.compile(r"(?:his|her|their|your|my|our)\s", re.IGNORECASE)
_MARK = re.compile(r"(?:[A-Z]\.?){1,2}")
"""What stands for nobody: an initial, or an office or degree behind a name (L. Finch PC)."""
_ROLE = re.compile(rf"(?:{'|'.join(sorted(ROLES | TITLES))}|chair|[a-z]{{3,}}(?:man|woman|person))")
"""What somebody is, before the name."""
_HELD = re.compile(r"\s(?:of|for|in)\s(?P<rest>.+)$", re.IGNORECASE)


def gather_names(story: Sequence[Source], paragraphs: Mapping[int, Sequence[Paragraph]]) -> tuple[Name, ...]:
    """Return the names of a story's sources, the most used first.

    Spellings of one name stand together, with its acronym and its short form where only one name of the story
    can be meant; a name is given in the spelling that most sources use.
    """
    read = [paragraph for source in story for paragraph in paragraphs.get(source.id, ())]
    common = _count_lower(read)
    places = {name: found for name, found in _find_places(read).items() if not _is_word(name, len(found), common)}
    holders = {name: {source for source, _ in found} for name, found in places.items()}
    order = sorted(places, key=lambda name: (-len(holders[name]), -len(places[name]), name))
    groups = _attach_short(_group_spellings(order), holders)
    weighed = [(len(set[tuple[int, int]]().union(*(places[name] for name in group))), group) for group in groups]
    listed = sorted(weighed, key=lambda entry: (-entry[0], entry[1][0]))
    return tuple(Name(*_distinguish(group)) for total, group in listed if total >= _LEAST)


def _distinguish(group: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the first spelling and those of the others that differ in more than capitals and apostrophes."""
    distinct: dict[str, str] = {}
    for name in group:
        distinct.setdefault(name.casefold().replace("’", "'"), name)
    first, *others = distinct.values()
    return first, tuple(others)


def _count_lower(paragraphs: Iterable[Paragraph]) -> Counter[str]:
    """Count the paragraphs that have each word without a capital."""
    return Counter(word for each in paragraphs for word in set(split_words(each.text)) if word.islower())


def _is_word(name: str, held: int, common: Mapping[str, int]) -> bool:
    """Tell whether a name is a number or a day, or a word that the story has as often without a capital."""
    if " " in name:
        return False
    number = any(mention.text == name for mention in find_numbers(f"{name} men"))
    return number or name.casefold() in _TIMES or 2 * common.get(name.casefold(), 0) >= held


def _find_places(paragraphs: Iterable[Paragraph]) -> dict[str, set[tuple[int, int]]]:
    """Return the paragraphs, by source id and number, that have each name."""
    places: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for paragraph in paragraphs:
        for name in find_names(paragraph.text):
            places[_drop_office(POSSESSIVE.sub("", name))].add((paragraph.source.id, paragraph.n))
    for name in [name for name in places if name.isupper() and name.title() in places]:
        places[name.title()] |= places.pop(name)
    return dict(places)


def _drop_office(name: str) -> str:
    """Return a person's name without the office that is put before it: Councilwoman Renee Holt."""
    words = name.split()
    for count in range(1, len(words) - 1):
        office, person = words[:count], words[count:]
        if _ROLE.fullmatch(office[-1].lower()) and not any(map(is_proper, office)) and any(map(is_proper, person)):
            return " ".join(person)
    return name


def _group_spellings(order: Sequence[str]) -> list[list[str]]:
    """Gather under each name, the most used first, its spellings; none is a spelling of a spelling only."""
    index = NameIndex(order)
    place = {name: number for number, name in enumerate(order)}
    taken: set[str] = set()
    groups: list[list[str]] = []
    for name in order:
        if name not in taken:
            variants = [other for other in index.find_variants(name) if other not in taken]
            groups.append([name, *sorted(variants, key=place.__getitem__)])
            taken.update(groups[-1])
    return groups


def _attach_short(groups: list[list[str]], holders: Mapping[str, set[int]]) -> list[list[str]]:
    """Move acronyms and short forms to the one name of the story that they can stand for."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for key in {key for name in group for key in (_last_key(name), *_initials(name))}:
            known[key].add(number)
    full: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        near = known[_letters(group[0])] | known[_last_key(group[0])]
        found = [other for other in sorted(near - {number}) if _stands_for(group, groups[other], holders)]
        if found:
            full[number] = found
    joined = [list(group) for group in groups]
    for number, others in full.items():
        if len(others) == 1 and others[0] not in full:
            joined[others[0]] += groups[number]
            joined[number] = []
    return [group for group in joined if group]


def _last_key(name: str) -> str:
    return name_key(name.split()[-1])


def _letters(name: str) -> str:
    return name.replace(".", "").upper() + "."


def _initials(name: str) -> set[str]:
    """Return what an acronym of the name may be: the capitals of its words, or of those before an `of`."""
    words = [name, name.partition(" of ")[0]]
    return {"".join(re.findall(r"(?<![^\W_])[^\W\d_a-z]", part)) + "." for part in words if " " in part}


def _has_initial(name: str) -> bool:
    """Tell whether a name of two words has only an initial for one, as the office J.P. is none of J. Peacock's."""
    words = name.replace(".", " ").split()
    return len(words) == 2 and min(map(len, words)) == 1


def _is_end_only(full: str, short: str) -> bool:
    """Tell whether what ends a name does not stand for it: Friends for a Society of Friends, her Honour, an initial."""
    if _MARK.fullmatch(short) or _OWNED.match(full):
        return True
    held = _HELD.search(full)
    return held is not None and (name_key(held["rest"]) == name_key(short) or not is_proper(short.split()[-1]))


def _stands_for(short: Sequence[str], full: Sequence[str], holders: Mapping[str, set[int]]) -> bool:
    """Tell whether a name is another's acronym, or its short form in half the sources that use that."""
    if any(abbreviates(short[0], name) and not ("." in short[0] and _has_initial(name)) for name in full):
        return True
    if not any(covers_name(name, short[0]) and not _is_end_only(name, short[0]) for name in full):
        return False
    users = set[int]().union(*(holders[name] for name in short))
    introduced = set[int]().union(*(holders[name] for name in full))
    return 2 * len(users & introduced) >= len(users)
