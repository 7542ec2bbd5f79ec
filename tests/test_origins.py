import pytest
from newsroom import BUDGET, FERRY_EDIT, FERRY_OWN, FERRY_WIRE, print_reports

from agent.digest.accord.claims import find_claims
from agent.digest.digest import Status
from agent.digest.statements.statements import gather_statements
from agent.digest.voices.origins import find_origins
from agent.evidence.words.likeness import Words

WIRE, EDIT, OWN = (
    ("Ferry hits rocks", "2024-05-13", FERRY_WIRE),
    ("Two missing", "2024-05-14", FERRY_EDIT),
    ("A dark buoy", "2024-05-15", FERRY_OWN),
)

MORE = [
    "Our reporter counted eleven fishing boats in the little basin below the church, and none had a radio.",
    "A retired pilot who asked not to be named keeps the log books of forty winters in a biscuit tin.",
    "The island lives from sponges, from a chapel to which pilgrims come, and lately from holiday flats.",
]
"""What a report says by itself besides."""


def test_an_edit_of_agency_copy_is_no_second_voice() -> None:
    found = find_origins(*print_reports(EDIT, OWN, WIRE))
    assert [(each.origin, each.copy_of) for each in found.sources] == [(1, "02.txt"), (2, None), (1, None)]
    assert found.count == 2


def test_a_quarter_of_agency_copy_makes_a_copy() -> None:
    mixed = ("Ferry latest", None, [*FERRY_OWN[:1], *BUDGET[:2], FERRY_EDIT[1], FERRY_EDIT[2]])
    assert find_origins(*print_reports(mixed, WIRE)).count == 1


def test_a_shared_quotation_is_no_copy() -> None:
    quotation = FERRY_OWN[1].replace("said Irena Vos, who sells fish on the quay", "Irena Vos said")
    own = ("a", "2024-05-15", [quotation, *FERRY_OWN[2:]])
    sources, paragraphs = print_reports(own, ("b", "2024-05-15", [*BUDGET, quotation]))
    found = find_origins(sources, paragraphs)
    assert found.count == 2
    assert [found.voice(paragraphs[n][place], quotation) for n, place in ((0, 0), (1, -1))] == [1, 2]


LATER = (
    "Men found",
    "2024-05-18",
    [
        "Divers on Saturday found the last two men of the Tharos ferry in its engine room.",
        "Prosecutors opened a case against the island's lighthouse office over the buoy.",
    ],
)


@pytest.mark.parametrize(
    ("first", "second", "voices"),
    [
        ("The Lisk Courier", "Lisk Courier", 1),
        ("Küstenbote", "kustenbote", 1),
        ("Vos & Daughter", "Vos and Daughter", 1),
        ("www.liskcourier.com", "https://liskcourier.com/tharos", 1),
        ("Lisk Courier | Politics", "Lisk Courier", 1),
        ("Lisk Courier", "Orme Courier", 2),
        ("Lisk Courier", "Lisk Courier on Sunday", 2),
        ("World News", "World News", 2),
        ("Opinion", "Opinion", 2),
        ("By Irena Vos", "By Irena Vos", 2),
        ("news@lisk.org", "news@lisk.org", 2),
        (None, None, 2),
        (None, "Lisk Courier", 2),
    ],
)
def test_an_outlet_that_reports_again_is_no_second_voice(first: str | None, second: str | None, voices: int) -> None:
    own = ("A dark buoy", "2024-05-15", FERRY_OWN)
    found = find_origins(*print_reports(own, LATER, publishers=(first, second)))
    assert found.count == len({each.origin for each in found.sources}) == voices
    assert [each.copy_of for each in found.sources] == [None, None]


@pytest.mark.parametrize("line", ["By Irena Vos", "Interview by Irena Vos", "Text and pictures by: Irena Vos, Tharos"])
def test_who_wrote_for_two_outlets_joins_neither(line: str) -> None:
    own = ("A dark buoy", "2024-05-15", [line, *FERRY_OWN])
    assert find_origins(*print_reports(own, LATER, publishers=("Irena Vos", "Irena Vos"))).count == 2


@pytest.mark.parametrize(
    ("line", "voices"),
    [
        ("PORT SELMA (Strait News Agency)", 2),
        ("By Strait News Agency", 2),
        ("By Strait News Agency and our own staff", 1),
        ("PORT SELMA (own correspondent)", 1),
        ("Selma (Strait News Agency)", 1),
    ],
)
def test_agency_copy_is_not_the_voice_of_the_paper_that_prints_it(line: str, voices: int) -> None:
    printed = ("A dark buoy", "2024-05-15", [line, *FERRY_OWN])
    found = find_origins(*print_reports(printed, LATER, publishers=("Lisk Courier", "Lisk Courier")))
    assert found.count == voices


def test_an_agency_that_two_papers_print_on_two_days_is_one_voice() -> None:
    title, day, body = LATER
    later = (title, day, [f"PORT SELMA (Reuters) - {body[0]}", body[1]])
    assert find_origins(*print_reports(WIRE, later, publishers=("Lisk Courier", "Orme Post"))).count == 1
    assert find_origins(*print_reports(WIRE, LATER, publishers=("Lisk Courier", "Orme Post"))).count == 2


def test_a_message_sent_on_is_not_the_words_of_who_sent_it() -> None:
    first, second = ("Fwd: A dark buoy", "2024-05-15", FERRY_OWN), (f"FW: {LATER[0]}", *LATER[1:])
    assert find_origins(*print_reports(first, second, publishers=("Ada Roe", "Ada Roe"))).count == 2
    assert (
        find_origins(*print_reports(("A dark buoy", *first[1:]), LATER, publishers=("Ada Roe", "Ada Roe"))).count == 1
    )


def test_a_tag_makes_less_shared_text_enough() -> None:
    report = ("Long read", "2024-05-16", [*FERRY_OWN, *BUDGET, *MORE, FERRY_WIRE[3], FERRY_WIRE[4]])
    untagged = find_origins(*print_reports(WIRE, report))
    tagged = find_origins(*print_reports(WIRE, report, publishers=("Reuters", "Reuters")))
    assert (untagged.count, tagged.count) == (2, 1)


def test_borrowed_sentences_are_the_voice_of_their_origin() -> None:
    relayed = "A coast guard officer told Reuters that the ferry had no pilot on board."
    report = ("Own report", "2024-05-16", [*FERRY_OWN, *BUDGET, FERRY_WIRE[3], relayed])
    sources, paragraphs = print_reports(WIRE, report)
    found = find_origins(sources, paragraphs)
    voices = [found.voice(paragraph, paragraph.text) for paragraph in paragraphs[1]]
    assert found.count == 2
    assert voices == [2] * (len(voices) - 2) + [1, 1]


def test_a_block_that_a_source_repeats_counts_once() -> None:
    block = FERRY_WIRE[3]
    repeating = ("b", "2024-05-15", [*FERRY_OWN, *BUDGET, *[block] * 9])
    assert find_origins(*print_reports(WIRE, repeating)).count == 2


def test_forty_copies_of_one_text_are_one_origin() -> None:
    copies = [(f"{n}", None, [text.replace("Monday", f"Monday the {n}") for text in FERRY_WIRE]) for n in range(40)]
    found = find_origins(*print_reports(*copies))
    assert found.count == 1
    assert sum(each.copy_of is None for each in found.sources) == 1


def test_odd_sources_have_an_origin_each() -> None:
    chinese = [
        "一艘载有八十四人的渡轮星期一在塔罗斯岛附近触礁，海岸警卫队说，除两人外，所有人都在三小时内被送上岸。"
    ] * 3
    found = find_origins(*print_reports(("a", None, []), ("b", None, ["Yes."]), ("c", None, chinese), WIRE))
    assert found.count == 4
    assert find_origins([], {}).count == 0


def test_copies_are_found_in_languages_without_spaces() -> None:
    lines = [
        "一艘载有八十四人的渡轮星期一在塔罗斯岛附近触礁，海岸警卫队说，除两人外，所有人都在三小时内被送上岸。",
        "塔罗斯岛的港务长说，北部浮标的灯自周末的暴风雨以来一直没有亮，船长已经被停职接受调查。",
    ]
    assert find_origins(*print_reports(("a", None, lines), ("b", None, lines[::-1]))).count == 1


def test_the_wire_itself_goes_before_a_fuller_reprint_that_keeps_its_tag() -> None:
    tagged = [FERRY_WIRE[0].replace("Reuters", "Selma Wire"), *FERRY_WIRE[1:]]
    fuller = ("Ferry on rocks", "2024-05-13", [*tagged, *FERRY_OWN[2:]])
    sources, paragraphs = print_reports(
        fuller, ("Ferry hits rocks", "2024-05-13", tagged), publishers=("Tharos Gazette", "Selma Wire")
    )
    found = find_origins(sources, paragraphs)
    assert [each.copy_of for each in found.sources] == ["01.txt", None]
    originals = [found.is_original(paragraphs[n][1], paragraphs[n][1].text) for n in (0, 1)]
    assert originals == [False, True]


def test_what_says_where_it_was_first_published_is_the_copy() -> None:
    credit = "This article first appeared in the Tharos Gazette and is printed here with thanks."
    reprint, first = ("a", None, [*FERRY_OWN, credit]), ("b", None, FERRY_OWN)
    for name, copies in (("Tharos Gazette", ["01.txt", None]), ("Selma Post", [None, "00.txt"])):
        found = find_origins(*print_reports(reprint, first, publishers=("Strait Review", name)))
        assert [each.copy_of for each in found.sources] == copies


def test_two_wires_are_two_agencies_and_one_may_be_named_in_short() -> None:
    report = ("Long read", "2024-05-16", [*FERRY_OWN, *BUDGET, *MORE, FERRY_WIRE[3], FERRY_WIRE[4]])
    for publisher, count in (("Tarn Wire", 2), ("Selma Wire", 1), ("Selma News Agency", 1)):
        found = find_origins(*print_reports(WIRE, report, publishers=("Selma Wire", publisher)))
        assert found.count == count


def test_what_a_reply_quotes_below_its_own_text_is_the_voice_of_who_wrote_it(words: Words) -> None:
    asked = "The stove in the lower flat of Mill House has been cold since 3 March."
    first = ("Stove", "2024-03-05", [asked, "My son was ill for a week because of it."])
    answer = ["We have no record of any call, and the stove was warm on 4 March.", f"Ada Poll wrote: “{asked}”"]
    sources, paragraphs = print_reports(first, ("RE: Stove", "2024-03-06", answer))
    found = find_origins(sources, paragraphs)
    quoted = paragraphs[sources[1].id][1]
    assert (found.voice(quoted, quoted.text), found.is_original(quoted, quoted.text)) == (1, False)
    read = [paragraph for source in sources for paragraph in paragraphs[source.id]]
    groups = find_claims(gather_statements(read, found.voice, found.is_original), words)
    assert {group.status for group in groups} == {Status.SINGLE}


def test_the_next_issue_of_a_bulletin_with_other_figures_is_no_copy_and_no_other_voice() -> None:
    def print_issue(day: int, cases: int, beds: int) -> tuple[str, str, list[str]]:
        body = [
            f"Since the first of June, {cases} people in the four valleys have fallen ill with marsh fever.",
            f"The hospitals of Lisk and Orme together have {beds} beds free on the wards for fever.",
            "The water of the lower wells is still not to be drunk before it has been boiled.",
        ]
        return f"Marsh fever, issue {day}", f"2024-06-{day:02}", body

    issues = [print_issue(5, 31, 90), print_issue(12, 76, 44)]
    sources, paragraphs = print_reports(*issues, publishers=("Fever Office", "Fever Office"))
    found = find_origins(sources, paragraphs)
    assert found.count == 1
    assert [each.copy_of for each in found.sources] == [None, None]
    reprints = find_origins(*print_reports(*issues, publishers=("Fever Office", "Lisk Times")))
    assert [each.copy_of for each in reprints.sources] == [None, "00.txt"]


def test_a_body_that_produced_a_document_is_no_author() -> None:
    first = ("a", "2024-06-05", ["A note produced by the Flood Help Office.", "Nobody lives in Orme."])
    later = ("b", "2024-06-06", ["Four boats are at sea.", "The wells of Lisk are dry."])
    assert find_origins(*print_reports(first, later, publishers=("Flood Help Office", "Flood Help Office"))).count == 1
    signed = ("a", "2024-06-05", ["By Flood Help Office", "Nobody lives in Orme."])
    assert find_origins(*print_reports(signed, later, publishers=("Flood Help Office", "Flood Help Office"))).count == 2
