"""Search benchmark: `python benchmarks/search.py 5 1000` prints recall, precision, bytes, requests, times and memory.

Needs what the tests need. The index is put into a built site, and asked in Chromium behind a compressing server.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from plain_scan import PlainScan
from server import Server, serve
from synthetic import synthetic_edition

from edition.edition import read_edition
from edition.search_index import write_search
from edition.strings import read_strings

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

ASK = """async (query) => {
  const { search } = await import("/assets/search/client.js");
  const start = performance.now();
  const { count, articles } = await search({ query, to: 1e6 });
  return [count, articles.flatMap(({ slug, hits }) => hits.map(({ id }) => [slug, id])), performance.now() - start];
}"""

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
    bytes: int
    requests: int


def main(counts: list[int]) -> None:
    edition = read_edition(ROOT / "seeds")
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
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    say(f"\n{count} articles: made in {seconds:.1f} s, {memory:.0f} MB at most; {size:.1f} MB of files")
    with serve(site) as server:
        for rate, wait in ((1, 0), (1, 1000), (4, 1000)):
            asked = [ask_cold(query, rate, wait, server, browser) for query in QUERIES]
            report(f"cold, {rate}×, typed {wait} ms after the focus", asked)
        check(edition, server, browser)


def ask_cold(query: str, rate: int, wait: int, server: Server, browser: Browser) -> Cold:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(server.address, wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.evaluate(WATCH)
    server.sent.clear()
    page.focus(".md-search__input")
    page.wait_for_timeout(wait)
    page.keyboard.insert_text(query)
    page.wait_for_selector("#search-list > *")
    milliseconds = page.evaluate("() => window.firstResult")
    sent = list(server.sent)
    context.close()
    return Cold(milliseconds, sum(size for _, size in sent), len(sent))


def report(title: str, asked: list[Cold]) -> None:
    say(f"  {title}: {spread([cold.milliseconds for cold in asked])} ms from the last key to the first result")
    kilobytes, requests = [cold.bytes / 1000 for cold in asked], [cold.requests for cold in asked]
    say(f"    sent from the focus on: {spread(kilobytes)} kB in {spread(requests)} requests")


def check(edition, server: Server, browser: Browser) -> None:
    """Recall and precision at passage level, and the times of a browser that has loaded the engine."""
    scan = PlainScan(edition)
    page = browser.new_page()
    page.goto(server.address)
    page.evaluate(TIME, "不存在")
    first = [page.evaluate(TIME, query) for query in QUERIES]
    again = [page.evaluate(TIME, query) for query in QUERIES]
    say(f"  engine loaded: each query the first time {spread(first)} ms, again {spread(again)} ms")
    found_rightly = found = expected = 0
    for query in QUERIES:
        texts, hits, _ = page.evaluate(ASK, query)
        hits, right = {tuple(hit) for hit in hits}, scan.find(query)
        if texts != len({slug for slug, _ in right}):
            say(f"  {query}: {texts} texts counted, {len({slug for slug, _ in right})} hold it")
        found_rightly, found, expected = found_rightly + len(hits & right), found + len(hits), expected + len(right)
    say(f"  recall {found_rightly / expected:.4f}, precision {found_rightly / found:.4f} over {expected} passages")
    say(f"  memory of a page that has answered all: {page_memory(page):.0f} MB")
    page.close()


def page_memory(page: Page) -> float:
    """The most that any renderer of the browser has held."""
    session = page.context.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [Path(f"/proc/{process['id']}/status") for process in processes if process["type"] == "renderer"]
    peaks = [line.split()[1] for path in renderers for line in path.read_text().splitlines() if "VmHWM" in line]
    return max(map(int, peaks)) / 1024


def spread(values: list[float]) -> str:
    return f"{min(values):.0f}–{max(values):.0f} (median {median(values):.0f})"


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [5, 1000])
