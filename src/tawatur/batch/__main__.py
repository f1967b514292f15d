"""`python -m tawatur.batch FD`: a worker that speaks over the socket FD. Started by the pool, not by people."""

import sys
from multiprocessing.connection import Connection

from tawatur.batch.worker import serve

if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
