// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "stages/extract/readers.h"

/// The child's side of the protocol.
namespace guidang::extract {

/// Loads what every helper needs (character sets, tables of the parsers), so that helpers share it
/// instead of each loading it again.
void warm_up();

/// Answers requests until the other end is closed, memory runs out, or enough files were read.
void serve(int socket, std::span<const ReaderEntry> readers);

}  // namespace guidang::extract
