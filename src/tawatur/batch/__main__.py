"""`python -m tawatur.batch FD`: the nursery of a run's workers, which speaks over the socket FD. Started by the pool."""

import sys
from multiprocessing.connection import Connection

from tawatur.batch.nursery import brood

if __name__ == "__main__":
    brood(Connection(int(sys.argv[1])))
