"""Curation: what editors know about the texts, checked against a schema."""
