"""Captions: from a line to the kind and the credit of the picture that it stands for."""

from __future__ import annotations

import re

from edition.characters import is_blank
from edition.model import Figure, FigureKind, Inline, Inlines, Markup
from edition.reader.headings import reads_as_heading
from edition.text.inlines import printed
from edition.text.languages import language_of

KINDS = {
    FigureKind.INFOGRAPHIC: ("Инфографика", "Infographic", "Infographics", "信息图", "資訊圖", "图表", "圖表"),
    FigureKind.PHOTOGRAPH: ("Фото", "Фотосурет", "Photo", "Photos", "照片", "摄影", "攝影"),
    FigureKind.PICTURE: (
        *("图", "图片", "图源", "图片来源", "圖", "圖片", "圖源", "圖片來源"),
        *("Сурет", "Суреттер", "Иллюстрация", "Коллаж", "Picture", "Image", "Illustration"),
    ),
}
KIND_OF = {word.casefold(): kind for kind, words in KINDS.items() for word in words}
CAPTION = re.compile(  # Фото: Ақорда
    rf"(?P<kind>{'|'.join(sorted(KIND_OF, key=len, reverse=True))})\s*[:：]\s*(?P<credit>.*)", re.IGNORECASE
)
NUMBERED = re.compile(  # 图1 俄哈贸易额
    r"(?:图|圖|Рис\.|Рисунок|Сурет|Figure|Fig\.)\s*\d+(?:\s*[.:：]?\s+(?P<spaced>\S.*)|\s*[:：](?P<glued>\S.*))?",
    re.IGNORECASE,
)
LONGEST_CREDIT = 200


def read_caption(content: Inlines) -> Figure | None:
    """The figure that a line stands for, or None if it is no caption."""
    text = printed(content)
    if match := CAPTION.fullmatch(text[: LONGEST_CREDIT + 1]):
        credit = match["credit"] or None
        kind = KIND_OF[match["kind"].casefold()]
        return Figure(content, kind, credit, language_of(credit or "")) if len(text) <= LONGEST_CREDIT else None
    if (match := NUMBERED.fullmatch(text)) and reads_as_heading(match["spaced"] or match["glued"] or text):
        return Figure(content, FigureKind.PICTURE, None, None)
    return Figure(content, FigureKind.PICTURE, None, None) if is_picture(content) else None


def is_picture(content: Inlines) -> bool:
    """Whether a line has nothing but marks that the extraction puts for pictures, and what describes them."""
    content = tuple(inline for inline in content if _is_mark(inline) or not isinstance(inline, Markup))
    if not any(_is_mark(inline) for inline in content):
        return False
    outside: list[str] = []
    inside = False
    for inline in content:
        inside = (inline.text.startswith("[image:") and not inline.text.endswith("]")) or (
            inside and not _is_mark(inline)
        )
        outside += [] if inside or _is_mark(inline) else [inline.text]
    return is_blank("".join(outside))


def _is_mark(inline: Inline) -> bool:
    return isinstance(inline, Markup) and inline.kind == "picture mark"
