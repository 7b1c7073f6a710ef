import pytest
from texts import article, block, blocks, shown, unspaced

from edition.model import (
    Abstract,
    Byline,
    CreditLine,
    Figure,
    FigureKind,
    Heading,
    ListLine,
    Paragraph,
    Quotation,
    Speech,
    Table,
    Title,
)


def kinds(text: str) -> list[str]:
    return [type(block).__name__ for block in blocks(text)]


def cells(table: Table) -> list[list[str]]:
    return [["/".join(map(shown, cell.lines)) for cell in row] for row in (table.header, *table.rows)]


# ── Header, title, author line, abstract ──────────────────────────────────────────────────────────────────────


def test_the_header_is_metadata_and_what_follows_it_the_title():
    read = article(" date 2025-11-15 协作加速区域发展\n\n正文。")
    assert read.header.date.edtf == "2025-11-15"
    assert kinds(read.seed.text) == ["Title", "Paragraph"]
    assert shown(read.passages[0].block.content) == "协作加速区域发展"


def test_a_sentence_after_the_header_is_the_first_paragraph():
    assert kinds(" date 2025-10-09 总统感谢各国贡献。\n\n正文。") == ["Paragraph", "Paragraph"]


def test_the_header_may_stand_alone_on_its_line_or_after_a_byte_order_mark():
    assert kinds("\ufeff date 2025-10-09\n\n正文。") == ["Paragraph"]


def test_a_header_further_down_is_text():
    assert kinds("正文。\n date 2025-10-09 又一节") == ["Paragraph", "Paragraph"]


def test_a_short_first_line_is_the_title_and_a_short_second_one_the_authors():
    assert kinds("石油论\n王强\n\n正文。") == ["Title", "Byline", "Paragraph"]


def test_a_short_line_after_a_blank_one_is_a_heading_and_no_author_line():
    assert kinds("石油论\n\n引言\n\n正文。") == ["Title", "Heading", "Paragraph"]


def test_a_numbered_first_line_is_a_heading_and_no_title():
    assert kinds("1、 引言\n正文。") == ["Heading", "Paragraph"]


@pytest.mark.parametrize("label", ["摘要：", "摘 要：", "摘要:"])
def test_an_abstract_says_so(label: str):
    assert isinstance(block(f"石油论\n\n{label}本文论石油。"), Abstract)


# ── Headings ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "line",
    [
        "中亚：外交新活力",
        "“无缝过境”与区域物流议题",
        "150亿美元投资与商务合作",
        "专家观点",
        "一、引言",
        "1、 俄哈关系：盟友",
        " 结语 ",
    ],
)
def test_a_short_line_without_final_mark_is_a_section_heading(line: str):
    heading = block(f"正文。\n{line}\n")
    assert (type(heading), heading.level) == (Heading, 2)


@pytest.mark.parametrize(
    "line", ["（1） 官方中立表述", "（三）经济、民族问题上的有限博弈", "（一）国际局势：俄西关系破裂 "]
)
def test_a_number_in_brackets_makes_a_subsection(line: str):
    assert block(f"正文。\n{line}").level == 3


@pytest.mark.parametrize(
    "line", ["第一，不派遣军队。", "他表示：", "其中，", "正文……", "甲；乙", "What next?", "字" * 51]
)
def test_a_sentence_a_long_line_or_one_that_goes_on_is_no_heading(line: str):
    assert isinstance(block(f"正文。\n{line}"), Paragraph)


# ── Running text ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "ordinal"),
    [("第一，不派遣军队。", 1), ("第2， 保持沟通。", 2), ("第十，守约。", 10), ("第一次会晤。", None)],
)
def test_a_run_in_number_opens_a_paragraph_and_stays_in_it(line: str, ordinal: int | None):
    paragraph = block(f"正文。\n{line}")
    assert (paragraph.ordinal, shown(paragraph.content)) == (ordinal, line)


def test_a_paragraph_broken_in_two_stays_in_two():
    assert kinds("带来的挑战。第一，\n向美国示好，避免二次制裁。") == ["Paragraph", "Paragraph"]


@pytest.mark.parametrize("speaker", ["他", "托卡耶夫", "总统"])
def test_words_between_hyphens_are_a_speech_with_its_speaker(speaker: str):
    speech = block(f"- 中亚是一个整体。-{speaker}说。")
    assert (type(speech), speech.speaker) == (Speech, speaker)
    assert (shown(speech.content), shown(speech.attribution)) == ("- 中亚是一个整体。", f"-{speaker}说。")


def test_a_hyphen_alone_makes_no_speech():
    assert isinstance(block("- 中亚是一个整体。"), Paragraph)


@pytest.mark.parametrize("line", ["“峰会很成功。”", "“他说‘好’。甲“乙”丙。”", "“真的吗？”"])
def test_a_paragraph_in_quotation_marks_is_a_quotation(line: str):
    assert isinstance(block(f"他表示：\n{line}"), Quotation)


@pytest.mark.parametrize("line", ["“峰会”和“会谈。”", "“峰会很成功。”他说。", "“峰会很成功。"])
def test_a_paragraph_partly_in_quotation_marks_is_none(line: str):
    assert isinstance(block(f"他表示：\n{line}"), Paragraph)


def test_a_list_printed_in_one_line_has_its_items():
    items = block("峰会关注三大方向：\n\n安全与稳定：打击恐怖主义。 经济合作：发展贸易。 社会：推动交流。").items
    assert [shown(item) for item in items] == ["安全与稳定：打击恐怖主义。", "经济合作：发展贸易。", "社会：推动交流。"]


def test_the_same_line_without_a_colon_before_it_is_a_paragraph():
    assert isinstance(block("峰会结束。\n\n安全与稳定：打击恐怖主义。 经济合作：发展贸易。"), Paragraph)


def test_one_item_makes_no_list():
    assert not isinstance(block("峰会关注：\n\n安全与稳定：打击恐怖主义。"), ListLine)


def test_the_credit_line_names_the_translator():
    credit = block("正文。\n【编译：木合塔尔·木拉提】")
    assert (type(credit), credit.translator) == (CreditLine, "木合塔尔·木拉提")


# ── Captions ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "kind", "credit", "lang"),
    [
        ("Инфографика: Kazinform", FigureKind.INFOGRAPHIC, "Kazinform", "en"),
        ("Фото: Ақорда", FigureKind.PHOTOGRAPH, "Ақорда", "kk"),
        ("Фото: Правительство РФ", FigureKind.PHOTOGRAPH, "Правительство РФ", "ru"),
        ("Фото：新华社", FigureKind.PHOTOGRAPH, "新华社", None),
        ("Фото:", FigureKind.PHOTOGRAPH, None, None),
    ],
)
def test_a_caption_says_what_the_picture_was_and_whose(
    line: str, kind: FigureKind, credit: str | None, lang: str | None
):
    figure = block(f"正文。\n{line}")
    assert isinstance(figure, Figure)
    assert (figure.kind, figure.credit, figure.credit_lang) == (kind, credit, lang)
    assert shown(figure.content) == line


def test_a_text_may_begin_with_a_caption_and_a_sentence_with_the_word_is_none():
    assert kinds("Фото: Ақорда\n\n正文。") == ["Figure", "Paragraph"]
    assert isinstance(block("正文：Фото: Ақорда。"), Paragraph)


# ── Tables ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_table_has_title_unit_header_rows_and_source():
    table = block("\t表1  甲\n单位：元\n\n\t年\n\t额\n（均）\n\n\t2020\n\t9.2:1\n\n\t资料来源：世行\n")
    assert (shown(table.title), shown(table.unit), shown(table.source)) == ("表1  甲", "单位：元", "资料来源：世行")
    assert cells(table) == [["年", "额/（均）"], ["2020", "9.2:1"]]


def test_a_line_without_tab_after_a_blank_one_ends_the_table():
    assert kinds("\t甲\n\t乙\n\n\t1\n\t2\n\n正文。") == ["Table", "Paragraph"]


def test_an_empty_cell_keeps_its_place_within_a_row():
    assert cells(block("\t甲\n\t乙\n\n\t\n\t2\n\n\t3\n\t\n")) == [["甲", "乙"], ["", "2"], ["3", ""]]


def test_an_empty_corner_keeps_its_place():
    assert cells(block("正文。\n\n\t\n\t2020\n\t2021\n\n\t哈\n\t1\n\t2\n")) == [["", "2020", "2021"], ["哈", "1", "2"]]


def test_a_tab_alone_is_no_table():
    assert kinds("正文。\n\t\n\n正文。") == ["Paragraph", "Paragraph"]


# ── White space ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("space", [" ", "\u3000\u3000", "\u00a0", "\t "])
def test_white_space_around_a_line_is_no_part_of_it(space: str):
    assert unspaced(shown(block(f"标题\n\n他说。{space}").content)) == "他说。"


def test_a_text_that_is_indented_by_ideographic_spaces_reads_as_without():
    assert kinds("\u3000\u3000石油论\n\n\u3000\u3000正文。") == ["Title", "Paragraph"]


def test_the_title_is_read_even_after_blank_lines():
    assert isinstance(blocks("\n \n石油论\n\n正文。")[0], Title)
    assert isinstance(blocks("\n石油论\n王强\n\n正文。")[1], Byline)
