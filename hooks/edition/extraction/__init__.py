"""Extraction: what rules read in an article: times, quantities, and the works that its notes refer to."""
