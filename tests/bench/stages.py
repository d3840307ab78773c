#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seconds, records a second, processor seconds and peak memory of every stage of one run.

usage: stages.py GUIDANG HOME [BATCH...] [-- OPTIONS OF run]

Runs `guidang run --json` and stamps its events as they arrive. Peak memory is the highest of the
program and its helpers by the end of each stage (VmHWM), so it never falls from stage to stage.
Not a test: nothing here passes or fails.
"""
import json
import os
import subprocess
import sys
import time


def peak_mb(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM"):
                    return int(line.split()[1]) / 1024
    except (OSError, ValueError):
        pass
    return 0.0


def cpu_seconds(pid):
    """Of the program alone, without its helpers: what a busy machine does not change."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return 0.0


def main(argv):
    if len(argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    guidang, home, *rest = argv[1:]
    options = []
    if "--" in rest:
        cut = rest.index("--")
        rest, options = rest[:cut], rest[cut + 1:]
    begun = time.monotonic()
    process = subprocess.Popen([guidang, "run", home, *rest, *options, "--json"],
                               stdout=subprocess.PIPE, text=True)
    started, worked, total, highest, account = 0.0, 0.0, 0, 0.0, None
    print(f"{'stage':<14}{'records':>9}{'seconds':>9}{'per s':>9}{'cpu s':>9}{'peak MB':>9}")
    for line in process.stdout:
        event = json.loads(line)
        highest = max(highest, peak_mb(process.pid))
        if event["event"] == "begin":
            started, total = time.monotonic(), event["total"]
            worked = cpu_seconds(process.pid)
        elif event["event"] == "end":
            seconds = time.monotonic() - started
            rate = f"{total / seconds:9.0f}" if seconds > 0.001 and not event["skipped"] else f"{'=':>9}"
            used = cpu_seconds(process.pid) - worked
            print(f"{event['stage']:<14}{total:>9}{seconds:>9.2f}{rate}{used:>9.2f}{highest:>9.0f}")
        elif event["event"] == "account":
            account = event
    status = process.wait()
    print(f"{'all':<14}{'':>9}{time.monotonic() - begun:>9.2f}{'':>18}{highest:>9.0f}")
    print("exit", status, json.dumps(account, ensure_ascii=False) if account else "")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
