"""The edition: from a folder of seeds to the pages of a site. Imports no MkDocs.

Read the modules in this order; each imports only from those before it:
errors, dates, model; seeds, inlines, blocks, article; fingerprints, alignment, register, registration; authorities,
mentions; catalogue; references, claims; strings, markdown, sources, disagreements, pages; edition.
"""
