import pytest
from texts import block, blocks

from edition.model import Figure, ListItem, Paragraph, Speech
from edition.text.inlines import printed


@pytest.mark.parametrize(
    ("line", "kind", "credit", "lang"),
    [
        ("图：新华社", "picture", "新华社", None),
        ("图片来源：哈通社/Kazinform", "picture", "哈通社/Kazinform", "en"),
        ("照片：阿科达", "photograph", "阿科达", None),
        ("Фото: Ақорда", "photograph", "Ақорда", "kk"),
        ("ФОТО : Акорда", "photograph", "Акорда", "ru"),
        ("Сурет: Ақорда", "picture", "Ақорда", "kk"),
        ("Photo: Kazinform", "photograph", "Kazinform", "en"),
        ("Infographic: Kazinform", "infographic", "Kazinform", "en"),
        ("圖片來源：中央社", "picture", "中央社", None),
    ],
)
def test_a_caption_names_its_kind_and_whom_it_is_credited_to(line: str, kind: str, credit: str, lang: str | None):
    figure = block(f"正文。\n\n{line}")
    assert isinstance(figure, Figure)
    assert (figure.kind.value, figure.credit, figure.credit_lang) == (kind, credit, lang)
    assert printed(figure.content) == line


@pytest.mark.parametrize("line", ["图1 俄哈贸易额", "Figure 1 This is a caption", "Рис. 2. Торговля"])
def test_a_numbered_caption_is_one_without_credit(line: str):
    figure = block(f"正文。\n\n{line}")
    assert (type(figure), figure.credit) == (Figure, None)


@pytest.mark.parametrize(
    "line", ["图1显示了贸易额的变化。", "图们江流入日本海。", "Фото и видео запрещены.", "图" * 300]
)
def test_a_sentence_about_a_picture_is_no_caption(line: str):
    assert isinstance(block(f"正文。\n\n{line}"), Paragraph)


@pytest.mark.parametrize(
    ("line", "speaker", "attribution"),
    [
        ("- 中亚很大。-他说。", "他", "-他说。"),
        ("— 中亚很大。—托卡耶夫说。", "托卡耶夫", "—托卡耶夫说。"),
        ("– 中亚很大。– 总统说。", "总统", "– 总统说。"),
        ("— Мы союзники, — сказал Токаев.", "Токаев", " — сказал Токаев."),
        ("- Мы союзники, - отметила Мария Иванова.", "Мария Иванова", " - отметила Мария Иванова."),
        ("– Біз одақтаспыз, – деді Тоқаев.", "Тоқаев", " – деді Тоқаев."),
        ("- We are allies, - said Tokayev.", "Tokayev", " - said Tokayev."),
    ],
)
def test_speech_is_marked_by_any_dash_and_names_its_speaker(line: str, speaker: str, attribution: str):
    speech = block(f"正文。\n\n{line}")
    assert isinstance(speech, Speech)
    assert speech.speaker == speaker
    assert printed(speech.attribution) == attribution.strip()


def test_an_interview_is_speech_in_turns():
    text = "记者：您怎么看？\n\n托卡耶夫：很好。\n\n记者：谢谢。\n\n托卡耶夫：谢谢。\n\n另外：他很忙。"
    assert [getattr(b, "speaker", None) for b in blocks(text)] == ["记者", "托卡耶夫", "记者", "托卡耶夫", None]


def test_labels_alone_make_no_interview():
    text = "地址：阿斯塔纳。\n电话：一。\n地址：阿拉木图。\n电话：二。"
    assert {type(b) for b in blocks(text)} == {Paragraph}


def test_a_russian_interview_has_turns_without_names():
    text = "— Как Вы оцениваете итоги?\n\n— Высоко, мы довольны.\n\nТак он ответил."
    assert [type(b) for b in blocks(text)] == [Speech, Speech, Paragraph]


def test_a_speech_without_attribution_has_none_on_its_page(rendered):
    from texts import article, markdown

    html = rendered(markdown(article("— Как Вы оцениваете итоги?\n\nОтвет был дан.")))
    assert 'class="speech"' in html
    assert "attribution" not in html


def test_lines_with_the_mark_of_an_item_are_a_list():
    text = "以下：\n· 一\n· 二\n\t· 二之一\nа) буква\n1) 三\n结尾。"
    assert [getattr(b, "depth", None) for b in blocks(text)] == [None, 1, 1, 2, 1, 1, None]


def test_a_list_is_one_and_its_items_keep_their_marks_and_addresses(rendered):
    from texts import article, markdown

    html = rendered(markdown(article("以下：\n· 一\n\t· 二\n结尾。")))
    assert html.count('role="list"') == 1
    assert '<p class="list-item depth-1" id="p2" role="listitem">· 一' in html
    assert '<p class="list-item depth-2" id="p3" role="listitem">· 二' in html


def test_items_do_not_hide_the_heading_above_them():
    kinds = [type(b).__name__ for b in blocks("正文。\n技术规格\n· 接口\n· 容量\n· 尺寸")]
    assert kinds == ["Paragraph", "Heading", "ListItem", "ListItem", "ListItem"]


def test_several_short_lines_in_a_row_are_no_headings():
    assert {type(b) for b in blocks("正文。\n\n东阳市人民政府\n招标代理公司\n二〇二一年八月")} == {Paragraph}


def test_headings_are_nested_as_they_are_numbered():
    text = "第一章 总则\n\n一、背景\n\n（一）国际\n\n1、美国\n\n（1）经济\n\n二、结论\n\n正文。"
    assert [b.level for b in blocks("前言文字。\n\n" + text) if hasattr(b, "level")] == [2, 3, 4, 5, 6, 3]


def test_decimal_numbers_nest_by_their_depth():
    text = "前言文字。\n\n1. Введение\n\n1.1. Обзор\n\n1.1.1. Азия\n\n2. Итоги\n\nТекст."
    assert [b.level for b in blocks(text) if hasattr(b, "level")] == [2, 3, 4, 2]


def test_a_line_begun_in_small_letters_is_no_heading():
    assert [type(b) for b in blocks("Текст идёт дальше.\n\nи продолжается здесь")] == [Paragraph, Paragraph]


def test_items_are_not_taken_for_speech_nor_speech_for_items():
    assert isinstance(block("正文。\n- 第一项；"), ListItem)
    assert isinstance(block("正文。\n- 中亚是一个整体。"), Paragraph)
