import pytest
from texts import faults

from edition.errors import SeedError
from edition.reader.seeds import decode_seed


def lines(text: str) -> list[tuple[int, int, str]]:
    return [(line.number, line.start, line.text) for line in decode_seed(text.encode(), "seeds/x.txt").lines]


def test_lines_are_numbered_from_one_and_know_where_they_start():
    assert lines("甲\n\n乙丙\n丁") == [(1, 0, "甲"), (2, 2, ""), (3, 3, "乙丙"), (4, 6, "丁")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_may_end_as_on_unix_windows_or_an_old_mac(end: str):
    assert [text for _, _, text in lines(f"甲{end}乙")] == ["甲", "乙"]


@pytest.mark.parametrize("mark", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1e"])
def test_nothing_else_ends_a_line(mark: str):
    assert [text for _, _, text in lines(f"甲{mark}乙")] == [f"甲{mark}乙"]


def test_a_byte_order_mark_belongs_to_no_line():
    assert lines("\ufeff甲") == [(1, 1, "甲")]


def test_a_seed_keeps_its_bytes_and_every_character():
    data = "\ufeff 甲 \r\n\t乙\n".encode()
    seed = decode_seed(data, "seeds/x.txt")
    assert (seed.data, seed.text.encode()) == (data, data)


def test_bytes_that_are_not_utf8_are_refused_with_their_line():
    with pytest.raises(SeedError) as error:
        decode_seed("甲\n乙".encode() + b"\xff\xfe", "seeds/x.txt")
    assert str(error.value) == "seeds/x.txt:2: the byte 0xFF at offset 7 is not UTF-8; save the file as UTF-8"


def test_the_first_byte_of_a_line_is_on_that_line():
    assert faults("甲\n乙\n".encode() + b"\xff")[0].startswith("seeds/text.txt:3: the byte 0xFF")


BLANK = ["", "\n\n", " \t\r\n", "\u3000", "\ufeff\n", "\u00a0\n", "\u2003\u2028", "\x0c", "\u200b\u200d\u2060\n"]


@pytest.mark.parametrize("text", BLANK)
def test_a_file_without_a_visible_character_is_refused(text: str):
    assert faults(text) == ["seeds/text.txt: the file has no text; put the text in, or remove the file"]
