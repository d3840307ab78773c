// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stages/extract/limits.h"

/// What a process gives up for good. Only for children that run nothing but this stage's own loops.
namespace guidang::extract {

/// Moves `keep` to descriptor 3, opens /dev/null as 0, 1 and 2 and closes all others. Gives 3.
int keep_only(int keep);

/// For the fork server and all its helpers: own process group (so that ^C in a terminal reaches the
/// parent alone), SIGINT, SIGTERM and SIGHUP ignored (the end of the socket ends them), default
/// handling of all other signals, no new privileges, no core dumps, no written file, and where the
/// system permits it no network, no capabilities, and no change to any file or folder.
void confine_server();

/// For one helper: dies with its server, starts no process, and opens few files.
void confine_helper();

/// Before each file: memory and processor time from here on, set in the kernel.
void limit_next_file(const Limits& limits);

/// False in a build with sanitizers, which no limit of address space allows.
[[nodiscard]] bool limits_memory();

}  // namespace guidang::extract
