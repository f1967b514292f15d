"""Model objects to standard formats, one module per format.

in:   `Reading`s, a page with its posts and their descriptions, one after another
out:  files that are whole or not there; Arrow tables; a page for people (`report/html.py`)
"""
