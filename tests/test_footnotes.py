from texts import article, faults, markdown, shown

from edition.model import NoteReference


def notes(text: str) -> dict[str, str]:
    return {note.label: shown(note.content) for note in article(text).footnotes}


def calls(text: str) -> list[str]:
    passages = article(text).passages
    return [i.label for passage in passages for i in passage.block.content if isinstance(i, NoteReference)]


def test_a_note_stands_at_the_end_of_the_paragraph_that_calls_it():
    text = "俄军开进[footnoteRef:7]，战争爆发。 [7:  新华社，2022年2月24日。] "
    assert calls(text) == ["7"]
    assert notes(text) == {"7": "新华社，2022年2月24日。"}


def test_a_paragraph_may_call_several_notes_that_follow_it_in_a_row():
    assert notes("一[footnoteRef:6]二[footnoteRef:7]。 [6:  甲] [7:  乙] ") == {"6": "甲", "7": "乙"}


def test_a_note_may_stand_on_a_line_after_its_paragraph():
    assert notes("一[footnoteRef:6]。\n\n[6:  甲]\n\n二。") == {"6": "甲"}


def test_brackets_quotation_marks_and_addresses_belong_to_the_note():
    note = '见[俄]«Коммерсантъ»，“"a@b.kz"，80%，https://e.kz/?q=%D0%B0[1]。'
    assert notes(f"一[footnoteRef:1]。 [1:  {note}]") == {"1": note}


def test_a_bracketed_number_and_colon_within_a_note_open_no_other_note():
    assert notes("一[footnoteRef:1]。 [1:  见第 [2: 3] 页。]") == {"1": "见第 [2: 3] 页。"}


def test_a_time_in_brackets_is_no_note():
    text = "会议时间 [12:30] 至 [13:30]"
    assert faults(text) == []
    assert notes(text) == {}


def test_a_call_without_note_is_refused():
    assert faults("甲。\n乙[footnoteRef:2]。") == [
        "seeds/text.txt:2: [footnoteRef:2] calls a footnote that the text does not have; "
        "add [2:  …] at the end of the paragraph, or remove the call"
    ]


def test_a_note_without_call_is_refused():
    assert faults("甲。 [3:  注]") == [
        "seeds/text.txt:1: footnote 3 is called nowhere; put [footnoteRef:3] where it belongs, or remove the note"
    ]


def test_a_note_that_stands_twice_is_refused():
    assert faults("甲[footnoteRef:3]。 [3:  注]\n乙。 [3:  又]") == [
        "seeds/text.txt:2: footnote 3 stands a second time, after line 1; give one of the two another number"
    ]


def test_a_note_may_be_called_twice_and_leads_back_to_both_calls(rendered):
    read = article("甲[footnoteRef:3]。 [3:  注]\n乙[footnoteRef:3]。")
    html = rendered(markdown(read))
    assert '<a id="r3" href="#n3"' in html
    assert '<a id="r3-2" href="#n3"' in html
    assert ['href="#r3"' in html, 'href="#r3-2"' in html] == [True, True]


def test_a_call_within_a_note_must_have_its_note():
    assert faults("甲[footnoteRef:1]。 [1:  见[footnoteRef:2]。]") == [
        "seeds/text.txt:1: [footnoteRef:2] calls a footnote that the text does not have; "
        "add [2:  …] at the end of the paragraph, or remove the call"
    ]


def test_a_note_may_call_another():
    text = "甲[footnoteRef:1]。 [1:  见[footnoteRef:2]。] [2:  乙] "
    assert faults(text) == []
    assert notes(text) == {"1": "见。", "2": "乙"}


def test_a_note_is_printed_with_its_own_label_and_leads_back(rendered):
    html = rendered(markdown(article("甲[footnoteRef:47]。 [47:  乙]")))
    assert (
        '<sup class="note-reference"><a id="r47" href="#n47" role="doc-noteref" aria-label="注 47">47</a></sup>' in html
    )
    assert '<li id="n47"><span class="note-label">47</span> 乙 <a ' in html
    assert 'href="#r47"' in html


def test_the_author_note_is_printed_as_an_asterisk(rendered):
    html = rendered(markdown(article("甲论\n作者[footnoteRef:0] [0:  某大学]\n\n正文。")))
    assert '<a id="r0" href="#n0" role="doc-noteref" aria-label="注 *">*</a>' in html
    assert '<li id="n0"><span class="note-label">*</span> 某大学' in html
