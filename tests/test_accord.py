"""Accord and discord of whole digests: what two reports share beside other things, and what is no dispute at all."""

from pathlib import Path

import pytest
from newsroom import UNRELATED

from agent.digest.accord.claims import find_claims
from agent.digest.accord.cores import list_cores
from agent.digest.accord.groups import Group
from agent.digest.digest import Status
from agent.digest.statements.context import drop_number
from agent.digest.statements.polarity import denies_same
from agent.digest.statements.statements import gather_statements
from agent.evaluation import agreements
from agent.evaluation.agreements import LABELS, PAIRS, judge_pairs, name_sentence
from agent.evaluation.records import read_records
from agent.evidence.words.likeness import Words
from index.source import Paragraph, Source


def read_claims(words: Words, *reports: str | tuple[str, ...]) -> list[Group]:
    """Return the claims of reports (a text, or their paragraphs) of one day, and of another that tells other things."""
    bodies = [(report,) if isinstance(report, str) else report for report in (*reports, tuple(UNRELATED))]
    sources = [Source(n, f"{n}.txt", "", "", None, "2021-03-03") for n in range(1, len(bodies) + 1)]
    paragraphs = [
        Paragraph(source, n, text)
        for source, body in zip(sources, bodies, strict=True)
        for n, text in enumerate(body, 1)
    ]
    return find_claims(gather_statements(paragraphs, lambda paragraph, _: paragraph.source.id), words)


def list_texts(groups: list[Group], status: Status) -> list[str]:
    return [group.text for group in groups if group.status is status]


@pytest.mark.parametrize(
    ("one", "two", "agreed"),
    [
        (
            "Governor Maren vetoed the bridge bill last week and sent a long letter with it.",
            "Governor Maren vetoed the bridge bill last week, warning the town of Lisk that it could pay for years.",
            "Governor Maren vetoed the bridge bill last week.",
        ),
        (
            "“Put the tolls on hold until such time as I have read all of the harbour's books,” Mayor Vance tweeted.",
            "“Put the tolls on hold until such time as I have read all of the harbour's books,” he posted to Twitter.",
            "Put the tolls on hold",
        ),
        (
            "“We will look closely at how this law might touch the ferries as well as our work force,” he said.",
            "“We will look closely at how this law might touch the ferries as well as our workforce.”",
            "We will look closely",
        ),
        (
            "“There have been many instances in the past when the harbour paid for a wall in full,” he wrote.",
            '"There have been many instances in the past when the harbour paid for a wall in full," the report read.',
            "There have been many instances",
        ),
    ],
)
def test_what_reports_share_beside_other_things_is_agreed(words: Words, one: str, two: str, agreed: str) -> None:
    assert any(agreed in text for text in list_texts(read_claims(words, one, two), Status.AGREED))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Sorn Dairies is recalling 9,000 crates of milk because of a cleaning agent, the food office said.",
            "Sorn Dairies widened its recall of crates of milk because of a cleaning agent from 9,000 to 14,000, the "
            "food office said.",
        ),
        (
            "The port of Lisk is closed until 4 May because of the wreck, the county said.",
            "The port of Lisk is closed because of the wreck until 9 May instead of 4 May, the county said.",
        ),
        (
            "Diving in the bay of Lisk is banned until 1 June because of the wreck, the county said.",
            "The county lifted the ban on diving in the bay of Lisk because of the wreck, which was to last to 1 June.",
        ),
        (
            "In 2015 Orme Works recalled 520,000 gas stoves after seven cooks were burned.",
            "Orme Works' recall of 2015 covered 480,000 gas stoves, after seven cooks were burned.",
        ),
        (
            "Mira Sorn, cleared of taking money from a builder, wants to be mayor again.",
            "A court cleared the former mayor Mira Sorn of taking money from a builder.",
        ),
    ],
)
def test_what_is_no_longer_so_or_told_only_beside_is_not_agreed(words: Words, one: str, two: str) -> None:
    agreed = list_texts(read_claims(words, one, two), Status.AGREED)
    for number in ("9,000", "4 May", "banned", "520,000", "wants"):
        assert not [text for text in agreed if number in text], agreed


def test_short_sentences_are_one_only_where_they_speak_of_the_same(words: Words) -> None:
    denied = "She denied all the charges."
    charged = f"Orla Vance, a former judge, was charged with fraud. {denied}"
    another = f"Her clerk, Mira Sorn, was charged with burning files. {denied}"
    again = f"A court of Lisk charged Orla Vance with fraud. {denied}"
    assert not [text for text in list_texts(read_claims(words, charged, another), Status.AGREED) if denied in text]
    assert [text for text in list_texts(read_claims(words, charged, again), Status.AGREED) if denied in text]


def test_what_goes_from_one_figure_to_another_disputes_no_older_report(words: Words) -> None:
    before = "The council of Lisk raised the harbour's fee to 5 percent on Monday."
    after = "The council of Lisk lowered the harbour's fee from 5 percent to 4.5 percent on Wednesday."
    assert not list_texts(read_claims(words, before, after), Status.DISPUTED)


def test_no_core_is_only_of_whom_something_is_told() -> None:
    cores = list_cores("Of the 53 boats from Lisk that were searched by order of Judge Orla Vance, 31 went to Orme.")
    assert not [core for core in cores if "went" not in core]


_TAKEN = "the army shelled the grain market of Lisk on Tuesday and burned eleven trucks there, {} said."


@pytest.mark.parametrize(
    ("role", "speaker", "agreed"),
    [
        ("a rebel commander", "Adan Reyes, a commander of the rebels,", True),
        ("a rebel commander", "he", True),
        ("officials", "Orla Vance, a spokeswoman of the army,", True),
        ("a rebel commander", "Orla Vance, a spokeswoman of the army,", False),
        ("a rebel commander", "Orla Vance", False),
        ("police", "the hospital", False),
    ],
)
def test_a_speaker_without_a_name_is_nobody_of_another_role(
    words: Words, role: str, speaker: str, agreed: bool
) -> None:
    told = _TAKEN[:1].upper() + _TAKEN[1:]
    groups = read_claims(words, told.format(role), told.format(speaker))
    assert bool(list_texts(groups, Status.AGREED)) == agreed


def test_what_one_negates_and_the_other_does_not_is_not_agreed(words: Words) -> None:
    groups = read_claims(
        words,
        "Averna, which won gold in this event in 2017, didn’t make the podium.",
        "Benn won a fourth medal in this event, after silver in 2005, a bronze four years on and the gold he won in "
        "Averna four years ago.",
    )
    assert not list_texts(groups, Status.AGREED)


def test_no_core_says_only_on_whose_word() -> None:
    known = 'Citing an "officer with knowledge of the case in Lisk," Argus reported Thursday'
    cores = list_cores(f"{known} about a quarrel over the handling of evidence.")
    assert cores and f"{known}." not in cores


def test_no_core_ends_with_how_soon() -> None:
    cores = list_cores("Averna's army struck the harbour of Osmund shortly after a meeting of Ada Vance and Ilse Roe.")
    assert not any(core.endswith("shortly.") for core in cores)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The law gives families the right to sue for any role that officers of Averna may have had in the fire.",
            "Most of the men came from Averna, but the government of Averna denies any role in the fire.",
        ),
        (
            "Whatever the results, Ada Vance has set herself up well for the harbour election of 2024.",
            "Ada Vance will likely push her false claim that the harbour election was stolen, which stirs Osmund.",
        ),
        (
            "The city of Averna hosts the Summer Games for the first time since 1996.",
            "The city was chosen to host the Summer Games in 1944, which did not take place because of the war.",
        ),
    ],
)
def test_what_only_has_the_words_of_a_denial_is_no_dispute(words: Words, one: str, two: str) -> None:
    assert not list_texts(read_claims(words, one, two), Status.DISPUTED)


def test_a_draft_that_is_dismissed_denies_nothing_before_it(words: Words) -> None:
    told = "Mr. Morel, officers said, wrote it on his own and not in response to pressure from the harbour office."
    then = "But when the last draft was sent to Mr. Petra, he dismissed them, saying that it was of no use."
    assert not list_texts(read_claims(words, f"{told} {then}"), Status.DISPUTED)
    assert list_texts(read_claims(words, f"{told} But Mr. Petra dismissed this as nonsense."), Status.DISPUTED)


def test_a_quoted_no_and_a_not_only_negate_nothing() -> None:
    assert denies_same(
        'The lone "no" vote was that of Councillor Roe.', "Councillor Roe gave the lone vote against it."
    )
    assert denies_same("It not only blamed his conduct but his mail.", "It blamed his conduct.")
    assert not denies_same("There was no vote.", "There was a vote.")


def test_tolls_that_one_report_tells_both_are_of_two_events(words: Words) -> None:
    first = "A jet and an army helicopter collided near Lisk. Sixty-seven people were killed."
    second = (
        "A small plane with a child on board crashed into a street of Osmund. Seven people died, six of them on board."
    )
    groups = read_claims(words, (first, second), (second.replace("small", "little"),))
    assert not list_texts(groups, Status.DISPUTED)
    apart = read_claims(words, first, second)
    assert not list_texts(apart, Status.DISPUTED)


def test_a_correction_that_names_only_its_topic_disputes_nothing(words: Words) -> None:
    body = "About 100 organizations around the world were breached by hackers in the Meridian attack of that year."
    note = "An earlier version of this story misstated the number of organizations breached in the Meridian attack."
    assert not list_texts(read_claims(words, (body, f"{note} The figure is about 100.")), Status.DISPUTED)


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("2:01 pm ET March 5, 2026 Share this update The mayor of Lisk spoke.", "The mayor of Lisk spoke."),
        ("8.30pm 12 March 2026 The bridge is shut.", "The bridge is shut."),
        ("8.30 is when the bridge of Lisk shuts.", "8.30 is when the bridge of Lisk shuts."),
    ],
)
def test_when_an_entry_of_a_live_page_was_made_is_no_part_of_it(entry: str, left: str) -> None:
    assert drop_number(entry) == left


def test_judged_pairs_are_found_again_by_their_digests(
    words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "story_triplets.jsonl").touch()
    made = {story["story"] for story in read_records(PAIRS.with_name("folders") / "developing.jsonl")}
    lines = [
        line for line in PAIRS.read_text(encoding="utf-8").splitlines() if any(f'"{each}"' in line for each in made)
    ]
    own = tmp_path / "pairs.jsonl"
    own.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(agreements, "PAIRS", own)
    judged = list(judge_pairs(tmp_path, words))
    assert len(judged) >= 0.9 * len(lines) > 50
    assert {label for label, _ in judged} <= set(LABELS)
    assert not any(agreed for label, agreed in judged if label in "cn")
    assert name_sentence("A") != name_sentence("B")
