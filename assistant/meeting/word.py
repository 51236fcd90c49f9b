"""The parts of a Word document: headings, people's words, tables, and room to write.

People's own words may hold any character: those that XML cannot carry are shown by a stand-in,
and words in a script that runs from right to left do so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.texts.printable import printable

_LANGUAGE = "en-GB"
_BLACK = RGBColor(0, 0, 0)
_QUOTE = "Quote"


def document(title: str, page: str) -> Document:
    """An empty document for A4, with a title for programs, and a foot on every page."""
    made = docx.Document()
    made.core_properties.title = printable(title)
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.core_properties.language = _LANGUAGE
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    _style(made)
    foot = section.footer.paragraphs[0]
    _say(foot, f"{page}  ·  ")
    _page_number(foot.add_run())
    return made


def heading(document: Document, level: int, text: str, *, new_page: bool = False) -> None:
    """A heading of this level, 1 to 9, on one line."""
    made = document.add_heading(level=level)
    made.paragraph_format.page_break_before = new_page
    _say(made, " ".join(text.split()))


def paragraph(document: Document, text: str, *, italic: bool = False) -> None:
    """A paragraph of our own words."""
    _say(document.add_paragraph(), text, italic=italic)


def bullet(document: Document, text: str) -> None:
    """One line of a list."""
    _say(document.add_paragraph(style="List Bullet"), text)


def quotation(document: Document, text: str) -> None:
    """Somebody's words, line for line."""
    _say(document.add_paragraph(style=_QUOTE), text)


def table(
    document: Document,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[Length],
) -> None:
    """A table with a row of headings, which stands again on every page that it reaches."""
    made: Table = document.add_table(rows=1 + len(rows), cols=len(columns), style="Table Grid")
    made.autofit = False
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for place, texts in enumerate((columns, *rows)):
        for cell, text, width in zip(made.rows[place].cells, texts, widths, strict=True):
            cell.width = width
            _say(cell.paragraphs[0], text, bold=place == 0)


def room_to_write(document: Document, lines: int) -> None:
    """Empty lines to write on: a table of one column, whose rows have the height of a hand."""
    made = document.add_table(rows=lines, cols=1, style="Table Grid")
    for each in made.rows:
        each.height = Mm(9)
        each.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY


def _style(made: Document) -> None:
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    fonts = normal.element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGE)
    fonts.append(language)
    for style in made.styles:
        if style.type is WD_STYLE_TYPE.PARAGRAPH and style.name and "Heading" in style.name:
            style.font.color.rgb = _BLACK
    quote = made.styles[_QUOTE]
    quote.font.italic = quote.font.cs_italic = False
    quote.font.color.rgb = _BLACK
    quote.paragraph_format.left_indent = Mm(5)


def _say(into: Paragraph, text: str, *, bold: bool = False, italic: bool = False) -> None:
    run = into.add_run(printable(text))
    run.bold, run.italic = bold or None, italic or None
    if _from_right_to_left(text):
        into._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True


def _from_right_to_left(text: str) -> bool:
    """By the first letter that has a direction, as Unicode has it for a paragraph."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def _page_number(run: Run) -> None:
    """A field that Word fills in: the library has no call for it."""
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)
