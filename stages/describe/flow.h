// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/reader.h"

namespace guidang::describe {

/// Pages as they would read without their paper: page numbers and running heads are left out, a
/// paragraph that lines of print part is one line again, and the blanks that a program of pages
/// puts between Chinese and digits are gone. Every page keeps its number of lines, so that places
/// stay right: what went is an empty line. Pages without places of lines stay as they are. Linear.
void flow(std::vector<std::string>& pages, std::span<const PageLayout> layout);

}  // namespace guidang::describe
