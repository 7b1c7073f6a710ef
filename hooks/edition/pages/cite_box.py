"""Cite box: from a CSL record to the part of a page that offers its citations and files, with slots for the browser.

Without JavaScript the citations stand there to be copied by hand, with words where the day of access goes.
"""

from __future__ import annotations

from edition.writing.citations import Slot, Style, Template, citation
from edition.writing.csl import CslRecord
from edition.writing.markdown import escape, fenced, html
from edition.writing.strings import Strings

ACCESS_SLOTS = (Slot.ACCESSED_ISO, Slot.ACCESSED_ZH, Slot.ACCESSED_EN)
CITATION_FILES = {"bib": "BibTeX", "ris": "RIS", "csl.json": "CSL-JSON"}
SOURCE_FILE = "source.txt"

WORDS = {
    "cite": "button",
    "cite-passage": "passage",
    "style": "style",
    "copy": "copy",
    "copied": "copied",
    "copy-failed": "copy-failed",
    "copy-quotation": "copy-quotation",
    "copy-citation": "copy-citation",
    "copy-link": "copy-link",
    "close": "close",
}
"""The words that the scripts need: data attribute → message."""


def write_cite_box(csl: CslRecord, files: str, strings: Strings) -> str:
    """The box. `files` is the relative address of the folder in which the article's files lie."""
    words = {f"data-{name}": strings(f"cite.{key}", passage="{passage}") for name, key in WORDS.items()}
    attributes = {**words, "class": "citations-box", "data-address": csl["URL"]}
    citations = "\n".join(_write_citation(style, csl, strings) for style in Style)
    heading = f"## {escape(strings('cite.title'))} {{: #cite }}"
    listed = html("dl", {"class": "citations"}, f"\n{citations}\n")
    box = html("div", attributes, f"\n{listed}\n{_write_files(csl, files, strings)}\n")
    return fenced(3, "section.cite", heading, box)


def _write_citation(style: Style, csl: CslRecord, strings: Strings) -> str:
    name = strings(f"cite.{style}")
    lang = "en" if style is Style.APA else "zh-Hans"
    attributes = {"class": "citation", "lang": lang, "data-name": name, "data-style": style.value}
    template = html("span", attributes, _write_template(citation(csl, style), strings))
    return html("dt", {}, escape(name)) + html("dd", {}, template)


def _write_template(template: Template, strings: Strings) -> str:
    return "".join(_write_slot(part, strings) if isinstance(part, Slot) else escape(part) for part in template)


def _write_slot(slot: Slot, strings: Strings) -> str:
    shown = strings("cite.accessed") if slot in ACCESS_SLOTS else ""
    return html("span", {"data-slot": slot.value}, escape(shown))


def _write_files(csl: CslRecord, files: str, strings: Strings) -> str:
    links = [
        html("a", {"href": f"{files}{csl['id']}.{ending}", "download": ""}, name)
        for ending, name in CITATION_FILES.items()
    ]
    links.append(html("a", {"href": f"{files}{SOURCE_FILE}"}, escape(strings("cite.text-file"))))
    return html("p", {"class": "cite-files"}, f"{escape(strings('cite.files'))} {' · '.join(links)}")


def write_print_address(csl: CslRecord, strings: Strings) -> str:
    """What only paper needs to be told: where this was read, and when."""
    address = f"{escape(strings('cite.address'))} {escape(csl['URL'])}"
    day = html("span", {"data-slot": Slot.ACCESSED_ISO.value}, "")
    return html("p", {"class": "print-address"}, f"{address} · {escape(strings('cite.print-accessed'))} {day}")
