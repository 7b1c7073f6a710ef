"""What editors see: what a build says of their texts, what it leaves, and the preview that follows their edits."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote
from urllib.request import urlopen

import pytest
from conftest import Project

SUMMIT = "000_dbc49e92358e8704.txt"

COUNTING = """
import edition.edition

_read_seed = edition.edition.read_seed

def _counted(path, name):
    with open("reads", "a") as file:
        file.write(name + chr(10))
    return _read_seed(path, name)

edition.edition.read_seed = _counted
"""
"""Added to the hook of a copy of the project: it notes every reading of a seed."""


def test_a_build_with_faults_tells_all_of_them_and_leaves_nothing(project: Project):
    (project.seeds / "900.txt").write_text(" date 2025-02-30 题\n\n甲[footnoteRef:1]。\n\n乙。 [2:  注]\n", "utf-8")
    (project.seeds / "901.txt").write_bytes("甲。\n".encode() + b"\xb9\xfe")
    (project.seeds / "902.txt").write_bytes(b"")
    (project.seeds / "903.txt").write_text(" date 2025-11-15\n", "utf-8")
    (project.seeds / "904 x.txt").write_text("甲。", "utf-8")
    (project.seeds / "904_x.txt").write_text("乙。", "utf-8")
    (project.site / "articles").mkdir(parents=True)
    (project.site / "articles" / "index.html").write_text("from the build before")

    built = project.build()

    told = [line.partition(":")[2] for line in built.stdout.splitlines() if line.startswith("seeds/90")]
    assert [line.split(";")[0] for line in built.stdout.splitlines() if line.startswith("seeds/90")] == [
        "seeds/900.txt:1: '2025-02-30' is not a date of the calendar",
        "seeds/900.txt:3: [footnoteRef:1] calls a footnote that the text does not have",
        "seeds/900.txt:5: footnote 2 is called nowhere",
        "seeds/901.txt:2: the byte 0xB9 at offset 7 is not UTF-8",
        "seeds/902.txt: the file has no text",
        "seeds/903.txt:1: nothing follows the header",
        "seeds/904_x.txt: its address, 904-x, is that of 904 x",
    ]
    assert all("; " in line for line in told), "each says what would be right"
    assert "Traceback" not in built.stdout
    assert built.returncode != 0
    assert list(project.site.iterdir()) == []


def test_a_seed_without_record_becomes_a_page_and_each_seed_is_read_once_a_build(project: Project):
    with (project.folder / "hooks" / "build.py").open("a") as hook:
        hook.write(COUNTING)
    (project.seeds / "905_Новый текст.txt").write_text(
        " date 2024-05-06 中亚“峰会”<展望> & {{ x }}\n\n正文。\n", "utf-8"
    )

    built = project.build()

    assert built.returncode == 0, built.stdout
    assert re.search(
        r"WARNING.*seeds/905_Новый текст\.txt: no record in seeds/catalogue\.yml.*; add a record", built.stdout
    )
    reads = (project.folder / "reads").read_text("utf-8").splitlines()
    assert sorted(reads) == sorted(f"seeds/{path.name}" for path in project.seeds.glob("*.txt"))
    for locale in ("", "en/"):
        page = (project.site / f"{locale}articles/905-новый-текст/index.html").read_text("utf-8")
        assert "中亚“峰会”&lt;展望&gt; &amp; {{ x }}" in page.replace("&#60;", "&lt;").replace("&#62;", "&gt;").replace(
            "&#38;", "&amp;"
        )
        assert '<p id="p1">正文。' in page
    assert "905-новый-текст" in unquote((project.site / "sitemap.zh-Hans.xml").read_text("utf-8"))
    assert "2024-05-06" in (project.site / "dates/index.html").read_text("utf-8")


# ── The preview ───────────────────────────────────────────────────────────────────────────────────────────────


class Preview:
    """`mkdocs serve` over a copy of the project."""

    def __init__(self, project: Project) -> None:
        self.log = project.folder / "log"
        self.address = f"127.0.0.1:{free_port()}"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address],
                cwd=project.folder,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def page(self, path: str) -> str:
        with urlopen(f"http://{self.address}/{path}", timeout=60) as response:
            return response.read().decode()

    def wait_for(self, holds: Callable[[], bool], seconds: float = 240) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if holds():
                    return
            except (URLError, HTTPException, OSError):
                pass
            time.sleep(0.3)
        pytest.fail(f"did not come about: {self.log.read_text('utf-8')}")


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    preview = Preview(project)
    yield preview
    preview.process.terminate()
    preview.process.wait(30)


def test_the_preview_follows_the_texts_and_outlives_a_fault(project: Project, preview: Preview):
    path = "articles/central-asia-russia-summit/"
    seed: Path = project.seeds / SUMMIT
    text = seed.read_text("utf-8")
    preview.wait_for(lambda: "中亚：外交新活力" in preview.page(path))

    seed.write_text(text + "\n甲[footnoteRef:1]。\n", "utf-8")
    preview.wait_for(lambda: "[footnoteRef:1] calls a footnote" in preview.log.read_text("utf-8"))
    preview.wait_for(lambda: "中亚：外交新活力" in preview.page(path))

    seed.write_text(text + "\n新的一段。\n", "utf-8")
    preview.wait_for(lambda: "新的一段。" in preview.page(path))

    catalogue = project.seeds / "catalogue.yml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("协作加速区域发展", "协作加速发展", 1), "utf-8")
    preview.wait_for(lambda: "协作加速发展" in preview.page("articles/kazakhstan-uzbekistan-alliance/"))
