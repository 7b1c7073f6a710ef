"""Pages: each writes one kind of page, as Markdown, in one locale."""
