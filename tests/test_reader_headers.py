import pytest
from texts import article, blocks, faults

from edition.model import Paragraph, Title
from edition.reader.findings import find


def date(text: str) -> str | None:
    header = article(text).header
    return header.date.edtf if header else None


def kinds(text: str) -> list[str]:
    return [type(block).__name__ for block in blocks(text)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("11:22, 08 9月 2025 | GMT +5", "2025-09-08"),
        ("11:22, 08 Сентябрь 2025 | GMT +5", "2025-09-08"),
        ("11:22, 08 қыркүйек 2025 | GMT +5", "2025-09-08"),
        ("11:22, 08 September 2025 | GMT +5", "2025-09-08"),
        ("2025年11月15日 10:30", "2025-11-15"),
        ("11:22, 08 9\t月 2025", "2025-09-08"),
        ("２０２５年１１月１５日", "2025-11-15"),
        ("2025年11月", "2025-11"),
        ("date 2025-11", "2025-11"),
        ("November 15, 2025", "2025-11-15"),
        ("15 ноября 2025 г.", "2025-11-15"),
        ("2025 жылғы 15 қараша", "2025-11-15"),
        ("15.11.2025", "2025-11-15"),
        ("发布时间：2025-11-15 星期六", "2025-11-15"),
        ("2025-11-15　浏览：1234", "2025-11-15"),
        ("15 ноября 2025, 1 234 просмотра", "2025-11-15"),
    ],
)
def test_a_line_of_dates_times_and_counters_above_a_headline_is_the_header(line: str, expected: str):
    text = f"{line}\n\n外交亮点：高规格接待\n\n正文。"
    assert date(text) == expected
    assert kinds(text) == ["Title", "Paragraph"]
    assert article(text).account.total == len(text)


def test_a_date_line_may_stand_over_text_without_a_title():
    text = "11:22, 08 9月 2025 | GMT +5\n\n托卡耶夫总统今天会见了来访的代表团。"
    assert (date(text), kinds(text)) == ("2025-09-08", ["Paragraph"])


def test_a_headline_may_have_no_date():
    assert (date("外交亮点\n\n正文。"), kinds("外交亮点\n\n正文。")) == (None, ["Title", "Paragraph"])


@pytest.mark.parametrize("title", ["中亚为何重要？", "中亚，中亚！"])
def test_a_headline_may_be_a_question_or_an_exclamation(title: str):
    assert isinstance(blocks(f"date 2025-11-15 {title}\n\n正文。")[0], Title)


def test_of_two_dates_that_of_a_change_is_not_the_text_s():
    text = "更新时间：2025-11-16 发布时间：2025-11-15 阅读量 77\n\n外交亮点\n\n正文。"
    read = article(text)
    assert read.header.date.edtf == "2025-11-15"
    assert [other.edtf for other in read.header.others] == ["2025-11-16"]
    assert [f.code for f in find(read)] == ["D01"]


def test_a_counter_may_stand_on_a_line_of_its_own_under_the_date():
    text = "date 2025-11-15\n浏览：1234\n外交亮点\n\n正文。"
    assert kinds(text) == ["Title", "Paragraph"]
    assert article(text).account.counts["metadata"] == len("date2025-11-15浏览：1234")


def test_a_header_s_headline_may_stand_on_its_line():
    text = "11:22, 08 9月 2025 | GMT +5 外交亮点\n\n正文。"
    assert (date(text), kinds(text)) == ("2025-09-08", ["Title", "Paragraph"])


@pytest.mark.parametrize(
    "line",
    [
        "2025年11月15日，托卡耶夫总统会见了代表团。",
        "2025年11月15日 10:30，峰会开幕。",
        "2025-2030年发展规划已经通过。",
        "1991年12月以来，两国关系发展迅速。",
        "11:22",
        "浏览：1234",
    ],
)
def test_a_first_line_that_only_looks_like_a_header_is_text(line: str):
    text = f"{line}\n\n正文。"
    assert date(text) is None
    assert "metadata" not in article(text).account.counts


def test_a_line_further_down_that_looks_like_a_header_is_text_and_told_of():
    read = article("正文一。\n\ndate 2025-11-15 又一篇\n\n正文二。")
    assert read.header is None
    assert [(f.line, f.code) for f in find(read)] == [(3, "D02")]


def test_a_month_that_the_calendar_lacks_makes_no_header_but_is_refused_behind_its_mark():
    assert date("15.13.2025\n\n正文。") is None
    assert faults("date 2025-13 题\n\n正文。")[0].startswith("seeds/text.txt:1: '2025-13' is not a date")


def test_what_a_crawler_left_is_kept_and_told_of_and_is_no_title():
    read = article("date 2025-11-15\nNone\n正在阅读\n外交亮点\n\n正文。")
    assert [type(p.block) for p in read.passages] == [Paragraph, Paragraph, Title, Paragraph]
    assert [(f.line, f.code) for f in find(read)] == [(2, "W01"), (3, "W01")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("托卡耶夫总统会见了来访的中国代表团，讨论经济合作。", "zh-Hans"),
        ("托卡耶夫總統會見了來訪的中國代表團，討論經濟合作。", "zh-Hant"),
        ("Президент Касым-Жомарт Токаев встретился с делегацией.", "ru"),
        ("Қазақстан Президенті делегациямен кездесті.", "kk"),
        ("The President met the delegation in Astana.", "en"),
        ("Министр Ғ. Қойшыбаев встретился с делегацией в Астане и обсудил развитие экономики и торговли.", "ru"),
        ("报道称，《Казахстанская правда》和“Kazinform”都刊登了托卡耶夫总统的讲话全文。", "zh-Hans"),
        ("2025", "zh-Hans"),
    ],
)
def test_a_text_s_language_is_that_of_its_letters(text: str, language: str):
    assert article(text).language == language


def test_notes_and_marks_do_not_make_the_language():
    note = "Статистика внешней торговли Республики Казахстан"
    assert article(f"甲[footnoteRef:1]乙。 [1:  {note}]").language == "zh-Hans"


def test_words_of_the_text_s_own_language_are_not_foreign():
    runs = [(type(i).__name__, i.text) for i in blocks("Встреча «Kazinform» и 中国 прошла в Астане.")[0].content]
    assert runs == [
        ("Text", "Встреча «"),
        ("ForeignRun", "Kazinform"),
        ("Text", "» и "),
        ("ForeignRun", "中国"),
        ("Text", " прошла в Астане."),
    ]
