"""What the door promises."""

from __future__ import annotations

import subprocess
import sys


def test_the_compiler_is_loaded_only_when_something_is_searched() -> None:
    code = "import sys, tawatur.reuse; print('numba' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == "False"
