import pytest
from texts import article, faults, markdown

from edition.errors import EditionError
from edition.model import Paragraph, Passage, Text
from edition.reader.article import take_account


def ids(text: str) -> list[str]:
    return [passage.id for passage in article(text).passages]


def test_ids_count_running_text_headings_tables_and_captions_apart():
    text = "一。\n小标题\n二。\nФото: Ақорда\n\t甲\n\n\t乙\n\n“三。”\n- 四。-他说。\n又一节\n【编译：某】"
    assert ids(text) == ["p1", "h1", "p2", "f1", "t1", "p3", "p4", "h2", "p5"]


def test_the_title_has_an_address_of_its_own():
    assert ids("某论\n\n一。") == ["title", "p1"]


def test_a_passage_knows_the_line_on_which_it_begins():
    assert [passage.line for passage in article("\n\n一。\n\n\t甲\n\n\t乙\n\n二。").passages] == [3, 5, 9]


def test_a_header_alone_is_refused():
    assert faults(" date 2025-09-03 \n\n") == [
        "seeds/text.txt:1: nothing follows the header; put the text in, or remove the file"
    ]


def test_a_day_that_the_calendar_lacks_is_refused():
    assert faults("\n date 2025-02-30 外交亮点\n\n正文。") == [
        "seeds/text.txt:2: '2025-02-30' is not a date of the calendar; write a day of the calendar as date YYYY-MM-DD"
    ]


def test_an_invalid_date_hides_no_other_fault():
    assert [fault.split(": ")[0] for fault in faults(" date 2025-02-30 题\n\n甲[footnoteRef:1]。\n乙。 [2:  注]")] == [
        "seeds/text.txt:1",
        "seeds/text.txt:3",
        "seeds/text.txt:4",
    ]


def test_a_text_of_bookmarks_alone_is_refused():
    assert faults("[bookmark: _GoBack]\n") == [
        "seeds/text.txt:1: nothing but notes or marks of the word processor; put the text in, or remove the file"
    ]


def test_a_line_of_bookmarks_alone_is_no_passage(rendered):
    read = article("[bookmark: a]\n某论\n\n一。\n\n [bookmark: b] [bookmark: c]\n\n二。")
    assert [passage.id for passage in read.passages] == ["title", "p1", "p2"]
    assert read.account.counts["bookmark"] == len("[bookmark: a]") * 3
    assert "bookmark" not in rendered(markdown(read))
    assert "{:" not in rendered(markdown(read))


def test_the_account_says_what_every_character_became():
    text = " date 2025-09-03 外交[bookmark: x]\n\n一[footnoteRef:1]。 [1:  注] \nФото: Ақорда\n\n\t甲\n"
    assert article(text).account.counts == {
        "metadata": len("date2025-09-03"),
        "body": len("外交一。"),
        "bookmark": len("[bookmark: x]"),
        "footnote call": len("[footnoteRef:1]"),
        "footnote brackets": len("[1:]"),
        "note": 1,
        "caption": len("Фото: Ақорда"),
        "table": 1,
        "white space": len("  " + " \n\n" + " " + "  " + " \n" + "\n\n\t\n"),
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [("一", "«二。» would be lost"), ("一三。", "«一二。» would be lost"), ("一二。二", "«一二。» would be lost")],
)
def test_a_character_lost_changed_or_doubled_stops_the_build(text: str, problem: str):
    seed = article("甲。\n一二。").seed
    passages = [Passage("p1", Paragraph((Text("甲。", 0),)), 1), Passage("p2", Paragraph((Text(text, 3),)), 2)]
    with pytest.raises(EditionError, match=f"^seeds/text.txt:2: {problem}"):
        take_account(seed, None, passages, (), ())


def test_a_passage_that_stands_twice_stops_the_build():
    seed = article("甲。").seed
    passage = Passage("p1", Paragraph((Text("甲。", 0),)), 1)
    with pytest.raises(EditionError, match="lost or doubled"):
        take_account(seed, None, [passage, passage], (), ())
