"""Edition: from the folder of seeds to everything that is published, or all the faults found in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from edition.curation.authorities import check_authorities, read_authorities
from edition.curation.catalogue import Catalogue, check_catalogue, check_stated, check_topics, describe, read_topics
from edition.curation.claims import check_claims, read_claims
from edition.curation.curated import Curated, read_curated
from edition.curation.mentions import Forms, check_use, find_mentions, forms_of
from edition.curation.translations import check_author_abstracts, check_translations
from edition.errors import EditionError, Fault
from edition.extraction.quantities import find_quantities
from edition.extraction.times import find_times
from edition.model import Article, Edition, Entry, Record, Register
from edition.published.alignment import keep_ids
from edition.published.register import FOLDER as REGISTER
from edition.published.register import read_register
from edition.published.registration import changes, check_addresses, check_texts, former_slugs, stem_of, withdrawn_texts
from edition.reader.article import read_article
from edition.reader.findings import as_fault, unaccepted
from edition.reader.seeds import read_seed


def read_edition(folder: Path) -> Edition:
    """Read seeds/*.txt, catalogue.yml, topics.yml and, if they are there, authorities.yml, claims.yml and register/.

    Raises EditionError with the faults of all of them, so that an editor sees them in one run.
    """
    faults: list[Fault] = []
    articles = _read_articles(folder, faults)
    register = _read_register(folder, faults)
    if not faults:
        articles = [_with_published_ids(article, register) for article in articles]
        faults += check_texts(articles, register)
    catalogue = _read_catalogue(folder, faults)
    curated = _read_authorities(folder, faults)
    if catalogue:
        faults += check_author_abstracts(catalogue.records, articles)
        faults += chain.from_iterable(check_stated(catalogue.records, article) for article in articles)
    claims = _read_claims(folder, articles, faults)
    if faults or catalogue is None:
        raise EditionError(faults)
    described = [(article, describe(article, catalogue)) for article in articles]
    if taken := list(check_addresses(described, register, catalogue.slug_fault)):
        raise EditionError(taken)
    authorities = read_authorities(curated) if curated else ()
    forms = forms_of(authorities)
    entries = tuple(_entry(article, record, forms, register) for article, record in described)
    unused = check_use(curated, entries) if curated else ()
    warnings = (
        *_unread(folder),
        *_warnings(entries),
        *_findings(entries),
        *check_translations(catalogue.records),
        *unused,
        *chain.from_iterable(changes(entry, register) for entry in entries),
    )
    contested = read_claims(claims) if claims else ()
    return Edition(entries, catalogue.topics, warnings, authorities, withdrawn_texts(register), contested)


def _entry(article: Article, record: Record, forms: Forms, register: Register) -> Entry:
    times = find_times(article, record.date.value if record.date else None)
    former = former_slugs(article, record, register)
    return Entry(article, record, find_mentions(article, forms), former, times, find_quantities(article, times))


def _with_published_ids(article: Article, register: Register) -> Article:
    known = register.get(stem_of(article))
    return keep_ids(article, known.ids) if known else article


def _read_articles(folder: Path, faults: list[Fault]) -> list[Article]:
    articles = []
    for path in _seeds(folder):
        try:
            articles.append(read_article(read_seed(path, _name(path))))
        except EditionError as error:
            faults += error.faults
    if not articles and not faults:
        faults.append(Fault(folder.name, 0, "the folder has no texts", "put at least one .txt file in"))
    return articles


def _read_catalogue(folder: Path, faults: list[Fault]) -> Catalogue | None:
    read: dict[str, Curated] = {}
    for name in ("catalogue", "topics"):
        path = folder / f"{name}.yml"
        try:
            read[name] = read_curated(path, _name(path), name)
        except EditionError as error:
            faults += error.faults
        except FileNotFoundError:
            faults.append(Fault(_name(path), 0, "the file is missing", "README says what stands in it"))
    if len(read) < 2:
        return None
    topics = read_topics(read["topics"])
    faults += check_topics(read["topics"])
    faults += check_catalogue(read["catalogue"], topics, [path.name for path in _seeds(folder)])
    return Catalogue(read["catalogue"], topics)


def _read_authorities(folder: Path, faults: list[Fault]) -> Curated | None:
    """The authority records; an archive may do without."""
    path = folder / "authorities.yml"
    if not path.exists():
        return None
    try:
        curated = read_curated(path, _name(path), "authorities")
    except EditionError as error:
        faults += error.faults
        return None
    faults += check_authorities(curated, (path.name for path in _seeds(folder)))
    return curated


def _seeds(folder: Path) -> list[Path]:
    """The files *.txt, whatever the case of their ending; those that begin with a dot are an editor's or a system's."""
    found = (path for path in folder.iterdir() if path.suffix.lower() == ".txt" and path.is_file())
    return sorted(path for path in found if not path.name.startswith("."))


def _read_register(folder: Path, faults: list[Fault]) -> Register:
    try:
        return read_register(folder)
    except EditionError as error:
        faults += error.faults
        return {}


def _read_claims(folder: Path, articles: list[Article], faults: list[Fault]) -> Curated | None:
    """Where the texts differ; an archive may do without. Passages are looked up only where all texts could be read."""
    path = folder / "claims.yml"
    if not path.exists():
        return None
    try:
        curated = read_curated(path, _name(path), "claims")
    except EditionError as error:
        faults += error.faults
        return None
    if len(articles) == len(_seeds(folder)):
        faults += check_claims(curated, articles)
    return curated


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _unread(folder: Path) -> Iterator[Fault]:
    """Files that lie among the texts, but are none: a text under another name would be missed without a word."""
    known = {*_seeds(folder), *folder.glob("*.yml"), folder / REGISTER}
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(".") and path not in known:
            yield Fault(_name(path), 0, "this is no .txt file and is not read", "rename it, or move it elsewhere")


def _findings(entries: tuple[Entry, ...]) -> Iterator[Fault]:
    for entry in entries:
        for finding in unaccepted(entry.article, entry.record.accept):
            yield as_fault(entry.article.seed.name, finding)


def _warnings(entries: tuple[Entry, ...]) -> list[Fault]:
    return [
        Fault(
            entry.article.seed.name,
            0,
            "no record in seeds/catalogue.yml: title, date, kind and topics are inferred from the text",
            "add a record when you know more",
        )
        for entry in entries
        if entry.record.added is None
    ]
