"""Web pages: their words stay as they are, their parts stay apart, and their date is that of their own article."""

import json
from pathlib import Path

import pytest
from documents import PARAGRAPHS

from index.readers import read_document
from index.readers.html import read_html
from index.readers.imprints.publication import check_date
from index.source import Document

TITLE = "Breakwater to be rebuilt"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
KEPT_UP = "The quay at Lisk is 140 metres long. It is being rebuilt at a cost of £31.2m, of which the county pays half."
FURTHER = "<p>Ships of up to nine thousand tonnes may lie there, and the crane at its end lifts up to forty tonnes.</p>"
REPORT = "The quay at Lisk will be rebuilt at a cost of £31.2m, its owner said on Tuesday."


def read(tmp_path: Path, body: str, head: str = f"<title>{TITLE}</title>", language: str = "en") -> Document:
    path = tmp_path / "page.html"
    path.write_text(f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>', encoding="utf-8")
    return read_document(path)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("The vote is on <time datetime='2021-10-04'>4 October</time>, he said.", "The vote is on 4 October, he said."),
        ("<time>Monday</time> is kept free for the divers.", "Monday is kept free for the divers."),
        ("She added: <q>It <q>may</q> hold.</q>", "She added: “It ‘may’ hold.”"),
        ("It took 10<sup>6</sup> stones and 3 m<sup>3</sup> of sand.", "It took 10⁶ stones and 3 m³ of sand."),
        ("The wall&#1; is soft&shy;ened by the rain.", "The wall is softened by the rain."),
        ("The 42<sup>nd</sup> caisson is filled with H<sub>2</sub>O.", "The 42nd caisson is filled with H2O."),
        ("The wall is old.<sup><a href='#n1'>[1]</a></sup> It leaks.", "The wall is old. It leaks."),
        ("The wall is old.<sup>[3]</sup><sup>[<i>citation needed</i>]</sup> It leaks.", "The wall is old. It leaks."),
        ("The wall is old.<sup>[a][12]</sup>", "The wall is old."),
        ("The 9<sup>th</sup> wall [sic] is old.", "The 9th wall [sic] is old."),
        ("<span class='location-tag'>LISK</span> — It leaks again.", "LISK — It leaks again."),
    ],
)
def test_nothing_is_cut_out_of_a_sentence(tmp_path: Path, written: str, seen: str) -> None:
    document = read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}<p>{written}</p></article>")
    assert document.paragraphs == (*PARAGRAPHS, seen)


@pytest.mark.parametrize(
    "further",
    [
        "<h2>Related</h2><ul><li><a href='/1'>Mayor resigns over a tugboat</a></li></ul>",
        "<h2>More stories</h2><p><a href='/1'>Council tax to rise by a tenth</a></p>",
        "<div class='author-bio'><p>Ines Varga is our correspondent. She lives on a barge.</p></div>",
    ],
)
def test_a_short_article_is_read_as_carefully_as_a_long_one(tmp_path: Path, further: str) -> None:
    told = ("The tug Alma sank on Monday night, the harbour master said.", "Nobody was on board of her.")
    body = "".join(f"<p>{line}</p>" for line in told)
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{body}{further}</article>").paragraphs == told


def test_a_page_without_a_marked_article_keeps_headings_lists_and_descriptions(tmp_path: Path) -> None:
    parts = "<h3>What it costs</h3><ul><li>Stone</li></ul><ol start='4'><li>Survey</li><li><p>Tender</p></li></ol>"
    parts += "<dl><dt>Venue</dt><dd>Upper room</dd></dl><pre>Agenda\nFees</pre>"
    document = read(tmp_path, f"<div>{BODY}{parts}</div>")
    further = ("What it costs", "• Stone", "4. Survey", "5. Tender", "Venue: Upper room", "Agenda", "Fees")
    assert document.paragraphs == (*PARAGRAPHS, *further)


def test_a_heading_that_opens_its_text_is_read(tmp_path: Path) -> None:
    asked = ("Who pays for it?", "When is it built?", "How deep is it?")
    parts = zip(asked, PARAGRAPHS, strict=True)
    body = "".join(f"<h3><button>{ask}</button></h3><div><p>{told}</p></div>" for ask, told in parts)
    read_as = read(tmp_path, f"<main><h1>{TITLE}</h1><button>Print</button>{body}</main>").paragraphs
    assert read_as == tuple(line for pair in zip(asked, PARAGRAPHS, strict=True) for line in pair)


def test_who_is_quoted_is_read(tmp_path: Path) -> None:
    quoted = "<blockquote><p>It leaks.</p><footer>— Ines Varga, engineer</footer></blockquote>"
    body = f"<article><h1>{TITLE}</h1>{quoted}{BODY}</article><footer><p>All rights reserved.</p></footer>"
    assert read(tmp_path, body).paragraphs == ("It leaks.", "— Ines Varga, engineer", *PARAGRAPHS)


def test_captions_and_quoted_posts_are_text(tmp_path: Path) -> None:
    figure = "<figure><img src='a.jpg'><figcaption>The mole in the year of the storm</figcaption></figure>"
    post = "<div class='embed'><blockquote><p>The wall is open again, walk with care.</p></blockquote></div>"
    paragraphs = read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}{figure}{post}</article>").paragraphs
    assert paragraphs[len(PARAGRAPHS) :] == (
        "The mole in the year of the storm",
        "The wall is open again, walk with care.",
    )


DIVER = "Diver Ada Roe beside the caisson, which has nine cracks"


@pytest.mark.parametrize(
    ("credit", "kept"),
    [
        (". Photograph: Dana Holt", "."),
        (". Photo: D. Holt/Tarn Agency", "."),
        (" (Image: Holt)", ""),
        (" (Photograph by Dana Holt)", ""),
        (". Credit: Holt Media", "."),
        (". Picture: Dana Holt / Lisk Post", "."),
        (" © Dana Holt", ""),
        (". Dana Holt/AFP/Getty Images", "."),
        (". Courtesy of the Lisk Museum", "."),
        (" <span class='photo-credit'>Dana Holt</span>", ""),
        (", as in a painting by Dana Holt", ", as in a painting by Dana Holt"),
        (". Source: the harbour board", ". Source: the harbour board"),
    ],
)
@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src='a.jpg'><figcaption>%s</figcaption></figure>",
        "<p class='caption'>%s</p>",
        "<figure><figcaption class='caption'><span class='caption-text'>%s</span></figcaption></figure>",
        "<div class='wp-caption' id='caption-7'><img src='a.jpg'><p class='wp-caption-text'>%s</p></div>",
    ],
)
def test_a_caption_is_text_and_its_credit_is_not(tmp_path: Path, credit: str, kept: str, figure: str) -> None:
    page = f"<article><h1>{TITLE}</h1>{BODY}{figure % (DIVER + credit)}{FURTHER}</article>"
    assert read(tmp_path, page).paragraphs[len(PARAGRAPHS)] == DIVER + kept


def test_a_credit_beside_the_text_of_a_caption_goes(tmp_path: Path) -> None:
    told = f"<span class='caption-text'>{DIVER}.</span> <span class='caption__credit'>Dana Holt, for the Post</span>"
    page = f"<article><h1>{TITLE}</h1>{BODY}<figure><figcaption>{told}</figcaption></figure>{FURTHER}</article>"
    assert read(tmp_path, page).paragraphs[len(PARAGRAPHS)] == f"{DIVER}."


def test_cards_of_other_stories_are_no_captions(tmp_path: Path) -> None:
    card = (
        "<div class='caption'><h3><a href='/swan'>Swan bites rower</a></h3><p>A swan bit a rower in the lock.</p></div>"
    )
    link = "<p class='caption'><a href='/ice'>Ice on the lock keeps the barges of Lisk at home for weeks</a></p>"
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}{card}{link}</article>").paragraphs == PARAGRAPHS


def test_text_behind_a_picture_for_browsers_without_scripts_is_read(tmp_path: Path) -> None:
    picture = "<img data-src='a.jpg'><noscript><img src='a.jpg'></noscript>"
    body = "".join(f"<p>{picture}{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{body}</article>").paragraphs == PARAGRAPHS
    assert read(tmp_path, f"<h1>{TITLE}</h1><div>{body}</div>").paragraphs == PARAGRAPHS


def test_linked_data_that_nobody_can_read_keeps_no_page_from_being_read(tmp_path: Path) -> None:
    head = f"<title>{TITLE}</title><script type='application/ld+json'>{'[' * 20_000}</script>"
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}</article>", head).paragraphs == PARAGRAPHS


def test_a_table_that_only_places_its_cells_is_no_table(tmp_path: Path) -> None:
    data = "<table><tr><td>Opened</td><td>2 May 1944</td></tr></table>"
    page = f"<table><tr><td><a href='/'>Home</a></td><td><h2>{TITLE}</h2>{BODY}{data}</td></tr></table>"
    document = read(tmp_path, page)
    assert document.paragraphs[-len(PARAGRAPHS) - 1 :] == (*PARAGRAPHS, "Opened │ 2 May 1944")
    assert document.date is None


@pytest.mark.parametrize(
    "clutter",
    [
        "<p hidden>Cheap loans for everyone in Lisk.</p>",
        "<p style='display: none'>Cheap loans for everyone in Lisk.</p>",
        "<div class='toc'><h2>Contents</h2><ul><li>1 The wall</li></ul></div>",
        "<div class='support-us'><p>Since you are here, we have a small favour to ask of you.</p></div>",
        "<h3>This article is for subscribers only</h3><p>Try one month for £1, then £9 a month.</p>",
        "<div class='pagination'>1 2 Next</div>",
        "<noscript>You need a script to read this page.</noscript>",
    ],
)
def test_what_only_serves_the_visitor_is_left_out(tmp_path: Path, clutter: str) -> None:
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}{clutter}</article>").paragraphs == PARAGRAPHS


def test_text_under_names_that_offers_have_too_is_kept(tmp_path: Path) -> None:
    walled = BODY.replace("<p>", "<p class='paywall'>")
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{walled}</article>").paragraphs == PARAGRAPHS
    hidden = f"<article><h1>{TITLE}</h1><div role='tabpanel' hidden>{BODY}</div></article>"
    assert read(tmp_path, hidden).paragraphs == PARAGRAPHS


def post(heading: str, day: str, text: str) -> str:
    return f"<article><h2>{heading}</h2><p class='date'>{day}</p><p>{text}</p></article>"


def test_articles_of_several_days_on_one_page_have_no_one_day(tmp_path: Path) -> None:
    days = ("3 May 2024", "5 May 2024", "6 May 2024")
    headings = ("Library hours cut", "Swan bites rower", "New head for school")
    posts = "".join(map(post, headings, days, PARAGRAPHS))
    document = read(tmp_path, f"<h1>News in brief</h1>{posts}", "<title>News in brief</title>")
    assert document.date is None
    assert set(headings) | set(PARAGRAPHS) <= set(document.paragraphs)
    head = "<title>News in brief</title><meta property='article:published_time' content='2024-05-06'>"
    assert read(tmp_path, f"<h1>News in brief</h1>{posts}", head).date == "2024-05-06"


def test_the_days_of_several_articles_stay_where_none_is_told(tmp_path: Path) -> None:
    days = ("Published: 3 May 2024", "Published: 4 May 2024")
    posts = "".join(map(post, ("Library hours cut", "Swan bites rower"), days, PARAGRAPHS))
    document = read(tmp_path, f"<h1>News in brief</h1>{posts}", "<title>News in brief</title>")
    assert document.date is None
    assert set(days) <= set(document.paragraphs)


def test_an_article_that_follows_that_of_the_page_is_no_part_of_it(tmp_path: Path) -> None:
    other = post(
        "Swan bites rower", "5 May 2024", "A swan bit a rower in the lock, who was brought home by the police."
    )
    document = read(tmp_path, f"<article><h2>{TITLE}</h2>{BODY}</article>{other}")
    assert not any("swan" in paragraph for paragraph in document.paragraphs)


def test_posts_and_what_they_quote_stand_apart(tmp_path: Path) -> None:
    said = ("The policeman said that a lorry hit the railing at three.", "No lorry, I work there and they measured it.")
    posts = (
        f"<article class='message'><div class='message-body'><div>{said[0]}</div></div></article>"
        "<article class='message'><div class='message-body'><div>"
        f"<blockquote><div>{said[0]}</div></blockquote>{said[1]}</div></div>"
        "<div class='message-signature'>The tide waits for nobody</div></article>"
    )
    assert read(tmp_path, f"<h1>{TITLE}</h1>{posts}").paragraphs == (said[0], said[0], said[1])


@pytest.mark.parametrize(
    "told",
    [
        "<p>Published 4 March 2023</p><p>Last updated 19 October 2024</p>",
        "<p>Published: 4 March 2023 | Page last reviewed: 19 October 2024</p>",
        "<dl><dt>Published</dt><dd>4 March 2023</dd><dt>Last updated</dt><dd>19 October 2024</dd></dl>",
        "<p>4 March 2023</p><div>Last modified</div><div>19 October 2024</div>",
        "<p>First published 4 March 2023. Last revised on Saturday, 19 October 2024 at 09:15 GMT.</p>",
    ],
)
@pytest.mark.parametrize(("text", "day"), [(KEPT_UP, "2024-10-19"), (REPORT, "2023-03-04")])
def test_a_page_is_as_of_its_last_change_unless_its_days_are_counted_from_its_publication(
    tmp_path: Path, told: str, text: str, day: str
) -> None:
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{told}<p>{text}</p>{FURTHER}</article>").date == day


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("<div id='footer'><p>This page was last edited on 19 October 2024, at 18:22.</p></div>", "2024-10-19"),
        ("<footer><p>Last updated: 19 October 2024</p></footer>", "2024-10-19"),
        ("<footer><p>Last updated: 2 March 2019</p></footer>", "2023-03-04"),
        ("<footer><p>Privacy policy last updated 19 October 2024</p></footer>", "2023-03-04"),
        ("<footer><p>Updated: 19 October 2024</p></footer>", "2023-03-04"),
        ("<ul><li>Last updated 9 May 2024</li><li>Last updated 19 October 2024</li></ul>", "2023-03-04"),
        ("", "2023-03-04"),
    ],
)
def test_a_page_says_at_its_foot_when_it_was_last_changed(tmp_path: Path, foot: str, day: str) -> None:
    stated = {"@type": "Article", "headline": TITLE, "datePublished": "2023-03-04", "dateModified": "2024-10-19"}
    page = f"<article><h1>{TITLE}</h1><p>{KEPT_UP}</p>{FURTHER}</article>{foot}"
    assert read(tmp_path, page, linked(stated)).date == day


def test_the_day_of_a_change_in_linked_data_is_told_where_there_is_no_other(tmp_path: Path) -> None:
    stated = {"@type": "Article", "headline": TITLE, "dateModified": "2024-10-19"}
    page = f"<article><h1>{TITLE}</h1>%s<p>{KEPT_UP}</p>{FURTHER}</article>"
    assert read(tmp_path, page % "", linked(stated)).date == "2024-10-19"
    assert read(tmp_path, page % "<p>Published 4 March 2023</p>", linked(stated)).date == "2023-03-04"


def linked(*nodes: dict[str, object]) -> str:
    return f'<title>{TITLE}</title><script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'


@pytest.mark.parametrize(
    ("nodes", "day"),
    [
        ([{"@type": "NewsArticle", "headline": TITLE, "datePublished": "March 20, 2024"}], "2024-03-20"),
        (
            [
                {"@type": "WebSite", "datePublished": "2011-02-03"},
                {"@type": "NewsArticle", "headline": "Swan bites rower", "datePublished": "2023-05-05"},
                {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-09-17T06:30:00+01:00"},
            ],
            "2024-09-17",
        ),
        ([{"@type": "WebSite", "datePublished": "2011-02-03"}], None),
        (
            [
                {"@type": "NewsArticle", "headline": "Swan bites rower", "datePublished": "2023-05-05"},
                {"@type": "NewsArticle", "headline": "Ferry late", "datePublished": "2023-05-09"},
            ],
            None,
        ),
    ],
)
def test_the_date_is_that_of_the_article_of_the_page(
    tmp_path: Path, nodes: list[dict[str, object]], day: str | None
) -> None:
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{BODY}</article>", linked(*nodes)).date == day


def test_a_day_that_is_told_of_is_not_that_of_publication(tmp_path: Path) -> None:
    doors = "<p><time datetime='2024-12-24T19:00'>Tuesday 24 December 2024, 7pm</time>, doors 6.30pm</p>"
    page = (
        f"<html><head><title>Concert</title></head><body><article><h1>Concert</h1>{doors}{BODY}</article></body></html>"
    )
    document = read_html(page.encode())
    assert document.date is None
    assert "Tuesday 24 December 2024, 7pm, doors 6.30pm" in document.paragraphs
    byline = "<p>By Ada Bell, Lisk, <time datetime='2024-03-12T10:00'>12 March 2024</time></p>"
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{byline}{doors}{BODY}</article>").date == "2024-03-12"


@pytest.mark.parametrize(
    ("language", "further", "day"),
    [
        ("en", "", None),
        ("en-US", "", "2024-03-04"),
        ("en-GB", "", "2024-04-03"),
        ("en", "It was shut on 25/03/2024.", "2024-04-03"),
    ],
)
def test_figures_that_may_be_two_days_are_one_where_the_page_tells(
    tmp_path: Path, language: str, further: str, day: str | None
) -> None:
    body = f"<h1>{TITLE}</h1><p>Posted 03/04/2024 by admin</p>{BODY}<p>{further}</p>"
    assert read(tmp_path, body, language=language).date == day


@pytest.mark.parametrize(
    "written", ["1.6.2016", "June&nbsp;1, 2016", "June 1<sup>st</sup>, 2016", "1er juin 2016", "3 June 2016"]
)
def test_the_first_of_a_month_is_a_day_where_a_page_tells_it(written: str) -> None:
    page = f'<html><head><meta name="x"></head><body><p>{written}</p></body></html>'
    assert check_date("2016-06-01", page) == ("2016-06-01" if "3 June" not in written else None)


def test_a_publisher_may_be_marked_in_the_text(tmp_path: Path) -> None:
    marked = "<span itemprop='publisher' itemscope><span itemprop='name'>Lisk Tidings</span></span>"
    assert read(tmp_path, f"<article><h1>{TITLE}</h1>{marked}{BODY}</article>").publisher == "Lisk Tidings"


def test_pieces_of_a_page_that_stand_side_by_side_are_read(tmp_path: Path) -> None:
    path = tmp_path / "piece.html"
    figure = "<figure><img><figcaption>The wall.</figcaption></figure>"
    path.write_text(f"{PARAGRAPHS[0]}{figure}{PARAGRAPHS[1]} <b>It leaks.</b>", encoding="utf-8")
    assert read_document(path).paragraphs[:2] == (PARAGRAPHS[0], "The wall.")


def test_controls_in_a_page_keep_no_part_of_it_from_being_moved(tmp_path: Path) -> None:
    body = f"<article><h1>{TITLE}</h1>{BODY}<p><time>Monday</time> is&#1; \x1b[1mfree<sup>st</sup>.</p></article>"
    assert read(tmp_path, body).paragraphs == (*PARAGRAPHS, "Monday is freest.")


def test_a_piece_of_a_page_is_read_as_a_page(tmp_path: Path) -> None:
    path = tmp_path / "piece.html"
    path.write_text(
        f"{{% block %}}<div>{BODY}</div><div><p>The ferry sails at noon.</p></div>{{% end %}}", encoding="utf-8"
    )
    assert set(PARAGRAPHS) <= set(read_document(path).paragraphs)


_UPDATES = (
    ("18:20", "Pier reopens", "The pier of Nantmor is open again, the borough's engineer, Hefin Puw, said."),
    ("15:05", "Cranes arrive", "Two cranes have come from Pwllgwyn to lift the barge off the slip."),
    ("11:40", "No oil so far", "Nobody has seen oil on the beach, the coastguard at Trefin says."),
)
_SUMMARY = "<h2>So far</h2><ul><li>All six hands of the barge are ashore.</li><li>The slip is shut.</li></ul>"


@pytest.mark.parametrize(
    "names",
    [
        'class="post"',
        'class="entry"',
        'class="post-content"',
        'class="entry-content"',
        'class="article-body"',
        'class="post post-entry post-{}71"',
        'class="block"',
        'itemprop="articleBody" class="story-body"',
    ],
)
@pytest.mark.parametrize("around", ["<article>{}</article>", "<main><article>{}</article></main>", "<div>{}</div>"])
def test_no_entry_of_a_live_page_is_taken_for_all_of_it(tmp_path: Path, names: str, around: str) -> None:
    entries = "".join(
        f"<div {names.format(number)}><span>{hour}</span><h3>{heading}</h3><p>{text}</p>"
        f"<ul><li>Point {number} stands here.</li></ul></div>"
        for number, (hour, heading, text) in enumerate(_UPDATES)
    )
    page = around.format(f"<h1>Barge aground: as it went</h1><div>{_SUMMARY}</div>{entries}")
    told = "\n".join(read(tmp_path, page).paragraphs)
    assert all(part in told for update in _UPDATES for part in update)
    assert all(f"• Point {number} stands here." in told for number in range(len(_UPDATES)))
    assert "• All six hands of the barge are ashore." in told and "• The slip is shut." in told


@pytest.mark.parametrize("name", ["article-body", "entry-content", "story-body"])
def test_what_stands_between_the_heading_and_the_named_body_is_read(tmp_path: Path, name: str) -> None:
    body = (
        f"<article><h1>Barge aground</h1><p>All hands are safe.</p>{_SUMMARY}<div class='{name}'>{BODY}</div></article>"
    )
    told = read(tmp_path, body).paragraphs
    assert told[:4] == (
        "All hands are safe.",
        "So far",
        "• All six hands of the barge are ashore.",
        "• The slip is shut.",
    )


def test_parts_that_lead_to_other_stories_are_no_entries(tmp_path: Path) -> None:
    teasers = "".join(
        f"<div class='post'><h3><a href='/{n}'>Of {hour}</a></h3><p>{text}</p></div>"
        for n, (hour, _, text) in enumerate(_UPDATES)
    )
    remarks = "".join(f"<div class='comment'><div class='text'><p>{text}</p></div></div>" for _, _, text in _UPDATES)
    page = f"<article><h1>Barge aground</h1>{BODY}</article><aside>{teasers}</aside><div id='comments'>{remarks}</div>"
    told = "\n".join(read(tmp_path, page).paragraphs)
    assert not any(text in told for _, _, text in _UPDATES)
