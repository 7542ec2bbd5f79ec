"""Word documents as Word shows them once all changes are accepted."""

from pathlib import Path

import pytest
from documents import write_docx, write_word_xml

from index.readers import read_document


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties and f"<w:rPr>{properties}</w:rPr>"}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*parts: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{''.join(parts)}</w:p>"


def changed(kind: str, content: str) -> str:
    return f'<w:{kind} w:id="1" w:author="A">{content}</w:{kind}>'


def deleted(text: str) -> str:
    return changed("del", f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


def read(path: Path, body: str, notes: str = "") -> list[str]:
    return list(read_document(write_word_xml(path / "a.docx", body, notes)).paragraphs)


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = paragraph(run("The lock opens on "), deleted("2 May"), changed("ins", run("9 May")), run("."))
    body += paragraph(changed("ins", run("Nobody may fish from it.")))
    body += paragraph(deleted("Bring a rod."))
    body += paragraph(changed("moveFrom", run("The keeper was told.")))
    body += paragraph(changed("moveTo", run("The keeper was told so.")))
    assert read(tmp_path, body) == ["The lock opens on 9 May.", "Nobody may fish from it.", "The keeper was told so."]


def test_paragraphs_whose_parting_was_deleted_are_one(tmp_path: Path) -> None:
    mark = f"<w:rPr>{changed('del', '')}</w:rPr>"
    body = (
        paragraph(run("The lock opens "), properties=mark) + paragraph(run("at seven.")) + paragraph(run("It is new."))
    )
    assert read(tmp_path, body) == ["The lock opens at seven.", "It is new."]


def test_text_in_controls_tags_and_links_is_read(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(paragraph(run("The lock opens at seven.")))
    body += paragraph(
        run("The pilot "),
        control.format(run("Ann Holm")),
        run(" steered "),
        f'<w:smartTag w:element="place">{run("north")}</w:smartTag>',
        prompt.format(run("Click here to enter text.")),
        f' <w:hyperlink w:anchor="x">{run(" of the buoy")}</w:hyperlink>',
        run("."),
    )
    assert read(tmp_path, body) == ["The lock opens at seven.", "The pilot Ann Holm steered north of the buoy."]


def test_lines_and_pages_that_the_author_broke_are_parted(tmp_path: Path) -> None:
    body = paragraph(run("The lock is new."), '<w:r><w:br w:type="page"/></w:r>', run("It opens"), "<w:r><w:br/></w:r>")
    assert read(tmp_path, body + paragraph(run("at seven."))) == ["The lock is new.", "It opens", "at seven."]


def test_hidden_text_is_not_read(tmp_path: Path) -> None:
    body = paragraph(run("The price is held."), run(" Do not tell them.", "<w:vanish/>"))
    body += paragraph(run("It ends in May.", '<w:vanish w:val="0"/>'))
    assert read(tmp_path, body) == ["The price is held.", "It ends in May."]


def test_notes_stand_behind_their_paragraph(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    notes = note.format(2, paragraph(run(" Without the scaffold."))) + note.format(3, paragraph(run("In 2019.")))
    body = paragraph(run("The price is 90 crowns"), mark.format(2), run(", held until May."))
    body += paragraph(run("It was lower once."), mark.format(3)) + paragraph(run("All agree."))
    assert read(tmp_path, body, notes) == [
        "The price is 90 crowns, held until May.",
        "[1] Without the scaffold.",
        "It was lower once.",
        "[2] In 2019.",
        "All agree.",
    ]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph(run('Mind the gate.'))}</w:txbxContent>"
    drawn = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
    drawn += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    body = paragraph(run("The lock is new."), f"<w:r>{drawn}</w:r>") + paragraph(run("It opens at seven."))
    assert read(tmp_path, body) == ["The lock is new.", "Mind the gate.", "It opens at seven."]


def test_numbers_of_lists_are_told(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for text, style in (
        ("Close it.", "List Number"),
        ("Mend it.", "List Number"),
        ("The second option is the best.", None),
        ("It is cheap.", "List Bullet"),
        ("Build another.", "List Number"),
        ("Set in by hand.", "List Continue"),
    ):
        document.add_paragraph(text, style=style)
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").paragraphs == (
        "1. Close it.",
        "2. Mend it.",
        "The second option is the best.",
        "• It is cheap.",
        "3. Build another.",
        "Set in by hand.",
    )


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("lowerLetter", "(%2)", ["1.", "(a)", "(b)", "2.", "(a)"]),
        ("upperRoman", "%2.", ["1.", "I.", "II.", "2.", "I."]),
        ("decimal", "%1.%2", ["1.", "1.1", "1.2", "2.", "2.1"]),
        ("bullet", "o", ["1.", "•", "•", "2.", "•"]),
        ("ideographDigital", "%2", ["1.", "•", "•", "2.", "•"]),
    ],
)
def test_lists_within_lists_are_numbered_anew(tmp_path: Path, form: str, text: str, labels: list[str]) -> None:
    import docx
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = level.format(0, "decimal", "%1.") + level.format(1, form, text)
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.add_num(90)
    number = numbering.num_lst[-1].numId
    for depth in (0, 1, 1, 0, 1):
        properties = document.add_paragraph("Stone.")._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = depth, number
    document.save(str(tmp_path / "a.docx"))
    assert list(read_document(tmp_path / "a.docx").paragraphs) == [f"{label} Stone." for label in labels]


def test_tables_within_tables_and_cells_over_rows_are_read(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("These are the tides of May.")
    table = document.add_table(rows=3, cols=3)
    for place, text in enumerate(("Tides", "High", "6.1 m", "", "Low", "1.3 m", "", "", "")):
        table.cell(place // 3, place % 3).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(2, 2)).add_table(rows=1, cols=2)
    inner = table.cell(2, 0).tables[0]
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Neap", "2.0 m"
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").paragraphs == (
        "These are the tides of May.",
        "Tides │ High │ 6.1 m",
        "Tides │ Low │ 1.3 m",
        "Neap │ 2.0 m",
    )


def test_a_styled_title_is_the_title(tmp_path: Path) -> None:
    heading = paragraph(changed("ins", run("The lock")), properties='<w:pStyle w:val="Title"/>')
    path = write_word_xml(tmp_path / "a.docx", heading + paragraph(run("It opens at seven.")))
    assert read_document(path).title == "The lock"
    assert read_document(write_docx(tmp_path / "b.docx", ["It opens at seven."], title="Locks")).title == "Locks"


def test_a_document_without_properties_has_its_first_line_as_title(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for line in ("Minutes of the lock", "The lock opens at seven.", "It is new."):
        document.add_paragraph(line)
    package = document.part.package
    kept = [name for name, each in package.rels.items() if each.reltype.endswith("/core-properties")]
    for name in kept:
        del package.rels[name]
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").title == "Minutes of the lock"


def test_the_first_row_of_a_table_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "levels.docx"
    rows = (("Pegel", "Level"), ("Lisk", "3 m"), ("Ellery", "4 m"))
    cells = ("".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
    write_word_xml(path, f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>")
    document = read_document(path)
    assert document.title == "levels"
    assert document.paragraphs == ("Pegel │ Level", "Lisk │ 3 m", "Ellery │ 4 m")
