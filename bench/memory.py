"""What can be measured without an engine."""

import json
import os
import subprocess


def in_memory(*arguments: str) -> dict:
    program = [os.environ["BENCH_MEMORY"], *arguments]
    return json.loads(
        subprocess.run(program, check=True, capture_output=True, text=True).stdout)
