import pytest
from texts import article, blocks, faults, markdown, shown

from edition.model import Figure, Paragraph, Table
from edition.text.inlines import printed


def notes(text: str) -> dict[str, str]:
    return {note.id: shown(note.content) for note in article(text).footnotes}


def cells(text: str) -> list[list[str]]:
    table = next(b for b in blocks(text) if isinstance(b, Table))
    return [["/".join(printed(line) for line in c.lines) for c in row] for row in (table.header, *table.rows)]


# ── Notes ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_footnotes_and_endnotes_are_series_of_their_own():
    text = "甲[footnoteRef:1]乙[endnoteRef:1]。 [1:  脚注。]  [1:  尾注。] "
    assert notes(text) == {"n1": "脚注。", "e1": "尾注。"}


def test_endnotes_stand_apart_and_lead_back(rendered):
    html = rendered(markdown(article("甲[footnoteRef:1]乙[endnoteRef:1]。 [1:  脚注。]  [1:  尾注。] ")))
    assert '<a id="r1" href="#n1"' in html
    assert '<a id="re1" href="#e1"' in html
    assert '<li id="e1"><span class="note-label">e1</span> 尾注。' in html
    assert 'href="#re1"' in html
    assert html.index('id="notes"') < html.index('id="n1"') < html.index('id="endnotes"') < html.index('id="e1"')


def test_an_endnote_without_its_text_is_refused():
    assert faults("甲[endnoteRef:2]。") == [
        "seeds/text.txt:1: [endnoteRef:2] calls an endnote that the text does not have; "
        "add [2:  …] at the end of the paragraph, or remove the call"
    ]


def test_a_note_called_twice_is_printed_once_where_the_extraction_repeats_it(rendered):
    read = article("甲[footnoteRef:3]。 [3:  注]\n乙[footnoteRef:3]。 [3:  注]")
    assert [(note.id, note.calls) for note in read.footnotes] == [("n3", 2)]
    assert read.account.counts["repeated note"] == 1
    html = rendered(markdown(read))
    assert all(f'id="{id}"' in html and f'href="#{id}"' in html for id in ("r3", "r3-2"))


def test_a_note_may_go_on_over_lines(rendered):
    text = "甲[footnoteRef:1]。 [1:  第一行，\n\n第二行。]\n\n乙。"
    assert notes(text) == {"n1": "第一行，\n第二行。"}
    assert "第一行，<br>第二行。" in rendered(markdown(article(text)))
    assert [p.line for p in article(text).passages] == [1, 4 + 1]


def test_a_note_that_is_not_closed_swallows_no_other():
    assert faults("甲[footnoteRef:1]。 [1:  注\n乙[footnoteRef:2]。 [2:  注二]")[0].startswith("seeds/text.txt:1: ")


def test_more_than_a_hundred_notes_keep_their_numbers():
    text = "\n".join(f"段{n}[footnoteRef:{n}]。 [{n}:  注{n}] " for n in range(150))
    assert [note.id for note in article(text).footnotes] == [f"n{n}" for n in range(150)]


@pytest.mark.parametrize(
    "note",
    ["见[俄]文，“甲”。", "甲]乙", "见 [2: 3] 页", "“甲”]", "a \"b\" 'c' «d»", "[甲", "https://e.kz/?a[0]=1", "\t() 甲"],
)
def test_brackets_and_quotation_marks_belong_to_the_note(note: str):
    assert notes(f"一[footnoteRef:1]二[footnoteRef:7]。 [1:  {note}] [7:  末] ") == {"n1": note.strip(), "n7": "末"}


# ── Tables ────────────────────────────────────────────────────────────────────────────────────────────────────

TIKA = "文。\n\t甲\n\t乙\n\n\t一\n\t二\n\n\n后文。"
POI = "文。\n甲\t乙\n一\t二\n\n后文。"


@pytest.mark.parametrize("text", [TIKA, POI])
def test_a_table_may_have_a_cell_or_a_row_a_line(text: str):
    assert cells(text) == [["甲", "乙"], ["一", "二"]]
    assert [type(b).__name__ for b in blocks(text)] == ["Paragraph", "Table", "Paragraph"]


def test_cells_may_have_several_lines_in_either_form():
    assert cells("\t甲\n（均值）\n\t乙\n\n\t一\n\t二\n\n\n后。") == [["甲/（均值）", "乙"], ["一", "二"]]
    assert cells("文。\n序号\t内容\t数\n1\t甲\n乙\n丙\t3\n2\t丁\t4\n\n后。") == [
        ["序号", "内容", "数"],
        ["1", "甲/乙/丙", "3"],
        ["2", "丁", "4"],
    ]


def test_no_cell_of_a_ragged_table_is_lost(rendered):
    text = "\t甲\n\t乙\n\t丙\n\n\t合并一二\n\t三\n\n\t全部合并\n\n\n后。"
    assert cells(text) == [["甲", "乙", "丙"], ["合并一二", "三"], ["全部合并"]]
    html = rendered(markdown(article(text)))
    assert '<td colspan="3">全部合并</td>' in html
    assert html.count("<td") == 3


def test_empty_cells_keep_their_places():
    assert cells("\t\n\t甲\n\n\t乙\n\t\n\n\n后。") == [["", "甲"], ["乙", ""]]
    assert cells("文。\n甲\t乙\n\t\n丙\t\n\n后。") == [["甲", "乙"], ["", ""], ["丙", ""]]


def test_a_note_in_a_cell_ends_no_row():
    tika = "\t甲\n\t乙[footnoteRef:3] [3:  注] \n\n\t丙\n\n\t一\n\t二\n\t三\n\n\n后。"
    poi = "文。\n甲\t乙[footnoteRef:3] [3:  注] \t丙\n一\t二\t三\n\n后。"
    for text in (tika, poi):
        assert cells(text) == [["甲", "乙", "丙"], ["一", "二", "三"]]
        assert notes(text) == {"n3": "注"}


def test_two_rows_of_notes_in_one_line_are_all_read():
    text = "文。\n甲[footnoteRef:1] [1:  a] \t乙[footnoteRef:2] [2:  b] \t丙\n一\t二\t三\n\n后。"
    assert cells(text)[0] == ["甲", "乙", "丙"]
    assert notes(text) == {"n1": "a", "n2": "b"}


def test_two_tables_in_a_row_stay_two():
    assert [type(b) for b in blocks(TIKA.removesuffix("后文。") + TIKA.removeprefix("文。\n"))].count(Table) == 2


@pytest.mark.parametrize(
    "text",
    [
        "文。\n\tа) первое;\n\tб) второе.\n1.2.3.",
        "\t第一段是一句话。\n\t第二段也是一句话。\n后文。",
        "目录：\n\t一\t前言\t3\n\t二\t正文\t4\n\n后文。",
        "文。\n1.\t第一条规定如下。\n2.\t第二条规定如下。\n后文。",
        "文。\n\t\t居中的标题\n后文。",
    ],
)
def test_lines_indented_with_tabs_are_no_table(text: str):
    assert not [b for b in blocks(text) if isinstance(b, Table)]
    assert article(text).account.total == len(text)


def test_a_table_that_is_no_longer_followed_by_empty_lines_ends_with_its_rows():
    kinds = [type(b).__name__ for b in blocks("\t甲\n\t乙\n\n\t一\n\t二\n\n后文是一句话。")]
    assert kinds == ["Table", "Paragraph"]


# ── Marks ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_marks_of_the_word_processor_are_not_printed_but_accounted_for():
    read = article("[bookmark: _Toc1][bookmark: _GoBack]标题\n\n[image: ]正文。")
    assert [printed(p.block.content) for p in read.passages] == ["标题", "正文。"]
    assert read.account.counts["bookmark"] == len("[bookmark: _Toc1][bookmark: _GoBack]")
    assert read.account.counts["picture mark"] == len("[image: ]")


def test_a_line_that_stands_for_a_picture_is_a_caption_with_its_description():
    figure = blocks("正文。\n[image: 固态硬盘]\n又。")[1]
    assert isinstance(figure, Figure)
    assert printed(figure.content) == "固态硬盘"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("马燕宁", ("马燕宁",)),
        ("马燕宁 李小明", ("马燕宁", "李小明")),
        ("作者：阿依古丽", ("阿依古丽",)),
        ("木合塔尔·木拉提", ("木合塔尔·木拉提",)),
        ("Касым-Жомарт Токаев, Мария Иванова", ("Касым-Жомарт Токаев", "Мария Иванова")),
        ("John Smith", ("John Smith",)),
    ],
)
def test_the_line_under_the_title_names_the_authors(line: str, authors: tuple[str, ...]):
    assert blocks(f"石油论\n{line}\n\n正文。")[1].authors == authors


@pytest.mark.parametrize("line", ["产品介绍", "Глава 1", "一、背景", "A uniform table", "这是一句话。"])
def test_a_line_under_the_title_that_names_nobody_is_no_author_line(line: str):
    assert not hasattr(blocks(f"石油论\n{line}\n\n正文。")[1], "authors")


def test_a_text_in_one_long_paragraph_is_a_paragraph():
    assert isinstance(blocks("正文" * 500 + "。")[0], Paragraph)
