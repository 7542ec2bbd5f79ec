"""Synonyms: verbs that reports use for one and the same deed, where word vectors do not tell that they do."""

from agent.evidence.words.wording import is_same_word
from agent.verify.conflict.assertions import word_keys
from index.language.terms import stem

_CLASSES = tuple(
    frozenset(map(stem, line.split()))
    for line in (
        "capture seize take conquer overrun",
        "recapture retake regain liberate",
        "kill slay murder",
        "die perish",
        "injure wound hurt",
        "resign quit step",
        "fire dismiss sack oust",
        "arrest detain apprehend",
        "charge indict",
        "attack strike assault storm",
        "approve pass adopt",
        "reject rebuff spurn",
        "announce unveil declare proclaim",
        "begin start launch",
        "end finish conclude",
        "rise climb increase grow jump soar",
        "fall drop decrease plunge sink",
        "buy acquire purchase",
        "help assist aid",
        "back support endorse",
        "criticize criticise condemn denounce slam blast",
        "praise laud hail",
        "ask request urge",
        "order command instruct",
        "ban bar prohibit outlaw forbid",
        "allow permit let",
        "elect choose pick select",
        "nominate name appoint",
        "win beat defeat",
        "flee escape",
        "destroy wreck demolish",
        "damage harm",
        "find discover",
        "show reveal",
        "vow pledge promise",
        "leave depart",
        "arrive reach",
        "halt stop suspend",
    )
)
"""Stems of verbs, class by class; classes hold what can be said of one deed, not what is merely near in meaning."""
_EVENTS = tuple(
    frozenset(map(stem, line.split()))
    for line in (
        "explosion blast",
        "fire blaze inferno",
        "crash collision",
        "earthquake quake temblor tremor",
        "flood floods flooding",
        "landslide mudslide",
        "attack assault",
        "storm cyclone hurricane typhoon",
    )
)
"""Stems of nouns for one kind of event each."""


def same_deed(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether two verbs, each given by its stems, are forms of one, or of two in one class."""
    if ours & theirs:
        return True
    return any(not ours.isdisjoint(group) and not theirs.isdisjoint(group) for group in _CLASSES)


def tell_same(word: str, other: str) -> bool:
    """Tell whether two words are forms or spellings of one, or verbs for one deed."""
    return is_same_word(word, other) or same_deed(word_keys(word), word_keys(other))


def spread(word: str) -> frozenset[str]:
    """Return the stems of a word together with those of the verbs that may stand for it."""
    keys = word_keys(word)
    return keys.union(*(group for group in _CLASSES if not keys.isdisjoint(group)))


def name_same(word: str, other: str) -> bool:
    """Tell whether two nouns name one kind of event: a blast is an explosion."""
    keys, others = word_keys(word), word_keys(other)
    return any(not keys.isdisjoint(group) and not others.isdisjoint(group) for group in _EVENTS)
