"""Running the rooms over many inputs: side by side, with resume, one writer.

in:   sources as the user names them, or the raw bytes that a case holds
out:  a case in which every page is whole or absent, and a summary of the run
measured by: benchmarks/cost.py
"""

from tawatur.batch.options import RunOptions
from tawatur.batch.progress import Progress, ProgressCallback, RunSummary
from tawatur.batch.run import reprocess, run_read

__all__ = ["Progress", "ProgressCallback", "RunOptions", "RunSummary", "reprocess", "run_read"]
