"""Names: found in a text as they stand there; `aliases` and `spellings` tell how they relate.

Capital letters are the evidence; no list of known names is used, so that any subject works.
"""

import re
from collections.abc import Iterator

from index.language.aliases import NameIndex, abbreviates, covers_name, same_name, spell_variants
from index.language.name_forms import TITLES
from index.language.sentences import split_sentences
from index.language.spellings import match_names, name_key, name_keys

__all__ = [
    "NameIndex",
    "abbreviates",
    "covers_name",
    "find_names",
    "match_names",
    "name_key",
    "name_keys",
    "same_name",
    "spell_variants",
]

_DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"
_CALENDAR = frozenset(f"{_DAYS} {_MONTHS} {_SHORT_MONTHS} gmt utc est edt am pm bst".split())
_SURNAMES = frozenset(("may", "march", "april", "june", "august"))
_OPENERS = frozenset(
    re.findall(
        r"\S+",
        "a about above according across actually after afterwards again against ago ahead all "
        "almost along already also although always amid among an and another any anyone anything "
        "apart are around as ask at away back based be because been before behind being below "
        "besides best better between beyond both but by can cannot could despite did do does done "
        "down due during each earlier either else elsewhere enough even eventually ever every "
        "everyone everything except few fewer finally five following for former four from further "
        "get give given go had half has have having he hence her here hers herself him himself "
        "his how however hundreds i if in indeed inside instead into is it its itself just last "
        "lastly later least less let like likewise little many maybe me meanwhile might millions "
        "mine moreover more most much must my myself near nearly neither never nevertheless next "
        "nine no nobody none nonetheless nor not nothing now of off often oh ok on once only or "
        "other others otherwise our ours out over own part people perhaps please police prior "
        "rather same see several shall she should since so some someone something sometimes soon "
        "still such take than thank thanks that the their theirs them then there therefore these "
        "they this those though thousands through thus till to today together tomorrow tonight "
        "too toward towards under unlike until up upon us very via was we well were what whatever "
        "when where whereas whether which while who whoever whom whose why will with within "
        "without would yes yesterday yet you your yours",
    )
)
"""Words that open a sentence with a capital and are no names by themselves."""

_ORDINARY = re.compile(
    r"\w{3,}(?:ly|ing|ed|ers|ors|ants|ents|ists|ees|men|tions?|sions?|ments?|ness|it(?:y|ies)|ures?|ships?|[ae]nces?)"
    r"|six|seven|eight|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
)
_AFTER_PLURAL = frozenset("that about were who".split())
"""What follows a plural that opens a sentence (`Rumours that …`) rather than a name."""

_PARTICLES = frozenset(
    re.findall(r"\S+", "de da do dos das del della di du la le van von der den ter bin ibn bint al el ul e zu")
)
_LINKS = frozenset(("of", "for", "on", "against", "to"))
_HEAD = re.compile(
    r"\w{4,}(?:ies|ions?|ments?|ance|cil|ships?|try|tory|tute)|University|Universities|Agency|Army|Bank|Battle|Bay|"
    r"Board|Bureau|Cent(?:er|re)|Chamber|Church|City|College|Committee|Conference|Congress|Court|Duchess|Duke|Earl|"
    r"Emirates?|Fellowship|Friends|Front|Fund|Group|Gulf|House|Islands?|Isle|Kingdom|League|Library|Museum|Office|"
    r"Order|Party|Peninsula|Prince|Princess|Republics?|School|Sea|Service|Society|States|Strait|Summit|Treaty|Tower|"
    r"Unions?|War|Archbishop|Bishop|Bill|Statue|Cape|Temple|Voice|Lord|Kings?|Queens?|Act|Day|Head|Hall|Bridge"
)
_BODY = re.compile(
    r"Assembly|Motors|Electric|League|Department|Council|Staff|Elections?|Hospital|Services|Committee|Office"
)
_PAPER = re.compile(r"Times|Telegraph|Mail|Post|Mirror|Express|Herald|Tribune|Star|Night|World|Sun")
_OFFICE = re.compile(
    r"\b(?:Secretary(?:-General|\sGeneral|\sof\s(?:State|Defen[cs]e|the\s\w+))?|(?:[A-Z]\w+\s)?Minister|"
    r"(?:Attorney|Solicitor|Surgeon|Inspector|Director|Lieutenant)[\s-]General|Vice\sPresident|Chief\sJustice)\b"
    r"(?!\sof\s[A-Z])"
)
_TAIL = re.compile(
    r"-(?:\w+ed|\w+ing|led|born|held|run|style|like|wide|made|era|owned|friendly|only|free|old|elect|bound|to|of|in).*$"
)
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’.&][^\W_]+)*['’]?\.?|&|\S")
_CAPITAL = re.compile(r"(?:[a-z]{1,3}[-'’])?[^\W\d_a-z]|[a-z][A-Z]\w")
_CONTRACTED = re.compile(
    r"^(i|you|we|they|it|he|she|who|that|there|here|this|what|where|how|when|let)['’](?:m|re|ve|ll|d|s)$|(n['’]t)$"
)
_ENDED = re.compile(r"['’]s?$|(?<=[^\W\d_]{3})\.$")


class _Token:
    """A word or mark of a sentence, and whether a capital there says anything."""

    __slots__ = ("adjacent", "capital", "lower", "opens", "text")

    def __init__(self, match: re.Match[str], adjacent: bool, opens: bool) -> None:
        self.text = match[0]
        self.lower = _CONTRACTED.sub(r"\1", self.text.rstrip(".").casefold())
        self.capital = _is_capital(self.text) and self.lower not in ("i", "the", "it")
        self.adjacent, self.opens = adjacent, opens


def _is_capital(text: str) -> bool:
    match = _CAPITAL.match(text)
    return match is not None and any(char.isupper() for char in match[0])


def find_names(text: str) -> list[str]:
    """Return the proper names of a text as they stand there, without titles, each once, in order."""
    blanked = _OFFICE.sub(lambda match: ";" * len(match[0]), text)
    sentences = [list(_read_tokens(sentence)) for sentence in split_sentences(blanked)]
    small = {token.text for tokens in sentences for token in tokens if not token.capital}
    return list(dict.fromkeys(name for tokens in sentences for name in _collect(tokens, small)))


def _read_tokens(sentence: str) -> Iterator[_Token]:
    matches = list(_TOKEN.finditer(sentence))
    words = [match[0] for match in matches if len(match[0]) > 3]
    headline = len(words) > 4 and sum(map(_is_capital, words)) > 0.8 * len(words)
    opens, end = True, -1
    for match in matches:
        adjacent = sentence[end : match.start()].isspace() or (end == match.start() and match[0] == "&")
        is_word = match[0][0].isalnum()
        yield _Token(match, adjacent, (opens or headline) and is_word)
        opens = match[0] in '“"‘`([•*:' or (opens and not is_word)
        end = match.end()


def _collect(tokens: list[_Token], small: set[str]) -> Iterator[str]:
    """Yield the longest runs of capitalized tokens, particles and links between them included."""
    run: list[str] = []
    for n, token in enumerate(tokens):
        following = tokens[n + 1] if n + 1 < len(tokens) and tokens[n + 1].adjacent else None
        if run and not token.adjacent:
            yield _name(run)
            run = []
        if _is_part(token, following, bool(run), small):
            run.append(token.text)
        elif run and _links(run, token, tokens[n + 1 :]):
            run.append(token.text)
            continue
        elif run:
            yield _name(run)
            run = []
        if run and ((_ENDED.search(token.text) and token.lower not in TITLES) or _TAIL.search(token.text)):
            yield _name(run)
            run = []
    if run:
        yield _name(run)


def _is_part(token: _Token, following: _Token | None, inside: bool, small: set[str]) -> bool:
    """Tell whether a capitalized token is a part of a name here."""
    if not token.capital:
        return False
    before_name = following is not None and following.capital
    next_text = following.text if following else ""
    if token.lower in _CALENDAR:
        surname = inside and token.lower in _SURNAMES and not next_text[:1].isdigit()
        given = token.text == "Jan" and before_name and next_text.casefold() not in _CALENDAR
        return surname or given or (before_name and _PAPER.fullmatch(next_text.rstrip(".")) is not None)
    if token.lower in TITLES and not (inside and not before_name):
        return _BODY.fullmatch(next_text) is not None
    if not token.opens or (token.text.isupper() and len(token.text) > 1):
        return token.lower not in _OPENERS or token.text.isupper()
    if token.lower in _OPENERS or (token.lower in small and not before_name):
        return False
    plural = token.lower.endswith("s") and next_text in _AFTER_PLURAL
    return before_name or not (plural or _ORDINARY.fullmatch(token.lower) or token.lower.endswith(("n't", "n’t")))


def _links(run: list[str], token: _Token, rest: list[_Token]) -> bool:
    """Tell whether a small word joins the run to a capitalized token (Bank of England, bin Laden)."""
    rest = rest[1:] if rest and (rest[0].text in _PARTICLES or rest[0].text == "the") else rest
    if not rest or not rest[0].capital or not rest[0].adjacent or rest[0].lower in _CALENDAR:
        return False
    if token.lower in _PARTICLES or token.text == "&" or run[-1] in _PARTICLES:
        return True
    return token.lower in _LINKS | {"the"} and any(_HEAD.fullmatch(word) for word in run[-2:])


def _name(run: list[str]) -> str:
    """Return the run as it stands in the text, without possessive, hyphenated tail and closing stop."""
    last = _TAIL.sub("", re.sub(r"['’]s?$", "", run[-1]))
    keeps_stop = re.fullmatch(r"(?:[^\W\d_]\.)+|(?:Jr|Sr|Inc|Ltd|Co|Corp|St)\.", last)
    return " ".join([*run[:-1], last if keeps_stop else last.rstrip(".")])
