import random
import textwrap
from pathlib import Path

import pytest
from documents import PARAGRAPHS, pdf_bytes, web_page, write_docx, write_epub

from index.errors import SourceError
from index.folders import find_files
from index.readers import SUFFIXES, TEXT_BYTES, read_document
from index.readers.imprints.masthead import parse_date, read_masthead
from index.readers.plain.encoding import decode
from index.readers.plain.lines import reflow
from index.source import Document

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


@pytest.mark.parametrize("width", [56, 60, 68])
@pytest.mark.parametrize("times", [2, 4])
@pytest.mark.parametrize("more", ["very ", "the harbour master of Lisk, who had come down to the mole, said that "])
def test_one_longer_line_leaves_the_others_joined(width: int, times: int, more: str) -> None:
    first, *rest = wrap(PARAGRAPHS[0], width)
    first = first[: first.rindex(" ")] + " " + more + first[first.rindex(" ") + 1 :]
    blocks = ["\n".join([first, *rest]), *("\n".join(wrap(each, width)) for each in PARAGRAPHS[1:] * times)]
    assert reflow("\n\n".join(blocks)) == [" ".join([first, *rest]), *PARAGRAPHS[1:] * times]


def test_paragraphs_of_one_line_each_stay_whatever_one_of_them_measures() -> None:
    lines = ["Caisson one is sound", "caisson two leaks at the seam and wants a new plate", "caisson three is sound"]
    lines += ["the lamp on the head of the mole went out twice in the week before the storm, and nobody was sent to it"]
    lines += ["four bollards are loose", "the crane may lift three tons and no more"]
    assert reflow("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["The yard in Vik has asked us to pay the price of the new crane, which is", "€84,000, before it is built."],
        ["Whoever has seen the plans of the old mole will know that it was built by", "1931 at the latest."],
        ["We have been told by the keeper of the light that the", "Fern and the Moss are to be laid up in the winter."],
        ["The caisson that leaks was towed to the yard in the au-", "tumn, and nobody has asked for it since."],
        [
            "I do not think that Mr Orr or the firm of Munk and", "Sons ever saw the bill for the crane, which went to",
            "Ms Varga in the spring, when she was still clerk of", "Lisk.",
        ],
    ],
)  # fmt: skip
def test_a_short_wrapped_passage_is_joined_whatever_its_lines_begin_with(tmp_path: Path, lines: list[str]) -> None:
    whole = " ".join(lines).replace("au- tumn", "autumn")
    around = ["Dear Ann,", "", "here is what they wrote.", "", *lines, "", "Best", "Bo Munk", "Clerk", "Tel. 440 118"]
    assert whole in reflow("\n".join(around))
    quoted = [f"> {line}" for line in lines]
    mail = ["From: Bo Munk <bo@x.example>", "Subject: Crane", "", "Dear Ann,", "", *quoted, "", "Best", "Bo", "Tel. 4"]
    assert f"Quoted: “{whole}”" in read_document(write(tmp_path / "a.eml", "\n".join(mail))).paragraphs


@pytest.mark.parametrize(
    "lines",
    [
        ["Ten things that the owner of a new boat should be aware of", f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}"],
        ["What the board knew of the cracks, and who it knew them from", "The Lisk Gazette"],
        ["The clerk of the board says that she walked with him from", "Counsel: Which way was it?"],
        ["Three more boats were cut loose in the night and one taken in", "The keeper heard nothing of it."],
        ["Those who see the caisson, the light and the shed pay for", "• the boat"],
        ["went to the yard and looked at the two cranes there", "asked who had sold them and for what"],
        ["Bought from", "Munk of Vik"],
        ["2. The mole will be rebuilt, but nobody knows by whom", "ines varga"],
    ],
)
def test_lines_that_are_paragraphs_of_their_own_stay(lines: list[str]) -> None:
    around = ["Notes", *PARAGRAPHS, *lines, *PARAGRAPHS]
    assert reflow("\n".join(around)) == around


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


def test_words_that_line_ends_break_are_mended_where_the_text_tells_how() -> None:
    lines = wrap("The mayor wants to remove the cranes of the harbour before the winter storms come again. " * 2)
    broken = [
        "Nobody knows who is to pay for the cranes that they re-",
        "move, nor what a hard-",
        "won peace is worth.",
    ]
    paragraph = reflow("\n".join([*lines, *broken]))[-1]
    assert "that they remove, nor what a hard-won peace" in paragraph


def test_pages_of_a_printer_lose_their_heads_and_numbers(tmp_path: Path) -> None:
    halves = [wrap(paragraph, 50) for paragraph in PARAGRAPHS]
    pages = ["\n".join([TITLE, "", *halves[0][:1], "   - 1 -"])]
    pages += ["\n".join(["HARBOUR      Lisk", "", *halves[0][1:], "", *halves[1][:1], "   - 2 -"])]
    pages += ["\n".join(["HARBOUR      Lisk", "", *halves[1][1:], "", *halves[2], "", "   - 3 -"])]
    document = read_document(write(tmp_path / "a.txt", "\f".join(pages)))
    assert (document.title, document.paragraphs) == (TITLE, PARAGRAPHS)


def test_a_form_feed_takes_nothing_out_of_what_has_no_heads(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "a.txt", "\f".join((TITLE, *PARAGRAPHS))))
    assert (document.title, document.paragraphs) == (TITLE, PARAGRAPHS)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "1\n{0} --> {1}\n<i>The bridge</i>\nis shut.\n\n2\n{1} --> {2}\n- Who says so?\n- Ines Varga."),
        ("a.srt", "1\n{0} --> {1}\nThe bridge\n\n2\n{1} --> {2}\nis shut.\n- Who says so?\n- Ines Varga.\n"),
        ("a.vtt", "WEBVTT\n\n{0} --> {2} align:left\nThe bridge is shut.\n- Who says so?\n- Ines Varga."),
    ],
)
def test_subtitles_are_read_as_what_is_said(tmp_path: Path, name: str, text: str) -> None:
    times = ("00:00:01,000", "00:00:04,200", "00:00:07.900")
    document = read_document(write(tmp_path / name, text.format(*times)))
    assert document.paragraphs == ("The bridge is shut.", "- Who says so?", "- Ines Varga.")


def test_what_a_file_of_subtitles_says_of_itself_is_not_said(tmp_path: Path) -> None:
    head = "WEBVTT - The bridge\nKind: captions\n\nNOTE not\nshown\n\nSTYLE\n::cue { color: red }\n\n"
    cue = "00:01.000 --> 00:04.000\n<v Ines>Tell Varga &amp; Lund.\n"
    assert read_document(write(tmp_path / "a.vtt", head + cue)).paragraphs == ("Ines: Tell Varga & Lund.",)


def test_subtitles_within_a_text_are_an_example(tmp_path: Path) -> None:
    cue = "00:00:01.000 --> 00:00:04.000\nThe bridge is shut.\n\n"
    about = "How captions are made\n\nThe first line is WEBVTT and says it.\n\nThe second is empty.\n\n"
    document = read_document(write(tmp_path / "a.txt", about + cue * 2 + "More follows\n\nof this kind"))
    assert document.paragraphs[:2] == ("The first line is WEBVTT and says it.", "The second is empty.")
    assert document.paragraphs[-2:] == ("More follows", "of this kind")


def test_times_in_a_text_are_no_subtitles(tmp_path: Path) -> None:
    log = "Log of the lock\n\n00:00:01,000 --> 00:00:04,200\n\nThe gate was open."
    assert "-->" in " ".join(read_document(write(tmp_path / "log.txt", log)).paragraphs)


_MAIL = (
    "From: Ines Varga <i.varga@lisk.example>\nTo: Tom Askew <t.askew@lisk.example>\n"
    "Date: Tue, 14 Sep 2021 09:41:07 +0200\nSubject: {subject}\n\n"
)


@pytest.mark.parametrize("name", ["a.txt", "a.eml"])
def test_mail_is_told_by_its_headers_and_quotes_without_marks(tmp_path: Path, name: str) -> None:
    body = f"{PARAGRAPHS[0]}\n\n> On 12 Sep 2021, at 16:02, Tom Askew wrote:\n>\n> Is it cracked?\n>> By whom?\n"
    document = read_document(write(tmp_path / name, _MAIL.format(subject="Re: the breakwater") + body))
    assert (document.title, document.publisher, document.date) == ("Re: the breakwater", "Ines Varga", "2021-09-14")
    assert document.paragraphs == (
        "From: Ines Varga <i.varga@lisk.example>",
        "To: Tom Askew <t.askew@lisk.example>",
        PARAGRAPHS[0],
        "On 12 Sep 2021, at 16:02, Tom Askew wrote: “Is it cracked?”",
        "Quoted: “By whom?”",
    )


def test_mail_of_parts_is_read_by_its_text(tmp_path: Path) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "Inés Varga <i.varga@lisk.example>", "Brücke"
    message.set_content("Die Brücke ist gesperrt.")
    message.add_alternative("<p>Die <b>Brücke</b> ist gesperrt.</p>", subtype="html")
    message.add_attachment("not to be read", filename="notes.txt")
    document = read_document(write(tmp_path / "a.eml", message.as_bytes()))
    assert (document.title, document.publisher) == ("Brücke", "Inés Varga")
    assert document.paragraphs[-1] == "Die Brücke ist gesperrt."
    message.clear_content()
    message.set_content("<p>Die <b>Brücke</b> ist offen.</p>", subtype="html")
    assert read_document(write(tmp_path / "b.eml", message.as_bytes())).paragraphs[-1] == "Die Brücke ist offen."


@pytest.mark.parametrize("name", ["a.txt", "a.eml"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_headers_in_letters_of_their_own_are_read_as_they_are(tmp_path: Path, name: str, ends: str) -> None:
    head = _MAIL.format(subject="Über die Brücke").replace("Ines", "Inés")
    document = read_document(write(tmp_path / name, (head + PARAGRAPHS[0]).replace("\n", ends)))
    assert (document.title, document.publisher, document.date) == ("Über die Brücke", "Inés Varga", "2021-09-14")
    assert document.paragraphs[0] == "From: Inés Varga <i.varga@lisk.example>"


@pytest.mark.parametrize(("subject", "title"), [("BREAKWATER", "BREAKWATER"), ("", "Notes on our walk")])
def test_headers_are_no_part_of_the_title(tmp_path: Path, subject: str, title: str) -> None:
    path = write(tmp_path / "a.eml", _MAIL.format(subject=subject) + f"Notes on our walk\n\n{PARAGRAPHS[0]}")
    document = read_document(path)
    assert document.title == title
    assert document.paragraphs[0] == "From: Ines Varga <i.varga@lisk.example>"


def test_all_parts_of_a_message_that_are_text_are_read(tmp_path: Path) -> None:
    from email.message import EmailMessage

    inner = EmailMessage()
    inner["From"], inner["Date"] = "Tom Askew <t.askew@lisk.example>", "Sun, 12 Sep 2021 16:02:00 +0200"
    inner.set_content("Is it cracked?")
    message = EmailMessage()
    message["From"], message["Subject"] = "Ines Varga <i.varga@lisk.example>", "Fwd: the breakwater"
    message["Date"] = "Tue, 14 Sep 2021 09:41:07 +0200"
    message.set_content("It is, at both ends.")
    message.add_attachment(b"none", maintype="image", subtype="png")
    message.add_attachment("It goes on here.", disposition="inline")
    message.add_attachment(inner)
    document = read_document(write(tmp_path / "a.eml", message.as_bytes()))
    assert document.date == "2021-09-14"
    assert document.paragraphs == (
        "From: Ines Varga <i.varga@lisk.example>",
        "It is, at both ends.",
        "It goes on here.",
        "From: Tom Askew <t.askew@lisk.example>",
        "Date: Sun, 12 Sep 2021 16:02:00 +0200",
        "Tom Askew wrote: “Is it cracked?”",
    )


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        (
            "On Mon, Sep 13, 2021 at 9:14 AM Ada Lund <a.lund@x.example> wrote:\n> {}",
            ("On Mon, Sep 13, 2021 at 9:14 AM Ada Lund <a.lund@x.example> wrote: “{0}”", "Ada Lund wrote: “{1}”"),
        ),
        (
            "Am 13.9.2021 um 9:14 schrieb Ada Lund:\n> {}",
            ("Am 13.9.2021 um 9:14 schrieb Ada Lund: “{0}”", "Ada Lund wrote: “{1}”"),
        ),
        ("> {}", ("Quoted: “{0}”", "Quoted: “{1}”")),
        (
            "-----Original Message-----\nFrom: Ada Lund\nSent: 13 September 2021\nSubject: Boat\n\n{}",
            ("Ada Lund wrote: “{0}”", "Ada Lund wrote: “{1}”"),
        ),
    ],
)
def test_what_a_reply_quotes_is_told_as_its_writers(tmp_path: Path, quoted: str, told: tuple[str, str]) -> None:
    sentences = ("The boat leaves at nine.", "Bring the chart.")
    body = f"That is too early for me.\n\n{quoted.format(' '.join(sentences))}\n"
    read = read_document(write(tmp_path / "a.eml", _MAIL.format(subject="Re: Boat") + body)).paragraphs
    assert "That is too early for me." in read
    assert read[-2:] == tuple(line.format(*sentences) for line in told)


def test_a_mailbox_tells_of_each_sentence_who_wrote_it(tmp_path: Path) -> None:
    other = _MAIL.format(subject="Re: Boat").replace("Ines Varga", "Tom Askew").replace("14 Sep", "15 Sep")
    mails = (
        _MAIL.format(subject="Boat") + "It leaves at nine. From here.\n",
        other + "> It leaves at nine.\n\nTen is better.\n",
    )
    box = "".join(f"From x@lisk.example Tue Sep 14 09:41:07 2021\n{mail}\n" for mail in mails)
    document = read_document(write(tmp_path / "a.mbox", box))
    assert (document.title, document.publisher, document.date) == ("Boat", None, None)
    assert [line for line in document.paragraphs if "“" in line] == [
        "Ines Varga wrote: “It leaves at nine.”",
        "Ines Varga wrote: “From here.”",
        "Quoted: “It leaves at nine.”",
        "Tom Askew wrote: “Ten is better.”",
    ]
    assert read_document(write(tmp_path / "b.mbox", box.replace("15 Sep", "14 Sep"))).date == "2021-09-14"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (">From here it is far.", ["Ines Varga wrote: “From here it is far.”"]),
        ("We said:\n\n>>From here it is far.", ["Ines Varga wrote: “We said:”", "Quoted: “From here it is far.”"]),
        (
            "> It leaves at nine.\n>From here it is far.",
            ["Quoted: “It leaves at nine.”", "Ines Varga wrote: “From here it is far.”"],
        ),
        (
            ">It leaves at nine.\n>From here it is far.",
            ["Quoted: “It leaves at nine.”", "Quoted: “From here it is far.”"],
        ),
        ("> From here it is far.", ["Quoted: “From here it is far.”"]),
    ],
)
def test_a_mailbox_escapes_what_begins_like_its_own_lines(tmp_path: Path, lines: str, told: list[str]) -> None:
    box = f"From x@lisk.example Tue Sep 14 09:41:07 2021\n{_MAIL.format(subject='Boat')}{lines}\n"
    paragraphs = read_document(write(tmp_path / "a.mbox", box)).paragraphs
    assert [line for line in paragraphs if "“" in line] == told


_SAID = "<blockquote type='cite'><p>The boat leaves at nine.</p></blockquote>"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"<p>Too early.</p>{_SAID}<p>Ten?</p>", ("Too early.", "Quoted: “The boat leaves at nine.”", "Ten?")),
        (f"<p>Ada Lund wrote:</p>{_SAID}<p>Ten?</p>", ("Ada Lund wrote: “The boat leaves at nine.”", "Ten?")),
        (f"<p>So she wrote:</p>{_SAID}", ("So she wrote:", "Quoted: “The boat leaves at nine.”")),
        (
            f"<div>On 13 Sep 2021 at 9:14, Ada Lund wrote:</div>{_SAID}<p>Ten?</p>",
            ("On 13 Sep 2021 at 9:14, Ada Lund wrote: “The boat leaves at nine.”", "Ten?"),
        ),
        (
            f"<p>Look.</p><blockquote><p>From: Ada Lund</p><p>Subject: Boat</p>{_SAID}<p>Hm.</p></blockquote>Ten?",
            (
                "Look.",
                "From: Ada Lund",
                "Subject: Boat",
                "Quoted: “The boat leaves at nine.”",
                "Ada Lund wrote: “Hm.”",
                "Ten?",
            ),
        ),
        (_SAID, ("The boat leaves at nine.",)),
        (f"<blockquote><p>Too early.</p>{_SAID}</blockquote>", ("Too early.", "Quoted: “The boat leaves at nine.”")),
    ],
)
def test_what_a_page_in_a_message_quotes_is_not_told_as_its_sender_s(
    tmp_path: Path, body: str, told: tuple[str, ...]
) -> None:
    head = "From: i.varga@lisk.example\nDate: 14 Sep 2021 09:41\nSubject: Bridge\nContent-Type: text/html\n\n"
    assert read_document(write(tmp_path / "a.eml", head + body)).paragraphs[1:] == told


def test_what_is_attached_to_a_message_is_named_as_unread(tmp_path: Path) -> None:
    parts = (
        "Content-Type: text/plain\n\n> It leaves at nine.\n",
        'Content-Type: text/plain\nContent-Disposition: attachment; filename="tides.txt"\n\nHigh water at two.\n',
        'Content-Type: image/png; name="logo.png"\nContent-Disposition: inline; filename="logo.png"\n\nx\n',
        'Content-Type: application/pgp-signature; name="signature.asc"\n\nx\n',
        "Content-Type: text/plain\n\nTen is better.\n",
    )
    head = _MAIL.format(subject="Boat\nContent-Type: multipart/mixed; boundary=x")
    mail = head + "".join(f"--x\n{part}" for part in parts) + "--x--\n"
    document = read_document(write(tmp_path / "a.eml", mail))
    assert document.unread == ("tides.txt",)
    assert document.paragraphs[-2:] == ("Quoted: “It leaves at nine.”", "Ten is better.")
    box = read_document(write(tmp_path / "a.mbox", f"From x@lisk.example Tue Sep 14 09:41:07 2021\n{mail}"))
    assert box.unread == ("tides.txt",)


@pytest.mark.parametrize("page", ["<?xml version='1.0' encoding='utf-16'?><p>{}</p>", "<p>{}", "{}<!-- -->"])
def test_a_message_may_hold_any_page(tmp_path: Path, page: str) -> None:
    parts = (page.format("Die Brücke ist gesperrt."), "<!-- nothing -->")
    body = "".join(f"--x\nContent-Type: text/html; charset=utf-8\n\n{part}\n" for part in parts)
    head = "From: i.varga@lisk.example\nSubject: Bridge\nContent-Type: multipart/mixed; boundary=x\n\n"
    document = read_document(write(tmp_path / "a.eml", f"{head}{body}--x--\n"))
    assert document.paragraphs[-1] == "Die Brücke ist gesperrt."


def test_a_text_that_begins_with_one_label_is_no_mail(tmp_path: Path) -> None:
    text = f"From: the harbour\n\n{PARAGRAPHS[0]}\n\n> 3 is more than 2."
    assert read_document(write(tmp_path / "a.txt", text)).paragraphs[-1] == "> 3 is more than 2."


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


def test_one_stray_byte_in_a_short_text_leaves_its_letters_whole() -> None:
    assert decode("Le café est fermé, ".encode() + b"d\xe9j\xe0.") == "Le café est fermé, déjà."
    assert decode("Le café est fermé, l".encode() + b"\xc3 aussi.") == "Le café est fermé, l\ufffd aussi."
    assert decode("Le café est fermé.".encode("cp1252")) == "Le café est fermé."


def test_what_was_pasted_in_another_encoding_is_read_by_it() -> None:
    pasted = "The crane costs £300 – no more – says Zoë of the “Fern”, and €40 a day.".encode("cp1252")
    text = decode("Zürich, the café: ".encode() + pasted)
    assert text == "Zürich, the café: The crane costs £300 – no more – says Zoë of the “Fern”, and €40 a day."
    assert decode("The café closed. ".encode() + b"It owes \xa3300.") == "The café closed. It owes £300."
    for encoding, other in (
        ("cp1252", "„Das ist Ä“, sagt Frau Müller zu uns auf der Brücke."),
        ("cp1250", "Rada města rozhodla, že přístav zůstane zavřený až do jara, řekl mluvčí. Čeká se na loď."),
    ):
        assert decode(other.encode(encoding)) == other


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
        "part: caisson 7 │ state: cracked",
    )


def read_notes(tmp_path: Path, text: str) -> tuple[str, ...]:
    return read_document(write(tmp_path / "notes.md", f"# Notes\n\n{text}\n\nThe end of it.")).paragraphs[:-1]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The wall is cracked. %%ask Ines first%% It leaks.", ("The wall is cracked. It leaks.",)),
        ("%%\nnot yet\n\nto be told\n%%\n\nIt leaks.", ("It leaks.",)),
        ("Some 50%% of 10%% is lost.", ("Some 50%% of 10%% is lost.",)),
        ("It prints `%%d%%`.", ("It prints %%d%%.",)),
        ("```\n%%\nrule\n%%\n```", ("%% rule %%",)),
        ("Found by [[people/Ines Varga|Ines]] on [[2024-03-11]].", ("Found by Ines on 2024-03-11.",)),
        ("As told in [[1]](https://lisk.example/1).", ("As told in [1].",)),
        ("It holds [[2]] and `[[x]]`.", ("It holds [[2]] and [[x]].",)),
        (
            "It leaks.[^1] It is old.[^age]\n\n[^1]: Not now.\n[^age]: Of 1911.",
            ("It leaks. It is old.", "Not now.", "Of 1911."),
        ),
        ("Letters but `[^1]` and [^a-z] are marked.", ("Letters but [^1] and [^a-z] are marked.",)),
        ("It is old [citation needed] and leaks.[who?] [Crane needed]", ("It is old and leaks. [Crane needed]",)),
        ("It opened ~~in May~~ in June.", ("It opened in June.",)),
        ("*Ferry News*\n*Ines Varga*", ("Ferry News", "Ines Varga")),
        ("**Place:** Lisk\n**Chair:** Ines Varga", ("Place: Lisk", "Chair: Ines Varga")),
        ("3 May 2023\n4 October 2023", ("3 May 2023 4 October 2023",)),
        ("*All of it* is\n*wrapped* here.", ("All of it is wrapped here.",)),
        (
            "The rule is simple: it\nholds for all: none is left.",
            ("The rule is simple: it holds for all: none is left.",),
        ),
    ],
)
def test_the_marks_of_note_takers(tmp_path: Path, written: str, read: tuple[str, ...]) -> None:
    assert read_notes(tmp_path, written) == read


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("---\ntitle: The weir\ndate: 2024-02-30\n---", None),
        ("---\ntitle: The weir\ndate: 2024-02-29\npublisher: null\n---", "2024-02-29"),
        ('+++\ntitle = "The weir"\ndate = 2024-05-02T10:00:00Z\n+++', "2024-05-02"),
    ],
)
def test_front_matter_with_any_date_is_read(tmp_path: Path, front: str, date: str | None) -> None:
    document = read_document(write(tmp_path / "weir.md", f"{front}\n\n{PARAGRAPHS[0]}"))
    assert document == Document("The weir", PARAGRAPHS[:1], None, date)


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


@pytest.mark.parametrize("front", ["x: " + "[" * 3_000, "a: &a [1, 2]\nsource: &b [*a, *b]", "publisher: {name: a}"])
def test_front_matter_that_is_no_single_value_tells_nothing(tmp_path: Path, front: str) -> None:
    document = read_document(write(tmp_path / "a.md", f"---\n{front}\n---\n\n{PARAGRAPHS[0]}\n"))
    assert (document.publisher, document.paragraphs) == (None, PARAGRAPHS[:1])


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
    assert document.paragraphs == (*PARAGRAPHS, "• Stone", "• Cranes", "Caisson 7 │ cracked")


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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("word.txt", "\n".join([*wrap(" ".join(PARAGRAPHS * 9)), "a" * 200_000, *wrap(" ".join(PARAGRAPHS))])),
        ("lines.txt", "the mole of lisk and what the sea has left of it\nand of all that was on it\n" * 15_000),
        ("pages.txt", "\f".join("the mole of lisk and what the sea has left\n" * 30 for _ in range(3_000))),
        ("cues.txt", "Lisk" + "\n" * 100_000 + "1\n00:00:01,000 --> 00:00:02,000\nA mole.\n\n" * 2),
        ("codes.txt", "The mole of Lisk " + "\x9d1;" * 100_000),
        ("signs.md", "The mole of Lisk " + "%%a" * 30_000),
        ("comments.md", "The mole of Lisk\n\n" + "%%\n" * 30_001),
    ],
)
def test_a_text_of_one_kind_of_line_is_read_in_time_that_grows_with_it(tmp_path: Path, name: str, text: str) -> None:
    assert read_document(write(tmp_path / name, text)).paragraphs


def test_a_paragraph_of_nothing_but_controls_is_none(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "a.txt", "LISK PLC\n\n\u202e\n\nThe mole fell at Lisk in the night."))
    assert document.title == "LISK PLC"
    assert document.paragraphs == ("The mole fell at Lisk in the night.",)


def test_the_name_of_a_file_steers_no_terminal(tmp_path: Path) -> None:
    write(tmp_path / "a\x1b[2J\u202etxt.txt", b"The mole fell.")
    assert [file.name for file in find_files([tmp_path], SUFFIXES)] == [r"a\x1b[2J\u202etxt.txt"]


@pytest.mark.parametrize(
    "sign", [b"\x1b[1m", b"\x07", b"\x1b]0;harbour\x07", b"\x1a", b"\x02"], ids=["bold", "bell", "title", "end", "odd"]
)
def test_a_short_text_from_a_terminal_is_read(sign: bytes, tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    file.write_bytes(b"The ferry" + sign * 3 + b" left at noon.\n\nIt came back in the evening." + sign + b"\n")
    text = " ".join(read_document(file).paragraphs)
    assert text.endswith("left at noon. It came back in the evening.") and "\x1b" not in text and "\x07" not in text


@pytest.mark.parametrize("data", [bytes(range(1, 32)) * 3, b"abc\x00\x00\x01\x00" * 4, b"\x02\x03text\x05\x06" * 9])
def test_short_binary_data_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "data.txt").write_bytes(data)
    with pytest.raises(SourceError, match="binary"):
        read_document(tmp_path / "data.txt")
