from pathlib import Path

import pytest

from edition.curation.authorities import check_authorities, read_authorities
from edition.curation.curated import Curated, read_curated
from edition.edition import read_edition
from edition.errors import EditionError
from edition.model import AuthorityKind, AuthorityRecord

SEEDS = Path(__file__).parents[1] / "seeds"

RECORD = """\
- id: {id}
  kind: place
  names: {{zh-Hans: 名, en: Name}}
  forms: [{forms}]
  basis: standard
"""


def curated(folder: Path, text: str) -> Curated:
    path = folder / "authorities.yml"
    path.write_text(text, "utf-8")
    return read_curated(path, "seeds/authorities.yml", "authorities")


def faults(folder: Path, text: str, *seeds: str) -> list[str]:
    return [str(fault) for fault in check_authorities(curated(folder, text), seeds)]


def test_a_record_has_its_names_forms_and_basis(tmp_path: Path) -> None:
    text = """\
- id: caspian-pipeline-consortium
  kind: body
  names: {zh-Hans: 里海管道联盟, en: Caspian Pipeline Consortium}
  forms: [里海管道联盟]
  forms_in:
    004: [CPC]
  also: [КТК]
  basis: own
"""
    (record,) = read_authorities(curated(tmp_path, text))
    assert record == AuthorityRecord(
        id="caspian-pipeline-consortium",
        kind=AuthorityKind.BODY,
        names={"zh-Hans": "里海管道联盟", "en": "Caspian Pipeline Consortium"},
        forms=("里海管道联盟",),
        forms_in={"004": ("CPC",)},
        also=("КТК",),
        basis="own",
    )


def test_a_record_may_have_forms_in_one_text_only(tmp_path: Path) -> None:
    text = RECORD.format(id="tokayev", forms="") + "  forms_in: {004: [托]}\n"
    assert faults(tmp_path, text, "004.txt") == []


def test_an_id_that_stands_twice_is_a_fault_of_the_second_line(tmp_path: Path) -> None:
    text = RECORD.format(id="astana", forms="阿斯塔纳") + RECORD.format(id="astana", forms="努尔苏丹")
    assert faults(tmp_path, text) == [
        "seeds/authorities.yml:6: 2 › id: astana is the id of line 1; choose another",
    ]


def test_a_form_of_two_records_is_a_fault(tmp_path: Path) -> None:
    text = RECORD.format(id="astana", forms="努尔苏丹") + RECORD.format(id="nazarbayev", forms="努尔苏丹")
    assert faults(tmp_path, text) == [
        "seeds/authorities.yml:9: 2 › forms › 1: 努尔苏丹 is a form of astana in line 4; keep one of them",
    ]


def test_a_form_of_one_text_may_not_be_a_form_of_all_texts(tmp_path: Path) -> None:
    text = RECORD.format(id="tokayev", forms="托") + RECORD.format(id="other", forms="") + "  forms_in: {004: [托]}\n"
    assert faults(tmp_path, text, "004.txt") == [
        "seeds/authorities.yml:11: 2 › forms_in › 004 › 1: 托 is a form of tokayev in line 4; keep one of them",
    ]


def test_a_short_form_may_mean_another_record_in_another_text(tmp_path: Path) -> None:
    text = RECORD.format(id="tokayev", forms="") + "  forms_in: {004: [托]}\n"
    text += RECORD.format(id="toqmaq", forms="") + "  forms_in: {005: [托]}\n"
    assert faults(tmp_path, text, "004.txt", "005.txt") == []


def test_forms_in_a_text_that_is_not_there_are_a_fault(tmp_path: Path) -> None:
    text = RECORD.format(id="tokayev", forms="") + "  forms_in: {009: [托]}\n"
    assert faults(tmp_path, text, "004.txt") == [
        "seeds/authorities.yml:6: 1 › forms_in › 009: there is no seeds/009.txt; name the seed's file, without .txt",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("kind: place", "kind: country", "write one of person, body, place, document, project"),
        ("zh-Hans: 名, ", "", "names: zh-Hans missing"),
        ("id: astana", "id: Astana", "write an id of small Latin letters"),
        ("[阿斯塔纳]", "[阿斯塔纳, 阿斯塔纳]", "write a list of different names"),
        ("[阿斯塔纳]", "['']", "write a text that neither begins nor ends with a space"),
        ("basis:", "base:", "no such field"),
    ],
)
def test_what_the_schema_does_not_want_names_file_and_line(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    text = RECORD.format(id="astana", forms="阿斯塔纳").replace(right, wrong)
    with pytest.raises(EditionError, match=r"seeds/authorities\.yml:[1-5]: ") as raised:
        curated(tmp_path, text)
    assert message in str(raised.value)


def test_the_records_of_the_five_texts_have_no_fault() -> None:
    assert len(read_edition(SEEDS).authorities) >= 80
