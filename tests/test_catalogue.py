import pytest
from texts import article

from edition.curation.catalogue import Catalogue, check_catalogue, check_topics, describe, infer_topics, slug_of
from edition.curation.curated import Curated
from edition.model import Basis, Kind, Record, Topic

ENERGY = Topic("energy", {"zh-Hans": "能源"}, {}, ("石油", "核能"))
TRADE = Topic("trade", {"zh-Hans": "贸易"}, {}, ("贸易",))
WHY = {"zh-Hans": "据首段拟定。", "en": "From its opening."}


def record(text: str, **kept: object) -> Record:
    """The record of a text, with what an editor has put into the catalogue."""
    entry = {"kind": "news", "topics": ["energy"], "added": "2026-11-21", "slug": "x"} | kept
    records = Curated("seeds/catalogue.yml", {"text": entry} if kept else {}, {})
    return describe(article(text), Catalogue(records, (ENERGY, TRADE)))


def known(value) -> tuple[object, str, object]:
    return value.value, value.basis.value, value.reason


# ── What a text without a record says of itself ───────────────────────────────────────────────────────────────


def test_a_title_line_is_a_stated_title():
    assert known(record("石油论\n\n正文。").title) == ("石油论", "stated", "title-line")


def test_a_short_line_after_the_date_is_an_inferred_title():
    assert known(record(" date 2025-11-15 协作加速区域发展\n\n正文。").title) == (
        "协作加速区域发展",
        "inferred",
        "header-line",
    )


def test_a_sentence_after_the_date_is_no_title_and_the_first_sentence_stands_in():
    assert known(record(" date 2025-10-09 总统感谢各国。随后合影。").title) == (
        "总统感谢各国。",
        "inferred",
        "first-line",
    )


def test_a_long_first_sentence_is_cut():
    assert record("字" * 60 + "。").title.value == "字" * 40 + "……"


@pytest.mark.parametrize("opening", ["Фото: Ақорда", "\t表1 贸易额\n\n\t2021\n", "[footnoteRef:1] [1:  注]"])
def test_a_picture_a_table_or_a_note_call_that_opens_a_text_does_not_name_it(opening: str):
    assert known(record(f"{opening}\n\n正文。续。").title) == ("正文。", "inferred", "first-line")


def test_a_text_without_words_is_called_by_its_file():
    assert record("Фото: Ақорда").title.value == "seeds/text.txt"


def test_a_note_call_is_no_part_of_a_title():
    assert record("石油论[footnoteRef:0] [0:  注]\n\n正文。").title.value == "石油论"


def test_the_date_of_the_header_is_stated():
    value, *basis = known(record(" date 2025-11-15 协作\n\n正文。").date)
    assert (value.edtf, basis) == ("2025-11-15", ["stated", "header-date"])


def test_a_text_without_header_has_no_date():
    assert record("正文。").date is None


def test_the_author_line_states_the_authors():
    assert known(record("石油论\n阿依古丽、 B. Smith\n\n正文。").authors)[1:] == ("stated", "author-line")
    assert record("石油论\n阿依古丽 王强\n\n正文。").authors.value == ("阿依古丽", "王强")


def test_the_credit_line_states_the_translator():
    assert known(record("正文。\n\n【编译：木合塔尔·木拉提】").translator) == (
        "木合塔尔·木拉提",
        "stated",
        "credit-line",
    )


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("石油论\n王强\n\n正文。", Kind.PAPER, "author-line"),
        ("- 一。-他说。\n- 二。-他说。\n- 三。-他说。", Kind.SPEECH, "speeches"),
        ("正文。", Kind.NEWS, "no-author-line"),
    ],
)
def test_the_kind_is_inferred_from_the_form(text: str, kind: Kind, reason: str):
    assert known(record(text).kind) == (kind, "inferred", reason)


def test_topics_are_inferred_from_words_that_occur_three_times():
    assert known(infer_topics(article("石油。核能。石油。贸易。"), (ENERGY, TRADE))) == (
        ("energy",),
        "inferred",
        "vocabulary",
    )


def test_rarer_words_suggest_the_topic_that_has_most_of_them():
    assert infer_topics(article("石油。石油。贸易。"), (ENERGY, TRADE)).value == ("energy",)


def test_a_text_without_any_of_the_words_has_no_topic():
    assert infer_topics(article("天气。"), (ENERGY, TRADE)).value == ()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("seeds/005_ab12.txt", "005-ab12"),
        ("Tokayev Visit (2).txt", "tokayev-visit-2"),
        ("中文 名.en.txt", "中文-名-en"),
        ("___.txt", "text"),
        ("index.txt", "text-index"),  # the page of a folder is its own
    ],
)
def test_a_slug_is_made_of_the_file_name(name: str, slug: str):
    assert slug_of(name) == slug


# ── What editors say ──────────────────────────────────────────────────────────────────────────────────────────


def test_what_the_catalogue_says_comes_before_what_the_text_says():
    title = {"value": "论石油", "basis": "supplied", "reason": WHY, "translations": {"en": "On oil"}}
    kept = record("石油论\n\n正文。", title=title, date={"value": "2022", "basis": "inferred", "reason": WHY})
    assert known(kept.title) == ("论石油", "supplied", WHY)
    assert kept.translations == {"en": "On oil"}
    assert (kept.date.value.edtf, kept.date.basis) == ("2022", Basis.INFERRED)
    assert known(kept.topics) == (("energy",), "supplied", "catalogue")


def test_what_the_catalogue_leaves_out_is_taken_from_the_text():
    kept = record(" date 2025-11-15 协作\n\n正文。\n\n【编译：某】", revised="2026-12-01")
    assert known(kept.title) == ("协作", "inferred", "header-line")
    assert known(kept.translator) == ("某", "stated", "credit-line")
    assert kept.revised.isoformat() == "2026-12-01"


# ── What the schema cannot see ────────────────────────────────────────────────────────────────────────────────


def told(records: dict[str, dict[str, object]], *seeds: str) -> list[str]:
    whole = {key: {"slug": key, "topics": []} | record for key, record in records.items()}
    return [str(fault) for fault in check_catalogue(Curated("seeds/catalogue.yml", whole, {}), (ENERGY, TRADE), seeds)]


def test_a_record_without_seed_is_told():
    assert told({"a": {}}) == ["seeds/catalogue.yml:1: a: there is no seeds/a.txt; name the seed's file, without .txt"]


def test_a_topic_that_nobody_defined_is_told_with_those_there_are():
    assert told({"a": {"topics": ["trade", "oil"]}}, "a.txt") == [
        "seeds/catalogue.yml:1: a › topics › 2: no topic is called oil; write one of energy, trade"
    ]


@pytest.mark.parametrize("field", ["added", "revised"])
def test_a_day_that_the_calendar_lacks_is_told(field: str):
    (fault,) = told({"a": {field: "2026-02-30"}}, "a.txt")
    assert fault.startswith(f"seeds/catalogue.yml:1: a › {field}: '2026-02-30' is not a date of the calendar; write")


def test_a_date_that_the_calendar_lacks_is_told():
    (fault,) = told({"a": {"date": {"value": "[2025-06-17..2025-02-30]"}}}, "a.txt")
    assert fault.startswith("seeds/catalogue.yml:1: a › date › value: '[2025-06-17..2025-02-30]' is not a date")


def test_one_slug_for_two_records_is_told():
    assert told({"a": {"slug": "x"}, "b": {"slug": "x"}}, "a.txt", "b.txt") == [
        "seeds/catalogue.yml:1: b › slug: x is the slug of a; choose another"
    ]


def test_two_file_names_that_make_one_slug_are_told():
    assert told({}, "a b.txt", "a_b.txt") == [
        "seeds/a_b.txt: its address, a-b, is that of a b; give it a slug of its own in seeds/catalogue.yml"
    ]


def test_a_file_name_that_makes_a_slug_which_a_record_has_is_told():
    assert told({"z": {"slug": "a-b"}}, "a_b.txt", "z.txt") == [
        "seeds/a_b.txt: its address, a-b, is that of z; give it a slug of its own in seeds/catalogue.yml"
    ]


def test_two_topics_with_one_id_are_told():
    topics = Curated("seeds/topics.yml", [{"id": "energy"}, {"id": "trade"}, {"id": "energy"}], {(2,): 9})
    assert [str(fault) for fault in check_topics(topics)] == [
        "seeds/topics.yml:9: 3 › id: energy is a topic already; choose another"
    ]
