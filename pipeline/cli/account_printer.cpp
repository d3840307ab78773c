// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/account_printer.h"

#include <fmt/format.h>

#include <ostream>

#include "pipeline/cli/words.h"

namespace guidang::cli {
namespace {

template <std::size_t N>
std::string sum(const std::array<std::uint64_t, N>& counts, const std::array<Both, N>& words,
                const Console& console) {
  std::string text;
  for (std::size_t i = 0; i < N; ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : " + ", console(words[i]), counts[i]);
  }
  return text;
}

}  // namespace

void print_account(const Account& account, const Both& which, const Console& console) {
  console.out << fmt::format("{} · {}: {} {} = {}\n", console(kFiles), console(which),
                             console(kSeen), account.seen,
                             sum(account.files, kFileStateWords, console));
  console.out << fmt::format("{} · {}: {} {} = {}\n", console(kDocuments), console(which),
                             console(kIn), account.in,
                             sum(account.documents, kVerdictWords, console));
}

}  // namespace guidang::cli
