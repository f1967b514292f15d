"""From whatever a reporter has to captures and pages.

in:   files, folders, patterns, URLs, standard input; text, HTML, feeds, web archives, packed or not
out:  `open_sources` gives each document's raw bytes as a Capture, `parse` makes a Page of one
measured by: benchmarks/feeds.py, benchmarks/warc.py, benchmarks/hostile.py, benchmarks/html.py
"""

from tawatur.read.options import ReadOptions
from tawatur.read.parse import parse
from tawatur.read.sources import open_sources
from tawatur.stage import each

READ = each("read", parse, version=1, source_of=lambda capture: capture.source)

__all__ = ["READ", "ReadOptions", "open_sources", "parse"]
