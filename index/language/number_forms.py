"""Number forms: the patterns of quantities in English text and the words and signs that they are made of."""

import re
from typing import Literal

Hedge = Literal["", "about", "at least", "at most"]

SCALES = {"hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6}
SCALES |= {"billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12}
VAGUE = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_OTHERS = """ruble rouble lira lire yen yuan rupee peso franc crown krona krone kronor kroner dinar rial riyal shekel
zloty rand naira shilling dirham forint hryvnia baht ringgit"""
CURRENCIES = {
    **{"us$": "$", "usd": "$", "dollar": "$", "gbp": "£", "pound": "£", "eur": "€", "euro": "€"},
    **{name: name for name in _OTHERS.split()},
    "rouble": "ruble",
}
"""Signs of currencies by their names in the singular; those without a sign stand for themselves."""

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|zero"
_BIG = "hundred|thousand|million|billion|trillion"
_SMALL = rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{_ONES}))?|{_TEENS}|{_ONES})"
_WORDS = rf"\b(?i:(?:an?\s(?=(?:{_BIG}|dozen)\b)|{_SMALL})(?:[\s-]?(?:{_BIG})(?:(?:\sand)?\s{_SMALL}\b)?)*)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SCALE = rf"[\s-]?(?:{_BIG}|dozen)\b|\s?(?:bn|tn|mn|[mMbBkK])\b"
_CURRENCY = r"(?:US|A|C|NZ|HK)?\$|[£€¥₹₽₪]|\b(?:USD|EUR|GBP)\s?"
_PERCENT = r"\s?%|[\s-]per\s?cent(?:age\spoints?)?\b|\spercentage\spoints?\b"
NUMBER = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?<![\w.,/:#])(?:(?<!\w[-’'])|(?<=magnitude-))(?P<low>{_DIGITS}|{_WORDS})(?P<low_scale>{_SCALE})?"
    rf"(?:(?:\s?[-–—]\s?|\sto\s)(?:{_CURRENCY})?(?P<high>{_DIGITS}|{_WORDS})(?P<high_scale>{_SCALE})?(?!\w))?"
    rf"(?P<rank>(?<=\d)(?:st|nd|rd|th)\b)?(?P<percent>{_PERCENT})?(?![\d:]|[.,/]\d|[^\W_]|\ufffd)"
)
LOOSE = re.compile(
    rf"\b(?i:(?P<vague>{'|'.join(VAGUE)})(?:\sof\s(?P<more>{'|'.join(VAGUE)}))?"
    rf"|(?:(?P<count>an?|one|two|three|four)[\s-])?(?P<share>half|thirds?|quarters?|fifths?|tenths?)(?=\s(?:of|the|its|their)\b)"
    rf"|(?P<times>twice|thrice)(?!\s(?:as|the|that)\b)"
    rf"|(?P<halved>half\sa\s(?:million|billion|thousand|dozen))"
    rf"|(?:(?<=the\s)|(?<=his\s)|(?<=her\s)|(?<=its\s)|(?<=their\s)|(?<=['’]s\s))(?P<nth>{'|'.join(RANKS)}))\b"
)
_WHOLE = r"\d{1,3}(?:,\d{3})+|\d+"
_PENCE = r"(?:\d{1,2}[½¼¾]?|[½¼¾])"
STERLING = re.compile(
    rf"(?:£\s?(?P<pounds>{_WHOLE})[.,]?\s?|(?<![\w.,£])(?P<libra>{_WHOLE})\s?l\.?\s(?=\d+\s?s\b))(?:(?P<shillings>\d{{1,2}})\s?s\b\.?(?:,?\s?(?P<pence>{_PENCE})\s?d\b)?"
    rf"|(?P<mere>{_PENCE})\s?d\b)|(?<![\w.,£])(?P<under>\d{{1,2}})\s?s\b\.?,?\s?(?P<last>{_PENCE})\s?d\b"
)
"""A sum in pounds, shillings and pence: £3 4s. 6d., 2s. 6d."""
HINT = re.compile(
    rf"\d|\b(?:{_SMALL}|{_BIG}|dozen|{'|'.join(VAGUE)}|half|{'|'.join(RANKS)}|quarters?|twice|thrice)", re.IGNORECASE
)
_HEDGE_WORDS: tuple[tuple[Hedge, str, str], ...] = (
    (
        "at most",
        r"n(?:o|ot)\smore\sthan|up\sto|as\s(?:many|much)\sas|at\smost|(?:less|fewer)\sthan|under|below|within",
        "<",
    ),
    (
        "at least",
        r"at\sleast|more\sthan|no\s(?:fewer|less)\sthan|over|above|upwards?\sof|in\sexcess\sof|exceed\w+",
        ">",
    ),
    (
        "about",
        r"about|around|roughly|approximately|nearly|almost|some|(?:an\s)?estimated|close\sto|circa|perhaps",
        "~",
    ),
)
HEDGES = tuple(
    (hedge, re.compile(rf"\b(?i:{words})\s(?:the\s|an?\s)?$|{mark}$")) for hedge, words, mark in _HEDGE_WORDS
)
HEDGE_AFTER = re.compile(r"\s?(?:(?P<least>\+|-?plus\b|or more\b)|(?P<most>or (?:less|fewer)\b)|(?P<about>or so\b))")
IDENTIFIER = re.compile(r"(?:\b(?:No\.|[Nn]umber|page|chapter|[Rr]oute|grade|point)|[A-Z][\w.'’]*)\s$")
AFTER = re.compile(r"[\s-](?=[a-z])((?:[a-z][\w’'-]*\s?){1,3})")
STOP = re.compile(
    r"(?:a|an|the|of|in|on|at|to|by|or|and|as|but|for|from|with|than|that|who|which|per|is|are|was|were|be|been|has|have|had|will|"
    r"would|could|after|before|since|while|when|more|less|other|others|so|plus|dead|killed|wounded|injured|into|over|under|"
    r"during|between|points?)"
)
AGED = re.compile(r"[\s-](year|month|week|day)s?[\s-]old\b")
"""A unit that makes an age of its number: an 11-year old girl, four years old."""
JOINED = re.compile(r"-(?!(?:to|of|plus|something|odd|and|or|on|in|by|up|off|all)\b)([a-z]{2,}(?:-old)?)\b")
"""A unit that a hyphen joins to its number, in the singular: a 13-minute address."""
PLURAL = re.compile(
    r"\w*[^siu\W]s|people|\w*men|women|children|police|staff|crew|personnel|clergy|aircraft|cattle|sheep|[kcm]?m|km/h|k?g"
    r"|ft|mph|[mk]w|\w+-old|(?:day|week|month|year|mile|member)s?"
)
