import re
from html.parser import HTMLParser

import pytest
from mkdocs.utils.meta import get_data
from texts import CHINESE, article, markdown

from edition.model import ForeignRun, Link
from edition.writing.markdown import escape, fenced, front_matter, html, plain_references, text_as_html, write_inline

HOSTILE = [
    "2025. 年",
    "- 列表",
    "1/2 (c) -- ...",
    "2022~2023~2024",
    "https://e.kz/a",
    "key: value",
    "---",
    "+++ x",
    "# 标题",
    "标题\t===",
    "> 引文",
    "    四格",
    "\t制表",
    "| a | b |",
    "```x```",
    "~~~",
    "*a* _b_ **c** __d__ ==e== ^^f^^",
    "[a](javascript:alert(1))",
    "![a](b)",
    "[a]: b",
    "[^1] [^1]: x",
    "*[HTML]: x",
    "{: #x onclick=alert(1) }",
    "/// html | script",
    "!!! note",
    "??? note",
    '--8<-- "/etc/passwd"',
    "<script>alert(1)</script>",
    "<!-- x -->",
    "<b onclick='x'>",
    "&amp;lt; &#60;",
    "\\*a\\*",
    "{{ config }} {% x %} {# x #}",
    ":smile: @a #1",
    "$x$ $$y$$",
    "a\u2028b\u2029c",
    "\u3000\u3000首行",
    "尾  ",
]


class Words(HTMLParser):
    """The text of HTML, its tags and their attributes' names."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.feed(source)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.tags += (name for name, _ in attrs if name.startswith("on"))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_shown_as_it_is_printed(text: str, rendered):
    words = Words(rendered(escape(text)))
    assert words.text == text
    assert words.tags == ["p"]


@pytest.mark.parametrize("text", HOSTILE)
def test_so_it_is_in_a_heading_a_list_a_quotation_and_an_attribute(text: str, rendered):
    written = escape(text)
    for markdown_, tags in (
        (f"## {written} {{: #h1 }}", ["h2"]),
        (f"- {written}", ["ul", "li"]),
        (f"> {written}\n> {{: #p1 .speech }}", ["blockquote", "p"]),
        (fenced(3, "div.x", written), ["div", "p"]),
    ):
        words = Words(rendered(markdown_))
        assert words.text.strip("\n") == text.strip("\n")
        assert words.tags == tags
    assert Words(rendered(html("span", {"title": text}, "甲"))).tags == ["p", "span"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_in_the_front_matter_is_the_same_when_mkdocs_reads_it(text: str):
    _, values = get_data(front_matter({"title": text}) + "\n\n正文")
    assert values == {"title": text_as_html(text)}
    assert Words(values["title"]).text == text


def test_control_characters_are_shown_by_picture_or_name():
    assert escape("\x00\x1b\x7f") == "␀␛␡"
    assert escape("\x80\x85") == "⟨U&#43;0080⟩⟨U&#43;0085⟩"


def test_references_that_html_needs_stay_and_others_become_plain():
    assert plain_references("&#42;&#45;&#60;&#38;&#34;&#62;") == "*-&#60;&#38;&#34;&#62;"


def test_an_attribute_without_value_is_left_out():
    assert html("p", {"class": None, "lang": "en"}, "x") == '<p lang="en">x</p>'


def test_a_foreign_run_says_its_language(rendered):
    assert rendered(write_inline(ForeignRun("Ақорда", "kk"), CHINESE)) == '<p><span lang="kk">Ақорда</span></p>'


def test_an_address_is_a_link_that_says_exactly_what_is_printed(rendered):
    url = "https://e.kz/?a=1&b=%D0%B0'(x)#c"
    html_ = rendered(write_inline(Link(url, url), CHINESE))
    assert (href := re.search(r'href="([^"]*)"', html_))
    assert Words(f"<p>{href[1]}</p>").text == url == Words(html_).text


def test_the_words_of_a_text_are_no_markup_even_at_the_start_of_its_lines(rendered):
    lines = [
        "某论",
        "1. 一。",
        "- 二。",
        "# 三。",
        "    四。",
        "> 五。",
        "/// html | b。",
        "{: #x }。",
        "<b>六。</b>。",
    ]
    words = Words(rendered(markdown(article("\n\n".join(lines)))))
    assert words.text.split("\n") == [line.strip() for line in lines[1:]]
    assert set(words.tags) == {"p", "a", "span"}


# ── The table ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["1637.8", "9.2:1", "-3", "12%", "1,234.5", "+0.1%"])
def test_a_number_in_a_cell_is_set_as_a_number(text: str, rendered):
    assert f'<td class="numeric">{text}</td>' in rendered(markdown(article(f"\t甲\n\n\t{text}\n")))


@pytest.mark.parametrize("text", ["2017-2021", "2017—2021年", "1992～96"])
def test_a_period_in_a_cell_stays_in_one_line(text: str, rendered):
    assert '<td class="period">' in rendered(markdown(article(f"\t甲\n\n\t{text}\n")))


@pytest.mark.parametrize("text", ["2021年", "约3", "—", "n/a", ""])
def test_words_in_a_cell_are_not(text: str, rendered):
    assert "numeric" not in rendered(markdown(article(f"\t甲\n\t乙\n\n\t{text}\n\t丙\n")))


def test_the_cells_of_the_first_row_head_their_columns(rendered):
    html_ = rendered(markdown(article("\t甲\n\t乙\n（均）\n\n\t1\n\t2\n")))
    assert '<thead><tr><th scope="col">甲</th><th scope="col">乙<br>（均）</th></tr></thead>' in html_


def test_a_table_that_scrolls_can_be_reached_and_has_a_name(rendered):
    html_ = rendered(markdown(article("\t表1 “甲”\n\n\t甲\n\n\t1\n")))
    assert '<div class="table-region" role="region" tabindex="0" aria-label="表1 “甲”（可左右滚动）">' in html_
