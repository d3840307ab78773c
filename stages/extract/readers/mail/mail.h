// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/readers.h"

namespace guidang::extract {

/// One part of a mail. All texts are UTF-8 and decoded.
struct MailPart {
  std::string type{};     ///< "text/plain" "multipart/mixed" …, lower case
  std::string charset{};  ///< as declared
  std::string name{};     ///< of the file, "" when it has none; of a mail its subject and ".eml"
  std::string id{};       ///< Content-ID without its angle brackets
  std::string location{};
  std::string kind{};         ///< parameter smime-type, or start of multipart/related
  bool attachment = false;    ///< Content-Disposition says so
  bool flowed = false;        ///< RFC 3676: a blank at its end joins a line to the next one
  bool delete_space = false;  ///< and the blank goes
  std::vector<std::size_t> children{};
};

/// A mail or a web archive: headers and parts, told apart but not yet read.
class Mail {
 public:
  /// Tells in `error` why it could not; `fd` must outlive this.
  static std::optional<Mail> open(int fd, const Limits& limits, std::string& error);
  ~Mail();
  Mail(Mail&&) noexcept;
  Mail& operator=(Mail&&) noexcept;

  /// Decoded, on one line; "" when it is absent.
  [[nodiscard]] std::string header(const char* name) const;
  /// ISO 8601 with its offset; "" when absent or no date.
  [[nodiscard]] std::string date() const;
  /// Each before its children; the first is the whole, and there is always one.
  [[nodiscard]] const std::vector<MailPart>& parts() const;
  /// The bytes of a part that has no children, its transfer encoding undone; those of an inner mail
  /// as they are.
  void read(std::size_t part, const ByteSink& sink) const;
  /// The same at once; nothing when they are more than `most`.
  [[nodiscard]] std::optional<std::string> read(std::size_t part, std::uint64_t most) const;

 private:
  struct Impl;
  explicit Mail(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::extract
