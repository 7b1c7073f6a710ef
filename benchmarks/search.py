"""Search benchmark: `python benchmarks/search.py 5 1000` prints recall, precision, bytes, requests, times and memory.

Needs what the tests need. The index is put into a built site, and asked in Chromium behind a compressing server. Ten
thousand articles take half an hour on two busy cores, and 4.5 GB of memory while the index is made.

A query comes whole, as from an input method or the clipboard; who types letter by letter waits 80 ms more. At 4× the
browser's renderers run a quarter of the time: DevTools can slow a page, but not the worker that searches.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from plain_scan import PlainScan
from server import Server, serve
from synthetic import synthetic_edition

from edition.edition import read_edition
from edition.search.search_index import write_search
from edition.writing.strings import read_strings

QUERIES = [
    "托卡耶夫",
    "上海合作组织",
    "哈萨克斯坦",
    "40 亿美元",
    "Токаев",
    "2025年",
    "俄哈关系 石油",
    "二次制裁",
    "哈",
    "资料来源",
]

ASK = """async ([query, from, to]) => {
  const { search } = await import("/assets/search/client.js");
  const { count, articles } = await search({ query, from, to });
  return [count, articles.flatMap(({ slug, hits }) => hits.map(({ id }) => [slug, id]))];
}"""

AT_ONCE = 500
"""How many articles one page reads: it keeps all that it has read."""

KINDS = (".pf_index", ".pf_meta", "texts/")
RUN = 0.005
"""Seconds that a slowed process runs before it is stopped."""

TIME = """async (query) => {
  const { search } = await import("/assets/search/client.js");
  const start = performance.now();
  await search({ query, to: 5 });
  return performance.now() - start;
}"""

WATCH = """() => {
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector("#search-list");
  window.firstResult = new Promise((resolve) => {
    let start;
    input.addEventListener("input", () => { start = performance.now(); });
    const check = () => list.childElementCount && resolve(performance.now() - start);
    new MutationObserver(check).observe(list, { childList: true });
  });
}"""


@dataclass
class Cold:
    """One query in a browser that has nothing yet: from the key to the first result, and what was sent for it."""

    milliseconds: float
    sent: list[tuple[str, int]]

    @property
    def kilobytes(self) -> float:
        return sum(size for _, size in self.sent) / 1000

    def of_kind(self, kind: str) -> float:
        return sum(size for path, size in self.sent if kind in path) / 1000


def main(counts: list[int]) -> None:
    edition = read_edition(ROOT / "seeds")
    say(f"load of the machine before: {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = Path(temporary) / "site"
        build_site(site)
        browser = launch(playwright)
        for count in counts:
            measure(synthetic_edition(edition, count), count, site, browser)
        browser.close()


def build_site(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)


def launch(playwright) -> Browser:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or None
    return playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])


def measure(edition, count: int, site: Path, browser: Browser) -> None:
    folder = site / "assets" / "search"
    for made in ("pagefind", "texts", "names"):
        shutil.rmtree(folder / made, ignore_errors=True)
    start = perf_counter()
    write_search(edition, [read_strings("zh-Hans"), read_strings("en")], folder)
    seconds = perf_counter() - start
    pagefind = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    python = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    parts = json.loads((folder / "parts.json").read_text())
    say(f"\n{count} articles: made in {seconds:.1f} s in {len(parts)} parts; {size:.1f} MB of files")
    say(f"  memory at most: Pagefind {pagefind:.0f} MB, Python with the articles {python:.0f} MB")
    with serve(site) as server:
        for rate, wait in ((1, 0), (1, 1000), (4, 0), (4, 1000)):
            asked = [ask_cold(query, rate, wait, server, browser) for query in QUERIES]
            report(f"cold, {rate}×, typed {wait} ms after the focus", asked)
        time_loaded(server, browser)
        check(edition, server, browser)


def ask_cold(query: str, rate: int, wait: int, server: Server, browser: Browser) -> Cold:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(server.address, wait_until="networkidle")
    page.evaluate(WATCH)
    server.sent.clear()
    with slowed(renderers(browser), rate):
        page.focus(".md-search__input")
        page.wait_for_timeout(wait)
        page.keyboard.insert_text(query)
        page.wait_for_selector("#search-list > *")
        milliseconds = page.evaluate("() => window.firstResult")
    sent = list(server.sent)
    context.close()
    return Cold(milliseconds, sent)


@contextmanager
def slowed(processes: list[int], rate: int) -> Iterator[None]:
    """Let processes run a part of the time."""
    done = Event()

    def stop_and_go() -> None:
        while rate > 1 and not done.wait(RUN):
            signal_all(processes, signal.SIGSTOP)
            done.wait(RUN * (rate - 1))
            signal_all(processes, signal.SIGCONT)

    thread = Thread(target=stop_and_go)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def signal_all(processes: list[int], what: signal.Signals) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, what)


def report(title: str, asked: list[Cold]) -> None:
    say(f"  {title}: {spread([cold.milliseconds for cold in asked])} ms from the last key to the first result")
    kilobytes, requests = [cold.kilobytes for cold in asked], [len(cold.sent) for cold in asked]
    kinds = ", ".join(f"{kind} {mean([cold.of_kind(kind) for cold in asked]):.0f}" for kind in KINDS)
    say(f"    sent from the focus on: {spread(kilobytes)} kB in {spread(requests)} requests; on average {kinds}")


def time_loaded(server: Server, browser: Browser) -> None:
    """The times and the memory of a page that has loaded the engine."""
    page = browser.new_page()
    page.goto(server.address)
    page.evaluate(TIME, "不存在")
    first = [page.evaluate(TIME, query) for query in QUERIES]
    again = [page.evaluate(TIME, query) for query in QUERIES]
    say(f"  engine loaded: each query the first time {spread(first)} ms, again {spread(again)} ms")
    peaks = [line for process in renderers(browser) for line in status(process) if "VmHWM" in line]
    say(f"  memory of a page that has answered all twice: {max(int(line.split()[1]) for line in peaks) / 1024:.0f} MB")
    page.close()


def check(edition, server: Server, browser: Browser) -> None:
    """Recall and precision at passage level."""
    scan = PlainScan(edition)
    found_rightly = found = expected = 0
    for query in QUERIES:
        right = scan.find(query)
        texts, hits = ask_all(query, server, browser)
        say(f"    {query}: {len(hits)} passages in {texts} texts")
        if texts != len({slug for slug, _ in right}):
            say(f"    WRONG: {len({slug for slug, _ in right})} texts hold it")
        found_rightly, found, expected = found_rightly + len(hits & right), found + len(hits), expected + len(right)
    say(f"  recall {found_rightly / expected:.6f}, precision {found_rightly / found:.6f} over {expected} passages")
    say(f"  load of the machine: {os.getloadavg()[0]:.1f}")


def ask_all(query: str, server: Server, browser: Browser) -> tuple[int, set[tuple[str, str]]]:
    """How many texts are counted, and all hits, by as many pages as are needed."""
    hits: set[tuple[str, str]] = set()
    start, texts = 0, 1
    while start < texts:
        page = browser.new_page()
        page.goto(server.address)
        texts, found = page.evaluate(ASK, [query, start, start + AT_ONCE])
        hits |= {tuple(hit) for hit in found}
        page.close()
        start += AT_ONCE
    return texts, hits


def renderers(browser: Browser) -> list[int]:
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return [process["id"] for process in processes if process["type"] == "renderer"]


def status(process: int) -> list[str]:
    return Path(f"/proc/{process}/status").read_text().splitlines()


def spread(values: list[float]) -> str:
    return f"{min(values):.0f}–{max(values):.0f} (median {median(values):.0f})"


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [5, 1000])
