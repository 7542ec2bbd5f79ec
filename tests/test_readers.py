import random
import textwrap
from pathlib import Path

import pytest
from documents import PARAGRAPHS, pdf_bytes, web_page, write_docx, write_epub

from index.errors import SourceError
from index.folders import find_files
from index.readers import SUFFIXES, TEXT_BYTES, read_document
from index.readers.encoding import decode
from index.readers.lines import reflow
from index.readers.masthead import parse_date, read_masthead

TITLE = "Breakwater to be rebuilt"
SAMPLES = Path(__file__).parent.parent / "index" / "samples"


def wrap(text: str, width: int = 60) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n", "\r\n\r\n", "\n \n\n"])
def test_text_paragraphs_on_one_line_each(tmp_path: Path, between: str) -> None:
    document = read_document(write(tmp_path / "a.txt", between.join((TITLE, *PARAGRAPHS))))
    assert document.title == TITLE
    assert document.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("width", [50, 66, 72, 78])
def test_hard_wrapped_text_is_joined(tmp_path: Path, width: int) -> None:
    blocks = ["\n".join(wrap(paragraph, width)) for paragraph in PARAGRAPHS * 2]
    assert reflow("\n\n".join(blocks)) == list(PARAGRAPHS * 2)


def test_hard_wrapped_text_without_blank_lines_is_split_at_indents() -> None:
    blocks = ["\n".join(wrap("    " + paragraph, 60)) for paragraph in PARAGRAPHS]
    assert reflow("\n".join(blocks)) == list(PARAGRAPHS)


def test_wrapped_list_items_and_compounds() -> None:
    text = (
        "The inspectors of the harbour found these faults on their tour:\n\n"
        "- two cracked caissons on the eastern side, that was built in\n  1931 and not repaired since\n"
        "- a loose railing by the lighthouse, where visitors may lean on\n  it for pictures of the ferry-\n"
        "  house\n"
    )
    assert reflow(text)[1:] == [
        "- two cracked caissons on the eastern side, that was built in 1931 and not repaired since",
        "- a loose railing by the lighthouse, where visitors may lean on it for pictures of the ferry-house",
    ]


def test_who_wrote_it_is_no_part_of_a_headline() -> None:
    told = "\n".join(wrap(" ".join(PARAGRAPHS), 66))
    head = ["A wall that nobody asked for", "by Ines Varga"]
    assert reflow("\n".join(head) + "\n\n" + told)[:2] == head
    assert len(reflow(told.replace("said the mayor, Ines", "said\nby Ines"))) == 1


def test_verse_and_tables_keep_their_lines() -> None:
    lines = ["Grey water", "Under a slow bell", "And nobody", "Counting"]
    assert reflow("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_encodings_of_western_text(encoding: str) -> None:
    text = "The café in Orléans – “quite full” – stayed open; Señor Müller paid.\n" * 3
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Совет порта решил в понедельник восстановить восточный волнорез до зимних штормов. " * 5),
        (
            "cp1250",
            "Rada portu postanowiła w poniedziałek odbudować wschodni falochron jeszcze przed zimą. " * 5,
        ),
        ("cp1256", "قرر مجلس الميناء يوم الاثنين إعادة بناء حاجز الأمواج الشرقي قبل العواصف " * 5),
    ],
)
def test_encodings_of_other_scripts(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_one_broken_byte_does_not_make_the_rest_unreadable() -> None:
    data = ("Die Brücke über den Fluß ist gesperrt, sagt die Bürgermeisterin. " * 4).encode()
    text = decode(data.replace(b"gesperrt", b"gesp\xffrrt", 1))
    assert text.count("Brücke über den Fluß") == 4


def test_markdown_loses_its_markup_and_keeps_its_lists(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Breakwater to be rebuilt\npublisher: Ellery Gazette\ndate: 2021-09-14\n---\n"
        "# Breakwater to be rebuilt\n\nThe council **voted** on\n[Monday](http://example.org) to rebuild.\n\n"
        "## Needed before spring\n\n- Stone\n- Cranes\n\n1. Survey\n2. Tender\n\n"
        "| part | state |\n| --- | --- |\n| caisson 7 | cracked |\n"
    )
    document = read_document(write(tmp_path / "a.md", text))
    assert (document.title, document.publisher, document.date) == (TITLE, "Ellery Gazette", "2021-09-14")
    assert document.paragraphs == (
        "The council voted on Monday to rebuild.",
        "Needed before spring",
        "• Stone",
        "• Cranes",
        "1. Survey",
        "2. Tender",
        "part | state",
        "caisson 7 | cracked",
    )


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_web_page_is_read_without_what_surrounds_the_article(tmp_path: Path, charset: str) -> None:
    page = web_page("utf-8").replace("–".encode(), b"-") if charset == "iso-8859-1" else web_page(charset)
    if charset == "iso-8859-1":
        page = page.decode().replace('charset="utf-8"', 'charset="iso-8859-1"').encode("latin-1")
    document = read_document(write(tmp_path / "a.html", page))
    assert (document.title, document.publisher, document.date) == (TITLE, "Ellery Gazette", "2021-09-14")
    assert document.paragraphs[:3] == PARAGRAPHS
    assert len(document.paragraphs) == 4
    assert "Café Bräuer" in document.paragraphs[3]


def test_pdf_without_running_heads_page_numbers_and_hyphens(tmp_path: Path) -> None:
    paragraphs = [f"{who} wrote: {text}" for who in ("Ines Varga", "Tom Askew", "Bo") for text in PARAGRAPHS]
    lines = [line for paragraph in paragraphs for line in (*wrap(paragraph, 64), "")]
    for at in [at for at, line in enumerate(lines) if line.endswith("winter")]:
        lines[at : at + 2] = [lines[at].replace("winter", "win-"), "ter " + lines[at + 1]]
    pages = [lines[at : at + 9] for at in range(0, len(lines), 9)]
    printed = [["Ellery Harbour Report 2021", *page, str(number)] for number, page in enumerate(pages, 1)]
    document = read_document(write(tmp_path / "a.pdf", pdf_bytes(printed)))
    assert document.paragraphs == tuple(paragraphs)


def test_pdf_that_opens_without_a_password_is_read(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "a.pdf", pdf_bytes([[TITLE, *PARAGRAPHS]], password="")))
    assert PARAGRAPHS[1] in " ".join(document.paragraphs)


def test_word_document(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "a.docx", PARAGRAPHS, items=["Stone", "Cranes"], title=TITLE)
    document = read_document(path)
    assert (document.title, document.date) == (TITLE, "2021-09-14")
    assert document.paragraphs == (*PARAGRAPHS, "• Stone", "• Cranes", "Caisson 7 | cracked")


def test_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    path = write_epub(tmp_path / "a.epub", [PARAGRAPHS[:1], PARAGRAPHS[1:2], PARAGRAPHS[2:]], "The breakwater")
    document = read_document(path)
    assert document.paragraphs == PARAGRAPHS
    assert (document.title, document.publisher, document.date) == (
        "The breakwater",
        "Quay Press",
        "2019-05-02",
    )


def noise() -> bytes:
    return random.Random(7).randbytes(4000)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", noise(), "binary"),
        ("a.txt", b"%PDF-1.7\n1 0 obj", "binary"),
        ("a.txt", b"\x00\x00\x01\x00" * 300, "binary"),
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"words " * (TEXT_BYTES // 6 + 1), "larger than 20 MB"),
        ("a.md", b"---\ntitle: Nothing\n---\n", "no text"),
        ("a.html", noise(), "binary"),
        ("a.html", b"<html><body></body></html>", "no text"),
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"%PDF-1.4\nnothing more", "broken"),
        ("a.pdf", pdf_bytes([PARAGRAPHS])[:300], "broken"),
        ("a.pdf", pdf_bytes([PARAGRAPHS], password="secret"), "encrypted"),
        ("a.pdf", pdf_bytes([[]]), "ocrmypdf"),
        ("a.docx", noise(), "broken"),
        ("a.epub", b"PK\x03\x04" + noise(), "broken"),
        ("a.xyz", b"words", "cannot be read"),
    ],
)
def test_bad_files_are_refused_with_a_hint(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_document(write(tmp_path / name, content))
    assert says in f"{caught.value.message} {caught.value.hint}"
    assert caught.value.message.startswith(name) and caught.value.hint


def test_cut_off_documents_are_refused(tmp_path: Path) -> None:
    word = write_docx(tmp_path / "whole.docx", PARAGRAPHS).read_bytes()
    book = write_epub(tmp_path / "whole.epub", [PARAGRAPHS], "Book").read_bytes()
    for name, data in (("a.docx", word), ("a.epub", book)):
        with pytest.raises(SourceError, match="cut off"):
            read_document(write(tmp_path / name, data[: len(data) // 2]))
    with pytest.raises(SourceError, match="broken"):
        read_document(write(tmp_path / "book.docx", book))


def test_missing_and_strange_paths_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name in ("missing.txt", "folder.txt", "loop.txt"):
        with pytest.raises(SourceError):
            read_document(tmp_path / name)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("November 8, 2017", "2017-11-08"),
        ("Published 9 November 2017", "2017-11-09"),
        ("8 Nov 2017", "2017-11-08"),
        ("2017-11-08", "2017-11-08"),
        ("8. November 2017", "2017-11-08"),
        ("14 septembre 2021", "2021-09-14"),
        ("3 de marzo de 2020", "2020-03-03"),
        ("November 2017", None),
        ("Wednesday", None),
        ("31 February 2019", None),
        ("2017-13-45", None),
    ],
)
def test_dates_are_read_only_where_they_are_whole(written: str, date: str | None) -> None:
    assert parse_date(written) == date


@pytest.mark.parametrize(
    ("lines", "publisher", "date"),
    [
        (["Breakwater falls", "By Reuters", "November 20, 2017", *PARAGRAPHS], "Reuters", "2017-11-20"),
        (["Breakwater falls", "OSLO (AFP) — A wall fell on Monday.", *PARAGRAPHS], "AFP", None),
        (
            ["Breakwater falls", "By Ines Varga", "Updated 3 May 2020", "Posted 1 May 2020"],
            None,
            "2020-05-01",
        ),
        (["On 8 November 2017 the old wall of the harbour fell into the sea.", *PARAGRAPHS], None, None),
        (
            ["Chronicle", "1 May 2020", "A.", "2 May 2020", "B.", "3 May 2020", "C.", "4 May 2020", "D."],
            None,
            None,
        ),
    ],
)
def test_masthead_of_plain_text(lines: list[str], publisher: str | None, date: str | None) -> None:
    found = read_masthead(lines)
    assert (found.publisher, found.date) == (publisher, date)


def test_title_of_untitled_text_is_the_name_of_the_file(tmp_path: Path) -> None:
    assert read_document(write(tmp_path / "minutes.txt", "\n\n".join(PARAGRAPHS))).title == "minutes"


@pytest.mark.parametrize(
    "title", ["Gov. Brandt Says Ferry Will Sail Again", "Marsuq Inc. Sells Its Last Ferry to Mr. Holm"]
)
def test_a_stop_after_a_title_or_company_ends_no_sentence_of_a_headline(title: str, tmp_path: Path) -> None:
    assert read_document(write(tmp_path / "report.txt", "\n\n".join([title, *PARAGRAPHS]))).title == title


def test_samples_are_read_with_publisher_and_date_and_without_what_is_not_the_article() -> None:
    documents = [read_document(path) for path in sorted(SAMPLES.iterdir()) if path.suffix in SUFFIXES]
    assert len(documents) == 7
    assert all(document.publisher and "sample" in document.publisher and document.date for document in documents)
    text = "\n".join(paragraph for document in documents for paragraph in document.paragraphs)
    for stranger in (
        "rivergull77",
        "cousin",
        "Lighthouse",
        "Ferry",
        "Battery Factory",
        "Read more",
        "comments",
        "Reply",
    ):
        assert stranger not in text
    for document in documents:
        assert len(set(document.paragraphs)) == len(document.paragraphs) >= 5
    assert "complete control of Albu Kamal" in text
    assert "(Reporting for Meridian Wire" in text


_LETTERS = "The wall at Lisk stood, said שלום and سلام, at 3\u200f."


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("The mole \x1b]52;c;aGFja2Vk\x1b\\ fell at Lisk.", "The mole fell at Lisk."),
        ("The mole \x1b]0;owned\x07 fell\x1b[31m at\x1b[0m Lisk.", "The mole fell at Lisk."),
        ("The mole\x9d0;owned\x9c fell \x9b31mat\x9b0m Lisk.", "The mole fell at Lisk."),
        ("The \x1b]8;;http://e.example\x1b\\mole\x1b]8;;\x1b\\ fell at Lisk.", "The mole fell at Lisk."),
        ("\u202eThe\u202c \u2067mole\u2069 fell\x7f at Lisk.", "The mole fell at Lisk."),
        # What has no end may be text, and what a Windows file meant as a quotation mark is one.
        ("The mole \x1b]0;fell at Lisk in the night.", "The mole ]0;fell at Lisk in the night."),
        ("The \x93mole\x94 of Lisk\x92s pilots fell.", "The “mole” of Lisk’s pilots fell."),
        (_LETTERS, _LETTERS),
    ],
)
@pytest.mark.parametrize("name", ["report.txt", "report.md"])
def test_what_would_steer_a_terminal_is_no_text(tmp_path: Path, name: str, told: str, text: str) -> None:
    lines = ["The \x1b[31mmole\x1b[0m", "", *wrap(" ".join(PARAGRAPHS), 9999), "", told, ""]
    document = read_document(write(tmp_path / name, "\n".join(lines).encode()))
    assert document.title == "The mole"
    assert document.paragraphs[-1] == text


def test_the_name_of_a_file_steers_no_terminal(tmp_path: Path) -> None:
    write(tmp_path / "a\x1b[2J\u202etxt.txt", b"The mole fell.")
    assert [file.name for file in find_files([tmp_path], SUFFIXES)] == [r"a\x1b[2J\u202etxt.txt"]
