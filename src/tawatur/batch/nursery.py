"""One process that loads everything, and forks workers that share what it has loaded.

Libraries and language data take seconds to load and tens of megabytes to hold. The nursery does that once; a worker is
there in milliseconds, and its memory is the nursery's until it writes to it.
"""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from typing import NoReturn

from tawatur.batch.worker import Job, load, serve
from tawatur.errors import LanguageDataError, TawaturError

# Libraries are loaded and language data is read in this time, on a slow and busy machine too.
_START_LIMIT_S = 180.0
_READY, _HATCH = "ready", "hatch"


class Nursery:
    """The run's side: starts the process, has workers forked and ended by it. Use `close` at the end, whatever happens."""

    def __init__(self, job: Job) -> None:
        """Start loading; `wait` tells when that is done."""
        self._control, theirs = Pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tawatur.batch", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # A group of its own: Ctrl-C at the terminal reaches the run, which then ends its workers.
            process_group=0,
            env=_environment(),
        )
        theirs.close()
        self._control.send(job)

    def wait(self) -> None:
        """Until everything is loaded. Raises: LanguageDataError as loading does, TawaturError where the process ended."""
        said = self._control.recv() if self._control.poll(_START_LIMIT_S) else None
        if isinstance(said, LanguageDataError):
            raise said
        if said != _READY:
            raise self._gone()

    def hatch(self) -> tuple[Connection, int]:
        """A new worker: what to speak over, and its process id. Raises: TawaturError where none can be had."""
        ours, theirs = Pipe()
        try:
            self._control.send(_HATCH)
            send_handle(self._control, theirs.fileno(), self._process.pid)
            return ours, int(self._control.recv())
        except (EOFError, OSError) as error:
            raise self._gone() from error
        finally:
            theirs.close()

    def end(self, pid: int) -> int:
        """End a worker at once; gives its exit code, negative for the signal that ended it."""
        try:
            self._control.send(pid)
            return int(self._control.recv())
        except (EOFError, OSError) as error:
            raise self._gone() from error

    def close(self) -> None:
        """End all workers and the nursery itself."""
        self._control.close()
        self._kill()

    def _kill(self) -> int:
        """End the group of the nursery and its workers; gives the nursery's exit code."""
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait()

    def _gone(self) -> TawaturError:
        code = self._process.poll()
        code = self._kill() if code is None else code
        return TawaturError(
            f"the process that loads workers ended early (exit code {code}). What it said stands above. "
            "With `--workers 0` all is done in one process."
        )


def brood(control: Connection) -> None:
    """The nursery's side: load what the job needs, then fork and end workers as the run asks, until it is gone."""
    try:
        job: Job = control.recv()
        try:
            load(job)
        except LanguageDataError as error:
            control.send(error)
            return
        # What stands there now stays: a collector that marks it would make every worker copy it.
        gc.collect()
        gc.freeze()
        control.send(_READY)
        while True:
            _obey(control.recv(), control, job)
    except (EOFError, ConnectionError):
        # The run is over, or was killed. Workers would see that at the end of their page, which may be long.
        if os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)


def _obey(command: str | int, control: Connection, job: Job) -> None:
    if command == _HATCH:
        handle = recv_handle(control)
        pid = os.fork()
        if pid == 0:
            control.close()
            _work(Connection(handle), job)
        os.close(handle)
        control.send(pid)
        return
    # Only the nursery waits for its workers, so that no number is given to another process before it is used here.
    pid = int(command)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    control.send(os.waitstatus_to_exitcode(status))


def _work(connection: Connection, job: Job) -> NoReturn:
    """A worker's whole life. It must not go back into the nursery's."""
    code = 1
    try:
        serve(connection, job)
        code = 0
    except BaseException:  # noqa: BLE001 - the end of a process: said as an uncaught error would be, and no further
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


def _environment() -> dict[str, str]:
    """What a worker inherits: where modules are found, and one thread for each, since there is one for each core."""
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
    return {**os.environ, **single, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
