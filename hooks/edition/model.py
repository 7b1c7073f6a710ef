"""Model: the types of an edition, from the lines of a seed to the pages of the site. Nothing but types."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Generic, Literal, TypeVar

from edition.dates import PartialDate
from edition.errors import Fault

# ── The source ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the seed, without its line feed.

    `number` counts from one; `start` is the offset of its first character in `Seed.text`. `holes` are stretches of
    it, begin and end, from which notes were taken; spaces stand there.
    """

    number: int
    start: int
    text: str
    holes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Seed:
    """A text as it was received. `name` is its file name; `text` is all of `data`, decoded and unchanged."""

    name: str
    data: bytes
    text: str
    lines: tuple[Line, ...]
    encoding: str = "utf-8"


# ── Inlines: what a line is made of. `text` is always as printed; `at` is its offset in `Seed.text`. ──────────────


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ForeignRun:
    """Words in another language than the text's: `lang` is ru, kk or en."""

    text: str
    lang: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A printed web address. `url` is where it leads, `text` how it is printed."""

    text: str
    url: str
    at: int = field(default=0, compare=False)


class Series(StrEnum):
    """Footnotes and endnotes are numbered apart; the value is what the address of one begins with."""

    FOOTNOTE = "n"
    ENDNOTE = "e"


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The call of a note. `text` is the markup that stood for it: [footnoteRef:7].

    `nth` counts the calls of the same note, from one.
    """

    text: str
    label: str
    at: int = field(default=0, compare=False)
    series: Series = Series.FOOTNOTE
    nth: int = 1

    @property
    def note(self) -> str:
        """The address of its note: n7, e1."""
        return f"{self.series}{self.label}"

    @property
    def id(self) -> str:
        """Its own address: r7, re1; r7-2 where the note is called a second time."""
        return call_id(self.series, self.label, self.nth)


def call_id(series: Series, label: str, nth: int) -> str:
    apart = "" if series is Series.FOOTNOTE else series
    return f"r{apart}{label}" + (f"-{nth}" if nth > 1 else "")


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line inside a note or a caption that goes on in the next."""

    text: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Markup:
    """Marks of the word processor or of the extraction that are not the author's and are not printed."""

    text: str
    kind: str
    at: int = field(default=0, compare=False)


Inline = Text | ForeignRun | Link | LineBreak | NoteReference | Markup
Inlines = tuple[Inline, ...]

# ── Blocks: what an article is made of ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Title:
    """The line that names the article; on its page it is the first heading."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Byline:
    """The line of the authors."""

    content: Inlines
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abstract:
    content: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 2 for a section, 3 for a subsection, and so on to 6."""

    level: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`ordinal` is the number of a run-in enumeration: 1 for a paragraph that opens with 第一，"""

    content: Inlines
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """A speaker's words and, as printed after them, who said them.

    In an interview nothing is printed after them: the speaker stands before the words, or is not named at all.
    """

    content: Inlines
    attribution: Inlines
    speaker: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A paragraph that is a quotation from its first mark to its last; the paragraph before names the speaker."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list that is printed in one line."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list that is printed item by item, with its mark: · or а). `depth` is 1 for the outermost."""

    content: Inlines
    depth: int


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Who compiled and translated the text, as printed at its end."""

    content: Inlines
    translator: str


class FigureKind(StrEnum):
    INFOGRAPHIC = "infographic"
    PHOTOGRAPH = "photograph"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that did not come with the text: its caption as printed, its kind and whom it is credited to."""

    content: Inlines
    kind: FigureKind
    credit: str | None
    credit_lang: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a table's cell."""

    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Table:
    title: Inlines | None
    unit: Inlines | None
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: Inlines | None


Block = (
    Title
    | Byline
    | Abstract
    | Heading
    | Paragraph
    | Speech
    | Quotation
    | ListLine
    | ListItem
    | CreditLine
    | Figure
    | Table
)


@dataclass(frozen=True, slots=True)
class Footnote:
    """`label` is the note's own; `line` is the seed's line on which it stands, from one; `calls` says how often it is
    called."""

    label: str
    content: Inlines
    line: int
    series: Series = Series.FOOTNOTE
    calls: int = 1

    @property
    def id(self) -> str:
        return f"{self.series}{self.label}"


# ── The article, as read from its seed alone ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Header:
    """What an agency's site puts above a text: ` date 2025-11-15 …`, or lines of dates, times and counters.

    `printed` are its pieces: metadata, not part of the text. `date` is the first that is not said to be that of a
    change; `others` are those besides. `line` is the seed's line on which it begins, from one.
    """

    printed: tuple[Text, ...]
    date: PartialDate
    others: tuple[PartialDate, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its address: p12, h3, t1, f2, or none for the title. `line` is the seed's first of it."""

    id: str
    block: Block
    line: int


@dataclass(frozen=True, slots=True)
class Account:
    """How many characters of a seed are what; the sum is the seed. Markup is counted by kind."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Article:
    """A text as read: nothing in it that the seed does not have."""

    seed: Seed
    language: str
    header: Header | None
    passages: tuple[Passage, ...]
    footnotes: tuple[Footnote, ...]
    markup: tuple[Markup, ...]
    account: Account
    tombstones: tuple[Tombstone, ...] = ()
    note_tombstones: tuple[Tombstone, ...] = ()


# ── The register: what has been published ─────────────────────────────────────────────────────────────────────

Sketch = frozenset[int]
"""Hashes of some of a text's pairs of characters; what two sketches share says how alike the texts are."""


class Standing(StrEnum):
    """What became of an id or an address at the last registration that touched it."""

    PUBLISHED = "published"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RegisteredId:
    """A published id. `digest` is that of its text now, `sketch` of its text as first published, so that many small
    changes cannot make it another text; `opening` is for people; `line` is that of the register's file."""

    id: str
    standing: Standing
    date: datetime.date
    opening: str
    digest: str
    sketch: Sketch
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RegisteredAddress:
    slug: str
    standing: Standing
    date: datetime.date
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RegisteredText:
    """All that has been published of a text. The last of `addresses` is the present one; `ids` are in the order of
    the page, the notes after the rest, and each removed id after the one that it followed."""

    file: str
    addresses: tuple[RegisteredAddress, ...]
    ids: tuple[RegisteredId, ...]


Register = Mapping[str, RegisteredText]
"""By the name of the seed without .txt."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The place of a passage or note that was published and is gone: before `before`, or at the end.

    `removed` is the registration that found it gone; none has yet where the text was edited since the last.
    """

    id: str
    before: str | None
    removed: datetime.date | None


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in a text that an editor should look at. `code` says what sort of thing it is; README lists them."""

    line: int
    code: str
    problem: str


# ── What editors know about it ────────────────────────────────────────────────────────────────────────────────

Localised = Mapping[str, str]
"""A text in several languages: locale → text."""

T_co = TypeVar("T_co", covariant=True)


class Basis(StrEnum):
    """On what a value rests: the text says it, the text lets one infer it, or an editor supplied it."""

    STATED = "stated"
    INFERRED = "inferred"
    SUPPLIED = "supplied"


@dataclass(frozen=True, slots=True)
class Attributed(Generic[T_co]):
    """A value with its basis and the reason: a key of the interface's strings, or an editor's own words."""

    value: T_co
    basis: Basis
    reason: str | Localised


class Kind(StrEnum):
    """What sort of text it is."""

    NEWS = "news"
    SPEECH = "speech"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Record:
    """The bibliographic record of an article.

    `translations` are titles in other languages than the text's, `abstracts` are the archive's; both are drafts until
    `reviewed_by` names who has reviewed them. In `author_abstract`, a language, the text has one of its author's.
    """

    slug: str
    kind: Attributed[Kind]
    title: Attributed[str]
    translations: Localised
    date: Attributed[PartialDate] | None
    authors: Attributed[tuple[str, ...]] | None
    translator: Attributed[str] | None
    affiliation: Attributed[str] | None
    conference: Attributed[str] | None
    topics: Attributed[tuple[str, ...]]
    added: datetime.date | None
    revised: datetime.date | None
    abstracts: Localised = field(default_factory=dict)
    author_abstract: str | None = None
    reviewed_by: str | None = None
    language: str = "zh-Hans"
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the vocabulary. `terms` are words whose presence in a text suggests it."""

    id: str
    names: Localised
    scope: Localised
    terms: tuple[str, ...]


class AuthorityKind(StrEnum):
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    DOCUMENT = "document"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """A person, body, place, document or project under all its names.

    `names` has the preferred one of each language; `forms` are those that occur in the texts, as printed; `forms_in`
    those that count only in one seed (its name without .txt → forms); `also` what readers may type besides. `basis`
    says how the names are known: a key of the interface's strings, or an editor's own words.
    """

    id: str
    kind: AuthorityKind
    names: Localised
    forms: tuple[str, ...]
    forms_in: Mapping[str, tuple[str, ...]]
    also: tuple[str, ...]
    basis: str | Localised


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in a text.

    `authority` is the record's id; `place` the address of the passage or note: p12, n7; `line` the printed text in
    which the name reaches from `start` to `end`.
    """

    authority: str
    place: str
    line: str
    start: int
    end: int

    @property
    def form(self) -> str:
        return self.line[self.start : self.end]


class Inference(StrEnum):
    """How the date of an expression of time is known: its own words say it; the rest comes from an earlier date in the
    same passage; from the article's own date; or it points to a time, but which cannot be said."""

    STATED = "stated"
    CONTEXT = "context"
    ARTICLE = "article"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time where it stands in a text; `date` is none where it is undecided.

    `place` is the address of the passage: p12; `line` the printed text in which it reaches from `start` to `end`.
    """

    place: str
    line: str
    start: int
    end: int
    date: PartialDate | None
    how: Inference

    @property
    def text(self) -> str:
        return self.line[self.start : self.end]


class QuantityKind(StrEnum):
    """What a figure is a measure of."""

    MONEY = "money"
    SHARE = "share"
    RATE = "rate"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    DISTANCE = "distance"
    AREA = "area"
    WEIGHT = "weight"
    VOLUME = "volume"
    ENERGY = "energy"
    TEMPERATURE = "temperature"
    PERSONS = "persons"
    COUNT = "count"
    OTHER = "other"


class Qualifier(StrEnum):
    """How the print limits a number: 超过, 约, 近, 不足, 至少, 至多; `several` where it has a magnitude alone: 数千."""

    OVER = "over"
    ABOUT = "about"
    NEARLY = "nearly"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure where it stands in a text.

    `place` is the address of the passage, `line` the printed text in which the figure, with its qualifier and its
    unit, reaches from `start` to `end`. `low` and `high` are alike but in a range; nothing where only a magnitude is
    printed; below zero for a fall. `unit` is the code of a currency (ISO 4217), percent, percentage points, share
    (of a fraction), times, 番, the symbol of a measure, persons, or the measure word as printed; nothing where no
    rule knows it. `period` is as much of the time that it is true of as its sentence says.
    """

    place: str
    line: str
    start: int
    end: int
    low: Decimal | Fraction | None
    high: Decimal | Fraction | None
    unit: str | None
    kind: QuantityKind
    qualifier: Qualifier | None
    period: PartialDate | None = None

    @property
    def text(self) -> str:
        return self.line[self.start : self.end]


class ReferenceKind(StrEnum):
    """What sort of work a note refers to; `unread` where no rule reads the note."""

    BOOK = "book"
    JOURNAL_ARTICLE = "journal article"
    THESIS = "thesis"
    NEWS = "news"
    WEB_PAGE = "web page"
    AUTHOR_NOTE = "author note"
    UNREAD = "unread"


class ReferenceFault(StrEnum):
    """What a reader who looks the work up should know of the note as printed."""

    NO_ADDRESS = "no address"
    HOME_PAGE = "home page"
    GLUED_ADDRESS = "glued address"
    QUOTATION_MARKS = "mismatched quotation marks"


@dataclass(frozen=True, slots=True)
class Reference:
    """A note, and as far as it says so, the work it refers to.

    `passage` is the address of the first passage that calls it; `outlet` the site, agency, paper or journal; `others`
    that more authors are meant than are named; `language` that of the title; `pages` are those cited. `full` is the
    address of the note of which this one is a short form, `repeats` that of the note whose very words it has.
    """

    note: Footnote
    passage: str | None
    kind: ReferenceKind
    title: str | None = None
    authors: tuple[str, ...] = ()
    others: bool = False
    outlet: str | None = None
    publisher: str | None = None
    place: str | None = None
    degree: str | None = None
    year: int | None = None
    issue: str | None = None
    pages: str | None = None
    url: str | None = None
    accessed: PartialDate | None = None
    language: str | None = None
    full: str | None = None
    repeats: str | None = None
    faults: tuple[ReferenceFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, its record, and the names, times and figures in it: what one page shows. `former` are past slugs."""

    article: Article
    record: Record
    mentions: tuple[Mention, ...] = ()
    former: tuple[str, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence and a time that it names, with all its expressions of that time; none has a date, or all the same.

    `start` and `end` are where the sentence stands in the line that they have in common.
    """

    entry: Entry
    times: tuple[TimeExpression, ...]
    start: int
    end: int

    @property
    def time(self) -> TimeExpression:
        return self.times[0]

    @property
    def sentence(self) -> str:
        return self.time.line[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of an edition, oldest first, under the year, decade or century in which they begin (2022, 199X, 18XX),
    and those of which it is not known when they were."""

    periods: tuple[tuple[str, tuple[Event, ...]], ...]
    undecided: tuple[Event, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(event for _, events in self.periods for event in events)


@dataclass(frozen=True, slots=True)
class PlacedQuantity:
    """A figure with its text; `sentence` is where in its line the sentence begins and ends that it stands in."""

    entry: Entry
    quantity: Quantity
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A text that was published and is no longer, by the editors' decision."""

    slug: str
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Source:
    """A work and all the notes of an article that refer to it, the one that says most of it first."""

    entry: Entry
    references: tuple[Reference, ...]

    @property
    def full(self) -> Reference:
        return self.references[0]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one passage says of a quantity.

    `seed` is the name of the text's file without .txt, `place` the address of the passage, `value` the words as
    printed, `gloss` what they are said to be.
    """

    seed: str
    place: str
    value: str
    gloss: Localised


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity or a name of which passages say different things.

    `basis`: the passages name it in the same words, or it is inferred that they mean it, or the editors put different
    things side by side. `remark` says what may be behind the difference, without a verdict.
    """

    id: str
    quantity: Localised
    basis: Basis
    statements: tuple[Statement, ...]
    remark: Localised


@dataclass(frozen=True, slots=True)
class Edition:
    """All that is published: entries in the order of their seeds' names, topics in the vocabulary's order.

    `warnings` are what an editor should know but what keeps nothing from being published.
    """

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    warnings: tuple[Fault, ...]
    authorities: tuple[AuthorityRecord, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Meta:
    """<meta {attribute}="{key}" content="{content}">. Not escaped."""

    attribute: Literal["name", "property"]
    key: str
    content: str


@dataclass(frozen=True, slots=True)
class HeadLink:
    """<link rel="{rel}" href="{href}" …>. Not escaped."""

    rel: str
    href: str
    type: str | None = None
    hreflang: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What stands in the head of a page. `json_ld` is JSON that may stand in a script element as it is."""

    metas: tuple[Meta, ...]
    links: tuple[HeadLink, ...]
    json_ld: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is. `path` is below the site's folder."""

    path: str
    data: bytes


Value = str | int | Decimal | bool | datetime.date | tuple[str, ...] | None
"""What a cell of a dataset holds. None is what is not known or does not apply."""


FieldType = Literal["string", "integer", "number", "boolean", "date", "list"]
"""As in a Table Schema (Data Package 2.0)."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a dataset."""

    name: str
    type: FieldType


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows of the same fields, in the order of the texts. `key` are the fields that make out a row; `refers` has for a
    field the dataset whose key it holds."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...] = ()
    refers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be built: `uri` is its Markdown file's path below docs/; `source` the file it was made from; `changed`
    the day on which one of the texts that it shows or lists was added or revised."""

    uri: str
    text: str
    source: str | None = None
    metadata: Metadata | None = None
    changed: datetime.date | None = None
