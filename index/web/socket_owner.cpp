// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/socket_owner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <sstream>
#include <vector>

namespace guidang::web {
namespace {

constexpr std::string_view kEstablished = "01";
constexpr std::size_t kColumns =
    10;  ///< sl local remote state queues timer retransmits uid … inode

template <typename Number>
std::optional<Number> number(std::string_view text, int base) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// `0100007F:20E4`, or four such words: the kernel prints each word of the address as a number of
/// this machine, and the port as a number.
std::optional<Endpoint> read_endpoint(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != 8 && colon != 32) return std::nullopt;
  Endpoint end;
  const auto port = number<std::uint16_t>(text.substr(colon + 1), 16);
  if (!port) return std::nullopt;
  end.port = *port;
  std::size_t at = 0;
  if (colon == 8) {
    end.address[10] = 0xFF;
    end.address[11] = 0xFF;
    at = 12;
  }
  for (std::size_t i = 0; i < colon; i += 8, at += 4) {
    const auto word = number<std::uint32_t>(text.substr(i, 8), 16);
    if (!word) return std::nullopt;
    std::memcpy(end.address.data() + at, &*word, 4);
  }
  return end;
}

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  while (columns.size() < kColumns) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    line.remove_prefix(begin);
    const std::size_t size = std::min(line.find(' '), line.size());
    columns.push_back(line.substr(0, size));
    line.remove_prefix(size);
  }
  return columns;
}

}  // namespace

std::optional<unsigned> owner_in_table(std::string_view table, const Endpoint& peer,
                                       const Endpoint& own) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::vector<std::string_view> columns = columns_of(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
    if (columns.size() < kColumns || columns[3] != kEstablished) continue;
    // No inode: the process has closed it, and the uid shown is 0 whoever it was.
    if (columns[9] == "0") continue;
    if (read_endpoint(columns[1]) == peer && read_endpoint(columns[2]) == own) {
      return number<unsigned>(columns[7], 10);
    }
  }
  return std::nullopt;
}

std::optional<unsigned> socket_owner(const std::filesystem::path& folder, const Endpoint& peer,
                                     const Endpoint& own) {
  for (const char* name : {"tcp", "tcp6"}) {
    const std::ifstream in(folder / name);
    std::ostringstream table;
    table << in.rdbuf();
    if (const auto owner = owner_in_table(table.view(), peer, own)) return owner;
  }
  return std::nullopt;
}

}  // namespace guidang::web
