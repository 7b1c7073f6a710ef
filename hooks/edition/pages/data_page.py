"""Data page: from the datasets of an edition to the page that offers them and says field by field what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from edition.model import Dataset, Field
from edition.writing.datasets import DATA_PACKAGE, FOLDER, describe_field
from edition.writing.listings import write_page
from edition.writing.markdown import escape, html, write_words
from edition.writing.strings import DEFAULT_LOCALE, Strings


def write_data(datasets: Sequence[Dataset], strings: Strings) -> str:
    return write_page(
        strings("data.title"),
        escape(strings("data.intro")),
        _write_contents(datasets, strings),
        f"{_said('data.package', strings)} {_file_link(DATA_PACKAGE, DATA_PACKAGE, strings)}",
        _said("data.rules", strings),
        *(part for dataset in datasets for part in _write_dataset(dataset, strings)),
    )


def _said(key: str, strings: Strings) -> str:
    return write_words(strings(key), strings.locale)


def _write_contents(datasets: Sequence[Dataset], strings: Strings) -> str:
    header = [escape(strings(key)) for key in ("data.dataset", "data.rows", "data.files")]
    rows = [_contents_row(dataset, strings) for dataset in datasets]
    return _table("datasets", header, rows)


def _contents_row(dataset: Dataset, strings: Strings) -> list[str]:
    files = (_file_link(f"{dataset.name}.{ending}", ending.upper(), strings) for ending in ("csv", "json"))
    title = html("a", {"href": f"#{dataset.name}"}, escape(strings(f"data.set.{dataset.name}")))
    return [title, escape(strings.number(len(dataset.rows))), " · ".join(files)]


def _file_link(name: str, label: str, strings: Strings) -> str:
    folder = "" if strings.locale == DEFAULT_LOCALE else f"../../{FOLDER}/"
    return html("a", {"href": f"{folder}{name}", "download": ""}, escape(label))


def write_data_links(name: str, strings: Strings) -> str:
    """The files of a dataset, and what their fields mean, for a page beside this one."""
    folder = f"{'' if strings.locale == DEFAULT_LOCALE else '../'}../{FOLDER}/"
    files = ((f"{folder}{name}.{ending}", "", ending.upper()) for ending in ("csv", "json"))
    about = f"../{FOLDER}/#{name}", None, strings("data.fields-here")
    links = (html("a", {"href": to, "download": download}, escape(label)) for to, download, label in (*files, about))
    return html("p", {"class": "cite-files"}, f"{escape(strings('data.files-here'))} {' · '.join(links)}")


def _write_dataset(dataset: Dataset, strings: Strings) -> tuple[str, ...]:
    header = [escape(strings(key)) for key in ("data.field", "data.type", "data.meaning")]
    return (
        f"## {escape(strings(f'data.set.{dataset.name}'))} {{: #{dataset.name} }}",
        _said(f"data.about.{dataset.name}", strings),
        _table("fields", header, [_field_row(each, strings) for each in dataset.fields]),
    )


def _field_row(each: Field, strings: Strings) -> list[str]:
    name = html("code", {"lang": None if strings.locale == "en" else "en"}, escape(each.name))
    return [name, escape(strings(f"data.type.{each.type}")), write_words(describe_field(each, strings), strings.locale)]


def _table(name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """On one line, so that Markdown leaves it as it is."""
    head = "".join(html("th", {"scope": "col"}, cell) for cell in header)
    body = "".join(html("tr", {}, "".join(html("td", {}, cell) for cell in row)) for row in rows)
    return html("table", {"class": name}, f"<thead>{html('tr', {}, head)}</thead><tbody>{body}</tbody>")
