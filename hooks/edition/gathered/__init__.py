"""Gathered: what all texts of an edition together say, before any page shows it."""
