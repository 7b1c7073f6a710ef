"""Writing: the words, the marks and the forms of which pages are made."""
