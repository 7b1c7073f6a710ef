import re
from xml.etree import ElementTree

import pygal

from edition.writing.charts import new_chart, write_svg


def a_chart(**options):
    chart = new_chart(pygal.Bar, 720, 200, **options)
    chart.x_labels = ["2018", "2022 <b>"]
    chart.add("x", [{"value": 3, "label": "2018: 3 & more", "xlink": {"href": "#y2018"}}, 80])
    return write_svg(chart, 'Dates by year, "all" <of them>')


def test_a_chart_has_no_style_no_script_and_no_day_of_its_own():
    written = a_chart()
    assert not re.search(r"<style|<script|style=|<!--|20\d\d-\d\d", written)


def test_a_chart_is_drawn_the_same_every_time():
    assert a_chart() == a_chart()


def test_a_chart_has_a_name_and_its_links_have_theirs():
    chart = ElementTree.fromstring(a_chart())
    link = chart.find(".//a")
    assert chart.get("aria-label") == 'Dates by year, "all" <of them>'
    assert (link.get("href"), link.get("aria-label")) == ("#y2018", "2018: 3 & more")


def test_what_a_label_says_is_never_markup():
    assert "2022 &lt;b&gt;" in a_chart()


def test_a_chart_stands_on_one_line_so_that_no_blank_line_ends_its_block():
    assert "\n" not in a_chart()
