from pathlib import Path

import pytest

from edition.curation.authorities import read_authorities
from edition.curation.curated import read_curated
from edition.curation.mentions import check_use, find_mentions, forms_of, longer_names, occurs, printed_lines
from edition.edition import read_edition
from edition.model import AuthorityKind, AuthorityRecord, Entry, Mention
from edition.reader.article import read_article
from edition.reader.seeds import decode_seed

SEEDS = Path(__file__).parents[1] / "seeds"


def record(id: str, *forms: str, **forms_in: tuple[str, ...]) -> AuthorityRecord:
    return AuthorityRecord(id, AuthorityKind.PLACE, {"zh-Hans": id, "en": id}, forms, forms_in, (), "standard")


def mentions(text: str, *records: AuthorityRecord, seed: str = "seeds/text.txt") -> tuple[Mention, ...]:
    return find_mentions(read_article(decode_seed(text.encode(), seed)), forms_of(records))


def named(text: str, *records: AuthorityRecord, seed: str = "seeds/text.txt") -> list[tuple[str, str, str]]:
    return [(m.authority, m.form, m.place) for m in mentions(text, *records, seed=seed)]


KAZAKHSTAN = record("kazakhstan", "哈萨克斯坦", "Казахстан")
NORTH = record("north-kazakhstan", "北哈萨克斯坦州")


def test_the_longest_name_wins() -> None:
    text = "他访问了北哈萨克斯坦州，随后离开哈萨克斯坦。"
    assert named(text, KAZAKHSTAN, NORTH) == [
        ("north-kazakhstan", "北哈萨克斯坦州", "p1"),
        ("kazakhstan", "哈萨克斯坦", "p1"),
    ]


def test_of_two_names_that_begin_together_the_longer_wins() -> None:
    text = "世界银行网和世界银行都有数据。"
    records = record("bank", "世界银行"), record("site", "世界银行网")
    assert [id for id, _, _ in named(text, *records)] == ["site", "bank"]


def test_a_name_at_the_end_of_a_line_is_found_whole() -> None:
    (mention,) = mentions("他去了哈萨克斯坦", record("kazakhstan", "哈萨克斯坦", "哈萨克斯坦共和国"))
    assert mention == Mention("kazakhstan", "title", "他去了哈萨克斯坦", 3, 8)


def test_a_name_is_found_across_letters_of_two_scripts() -> None:
    assert named("‘C5+俄罗斯’平台提供了机会。", record("c5", "C5+俄罗斯")) == [("c5", "C5+俄罗斯", "p1")]


def test_a_name_is_found_across_a_note_call_and_a_bookmark() -> None:
    text = "阿斯[bookmark: _GoBack]塔[footnoteRef:1]纳是首都。 [1:  见阿斯塔纳网。] "
    assert named(text, record("astana", "阿斯塔纳")) == [("astana", "阿斯塔纳", "p1"), ("astana", "阿斯塔纳", "n1")]


def test_a_name_does_not_go_on_from_one_cell_to_the_next() -> None:
    assert named("\t阿斯\n\t塔纳\n\n\t1\n\t2\n", record("astana", "阿斯塔纳")) == []


def test_a_name_in_russian_or_english_is_a_whole_word() -> None:
    text = "《Казахстана》、《NATOs》、《2CPC》里没有，《Казахстан》和向NATO提供的有，（CPC）也有。"
    records = KAZAKHSTAN, record("nato", "NATO"), record("cpc", "CPC")
    assert [form for _, form, _ in named(text, *records)] == ["Казахстан", "NATO", "CPC"]


def test_a_short_form_counts_only_in_its_own_text() -> None:
    tokayev = record("tokayev", "托卡耶夫", **{"004_paper": ("托",)})
    text = "托卡耶夫表示同意，托本人也说过。"
    assert [form for _, form, _ in named(text, tokayev, seed="seeds/004_paper.txt")] == ["托卡耶夫", "托"]
    assert [form for _, form, _ in named(text, tokayev, seed="seeds/003_speech.txt")] == ["托卡耶夫"]


def test_a_short_form_of_one_text_gives_way_to_a_longer_name() -> None:
    eurasia = record("eurasia", **{"004_paper": ("欧亚",)})
    found = named("欧亚经济联盟与欧亚。", eurasia, record("eaeu", "欧亚经济联盟"), seed="seeds/004_paper.txt")
    assert [id for id, _, _ in found] == ["eaeu", "eurasia"]


def test_offsets_are_those_of_the_printed_line() -> None:
    for entry in read_edition(SEEDS).entries:
        lines = set(printed_lines(entry.article))
        assert entry.mentions
        for mention in entry.mentions:
            assert (mention.place, mention.line) in lines
            assert mention.line[mention.start : mention.end] == mention.form


def test_every_form_of_the_file_stands_in_a_text_and_every_record_is_named() -> None:
    edition = read_edition(SEEDS)
    lines = {Path(e.article.seed.name).stem: [line for _, line in printed_lines(e.article)] for e in edition.entries}
    anywhere = [line for found in lines.values() for line in found]
    for authority in edition.authorities:
        assert all(occurs(form, anywhere) for form in authority.forms), authority.id
        for seed, forms in authority.forms_in.items():
            assert all(occurs(form, lines[seed]) for form in forms), authority.id


def test_a_record_that_is_only_a_part_of_longer_names_is_found_through_them() -> None:
    germany, summit = record("germany", "德国"), record("summit", "中亚-德国")
    assert longer_names(forms_of([germany, summit])) == {"germany": ("summit",)}
    edition = read_edition(SEEDS)
    named = {mention.authority for entry in edition.entries for mention in entry.mentions}
    within = longer_names(forms_of(edition.authorities))
    for authority in edition.authorities:
        assert authority.id in named or named.intersection(within[authority.id])


def test_a_name_within_a_word_of_a_longer_name_is_not_its_part() -> None:
    assert longer_names(forms_of([record("nato", "NATO"), record("natolin", "NATOLIN")])) == {}


def test_the_five_texts_name_tokayev_where_a_reader_counts_him() -> None:
    counts = {
        entry.article.seed.name[6:9]: sum(m.authority == "tokayev-kassym-jomart" for m in entry.mentions)
        for entry in read_edition(SEEDS).entries
    }
    texts = {path.name[:3]: path.read_text("utf-8") for path in SEEDS.glob("*.txt")}
    expected = {name: sum(text.count(form) for form in ("托卡耶夫", "Токаев")) for name, text in texts.items()}
    assert counts == expected


@pytest.mark.parametrize(
    ("forms", "warning"),
    [
        ("[阿斯塔纳, 阿克莫拉]", "seeds/authorities.yml:4: 1 › forms › 2: 阿克莫拉 does not stand in any text"),
        ("[阿斯塔纳]\n  forms_in: {text: [首府]}", "1 › forms_in › text › 1: 首府 does not stand in seeds/text.txt"),
        ("[阿克莫拉]", "seeds/authorities.yml:1: 1 › id: no text names astana; add"),
        ("[阿斯塔纳, 阿斯塔]", None),
    ],
)
def test_what_no_text_prints_is_a_warning(tmp_path: Path, forms: str, warning: str | None) -> None:
    path = tmp_path / "authorities.yml"
    text = (
        f"- id: astana\n  kind: place\n  names: {{zh-Hans: 阿斯塔纳, en: Astana}}\n  forms: {forms}\n  basis: pinyin\n"
    )
    path.write_text(text, "utf-8")
    curated = read_curated(path, "seeds/authorities.yml", "authorities")
    article = read_article(decode_seed("阿斯塔纳是首都。".encode(), "seeds/text.txt"))
    entry = Entry(article, None, find_mentions(article, forms_of(read_authorities(curated))))  # type: ignore[arg-type]
    warnings = [str(fault) for fault in check_use(curated, [entry])]
    assert len(warnings) == bool(warning)
    assert not warning or warning in warnings[0]
