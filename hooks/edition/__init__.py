"""The edition: from a folder of seeds to the pages of a site. Imports no MkDocs.

The README lists the modules in the order in which to read them; each imports only from those before it.
"""
