"""What holds of every text, tried on texts dense in trouble."""

import re
from html import unescape
from itertools import chain

from conftest import render
from hypothesis import given
from hypothesis import strategies as st
from texts import all_inlines, article, faults, markdown, shown, unspaced

from edition.errors import EditionError
from edition.reader.seeds import decode_seed
from edition.text.streams import streams
from edition.writing.markdown import escape

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" + "，。“”（）：；、—…？！"
SPACES = " \t\u3000\u00a0\u2028\u2029\u200b\u202e\ufeff"
CONTROLS = "\x00\x02\x03\x0b\x0c\x1b\x1f\x7f\x80\x85"
MARKUP = ["1.", "{:", "[^1]", "///", "---", "!!!", "==", "--8<--", "{{", "{%", "```", "~~~"]
HTML = ["<!--", "-->", "<script>", "</p>", "&amp;", "&#60;", "javascript:", "https://e.kz/", "wzxhzdk:0"]
TROUBLE = [*PUNCTUATION, *SPACES, *CONTROLS, *MARKUP, *HTML, *"0123456789aZжәI汉字", "\U00020000"]
CONVENTIONS = [
    " date 2025-11-15 ",
    "date 2025-02-30 ",
    "[footnoteRef:1]",
    " [1:  ",
    " [2:",
    "[bookmark: _GoBack]",
    "\n\t",
]
LINE_ENDS = ["\n", "\n\n", "\r\n", "\r"]

inline_texts = st.lists(st.sampled_from(TROUBLE)).map("".join)
wild_texts = st.lists(st.sampled_from([*TROUBLE, *CONVENTIONS, *LINE_ENDS]), min_size=1).map("".join)

LINES = [
    "{}", "{}。", "\n", " date 2025-11-15 {}", "摘要：{}。", "一、{}", "（二）{}", "第一，{}。",
    "- {}。-他说。", "“{}。”", "他说：", "方向：{}。 又一：{}。", "Фото: {}", "【编译：{}】", "[bookmark: a]{}",
    "\t{}", "\t{}\n{}\n", "\t表1 {}\n单位：{}\n", "\t资料来源：{}\n",
    "{}[footnoteRef:#] [#:  {}]", "{}[footnoteRef:#]{}。\n [#:  {}] ",
    "[footnoteRef:#]{}。 [#:  见[footnoteRef:#9]。] [#9:  {}]",
]  # fmt: skip


@st.composite
def regular_texts(draw: st.DrawFn) -> str:
    """Lines that keep the conventions, whatever stands in them; # is the line's own number, a note's label."""
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
    filled = [
        re.sub(r"\{\}", lambda _: draw(inline_texts), line).replace("#", str(n)) for n, line in enumerate(lines, 1)
    ]
    return draw(st.sampled_from(LINE_ENDS)).join(filled)


seed_texts = regular_texts() | wild_texts | st.text()

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202e\ufeff]")


def visible(text: str) -> str:
    """The text as a page shows it: unseen characters by picture or number."""
    return UNSEEN.sub(lambda c: f"⟨U+{ord(c[0]):04X}⟩" if c[0] > "\x7f" else chr(0x2400 + min(ord(c[0]), 0x21)), text)


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@given(inline_texts)
def test_text_survives_markdown(text: str):
    html = render(f"甲{escape(text)}乙")
    assert html == f"<p>甲{html.removeprefix('<p>甲').removesuffix('乙</p>')}乙</p>"
    assert text_of(html) == f"甲{visible(text)}乙"


@given(inline_texts.filter(str.strip))
def test_text_survives_markdown_at_both_ends_of_a_paragraph(text: str):
    html = render(escape(text))
    assert html.count("<") == 2
    assert text_of(html) == visible(text)


@given(seed_texts)
def test_any_text_either_reads_or_tells_editors_why_not(text: str):
    for fault in faults(text):
        assert re.fullmatch(r"seeds/text\.txt(:\d+)?: [^\n]+; [^\n]+", fault)


@given(st.binary())
def test_any_bytes_either_read_or_tell_editors_why_not(data: bytes):
    assert faults(data) is not None


@given(seed_texts)
def test_nothing_is_lost_in_reading(text: str):
    try:
        read = article(text)
    except EditionError:
        return
    assert read.account.total == len(text)
    assert sum(count for kind, count in read.account.counts.items() if kind != "white space") >= len(unspaced(text))


@given(seed_texts)
def test_nothing_is_lost_in_writing(text: str):
    """Each stretch of the article is on its page, in its order; the title is in the page's own heading."""
    try:
        read = article(text)
    except EditionError:
        return
    page = unspaced(text_of(render(markdown(read))))
    stretches = [s for passage in read.passages if passage.id != "title" for s in streams(passage.block)]
    at = 0
    for inline in chain.from_iterable([*stretches, *(note.content for note in read.footnotes)]):
        words = unspaced(visible(shown((inline,))))
        at = page.index(words, at) + len(words)


@given(seed_texts)
def test_ids_are_unique_and_every_note_can_be_reached_and_left(text: str):
    try:
        read = article(text)
    except EditionError:
        return
    html = render(markdown(read))
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    titled = {f"r{i.label}" for p in read.passages if p.id == "title" for i in p.block.content if hasattr(i, "label")}
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids) | titled


@given(seed_texts)
def test_the_lines_of_a_seed_are_its_text(text: str):
    try:
        seed = decode_seed(text.encode(), "seeds/text.txt")
    except EditionError:
        return
    assert "".join(line.text for line in seed.lines) == re.sub(r"[\r\n]", "", text.removeprefix("\ufeff"))
    assert all(seed.text.startswith(line.text, line.start) for line in seed.lines)


@given(seed_texts)
def test_inlines_have_the_words_of_their_places(text: str):
    try:
        read = article(text)
    except EditionError:
        return
    for inlines in all_inlines(read):
        for inline in inlines:
            assert read.seed.text.startswith(inline.text, inline.at)
