import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.text.sentences import first_sentence, first_sentences, sentence_span

LINE = "他说：“会议很重要。”随后，会谈开始。结果未定"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (LINE, "他说：“会议很重要。”"),
        ("没有句号", "没有句号"),
        ("真的吗？！不。", "真的吗？！"),
        ("他说……好。不。", "他说……好。"),
        ("", ""),
    ],
)
def test_the_first_sentence_has_its_marks_and_ends_there(text: str, first: str):
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("words", "sentence"), [("重要", "他说：“会议很重要。”"), ("会谈", "随后，会谈开始。"), ("未定", "结果未定")]
)
def test_words_stand_in_a_sentence(words: str, sentence: str):
    start = LINE.index(words)
    first, last = sentence_span(LINE, start, start + len(words))
    assert LINE[first:last] == sentence


def test_words_that_reach_into_the_next_sentence_stand_in_both():
    start = LINE.index("重要")
    first, last = sentence_span(LINE, start, LINE.index("随后") + 2)
    assert LINE[first:last] == "他说：“会议很重要。”随后，会谈开始。"


def test_only_whole_sentences_are_taken():
    assert first_sentences("一二三。四五六。七八九。", 8) == "一二三。四五六。"


@given(st.text("一。！…”“ a\n"), st.data())
def test_the_span_of_a_sentence_holds_the_words_asked_for(line: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    if line[start:end].strip() == line[start:end] != "":
        first, last = sentence_span(line, start, end)
        assert 0 <= first <= start <= end <= last <= len(line)
