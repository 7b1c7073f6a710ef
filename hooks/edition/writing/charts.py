"""Charts: a chart of pygal → SVG that stands in a page: coloured by its style sheet, and named for those who listen.

pygal writes styles, scripts and the day into its pictures. None of them is kept: the classes remain, and
assets/styles/charts.css gives them the colours of either palette.
"""

from __future__ import annotations

import re
import sys
from typing import Any, TypeVar
from xml.etree import ElementTree

from pygal import PluginImportFixer
from pygal.etree import etree
from pygal.graph.graph import Graph

sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, PluginImportFixer)]
# pygal's way of finding maps, of which there are none here; Python warns of it at every import that fails

MARGIN = 4
"""Around a chart, in the units of its viewBox."""

XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
LEFT_OUT = ("defs", "desc", "title")
"""What pygal's own script would read, and its styles."""

LONG_NUMBER = re.compile(r"-?\d+\.\d{2,}")  # 408.086538

AnyGraph = TypeVar("AnyGraph", bound=Graph)


def new_chart(kind: type[AnyGraph], width: int, height: int, **options: Any) -> AnyGraph:
    """A chart of this kind without what needs a script. `width` and `height` are units of its viewBox: it is drawn as
    wide as its place on the page, and letters are as large as drawn if that is `width` CSS pixels."""
    plain: dict[str, Any] = {"explicit_size": False, "show_legend": False, "js": [], "css": [], "margin": MARGIN}
    chart: AnyGraph = kind(width=width, height=height, **(plain | options))
    return chart


def write_svg(chart: Graph, name: str) -> str:
    """An <svg> element for a page of HTML, on one line. `name` says what it shows; its links keep names of their own,
    those that are given to pygal as {"value": 3, "label": "2018: 3", "xlink": {"href": "#y2018"}}."""
    etree.to_etree()  # pygal would take lxml where that is installed, and draw a little differently
    root: ElementTree.Element = chart.render_tree()
    named = {"role": "group", "aria-label": name, "class": "chart-svg", "viewBox": root.attrib["viewBox"]}
    svg = ElementTree.Element("svg", named)
    svg.extend([_kept(child) for child in root if not _is_left_out(child)])
    return ElementTree.tostring(svg, encoding="unicode", short_empty_elements=False)


def _is_left_out(element: ElementTree.Element) -> bool:
    if not isinstance(element.tag, str):  # a comment
        return True
    return "tooltip-overlay" in element.get("class", "") or element.tag in LEFT_OUT


def _kept(element: ElementTree.Element) -> ElementTree.Element:
    kept = ElementTree.Element(element.tag, dict(_attributes(element)))
    kept.text, kept.tail = element.text, None
    kept.extend([_kept(child) for child in element if not _is_left_out(child)])
    return kept


def _attributes(element: ElementTree.Element) -> list[tuple[str, str]]:
    written = []
    for name, value in element.attrib.items():
        if name == XLINK_HREF:
            written += [("href", value), ("aria-label", _label(element))]
        elif name not in ("style", "target", "id") and value:
            written.append((name, LONG_NUMBER.sub(lambda number: f"{float(number[0]):.1f}", value)))
    return written


def _label(link: ElementTree.Element) -> str:
    """The name of a linked bar stands beside its link, in what pygal's script would show."""
    return next((desc.text or "" for desc in link.iter("desc") if desc.get("class") == "label"), "")
