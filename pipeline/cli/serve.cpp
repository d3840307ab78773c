// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>

#include "index/web/server.h"
#include "pipeline/cli/codebook.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"

namespace guidang::cli {
namespace {

struct Listen {
  std::string address{};
  std::uint16_t port = 0;
};

/// `127.0.0.1:8420`, `[::1]:8420`, `:8420` or a port alone.
Listen read_listen(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string host = colon == std::string::npos ? "" : text.substr(0, colon);
  const std::string digits = colon == std::string::npos ? text : text.substr(colon + 1);
  Listen listen{.address = host.empty() ? "127.0.0.1" : host};
  const char* const end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, listen.port);
  const auto known = web::endpoint_of(listen.address, listen.port);
  if (error != std::errc{} || at != end || !known) {
    throw Failure("--listen " + text + ": 应为 地址:端口 / address:port expected, 127.0.0.1:8420",
                  {}, ExitStatus::usage);
  }
  if (listen.address.starts_with('[')) {
    listen.address = listen.address.substr(1, listen.address.size() - 2);
  }
  return listen;
}

/// Lines of several threads, each whole.
class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}
  void operator()(const std::string& line) {
    const std::lock_guard lock(mutex_);
    out_ << line << std::endl;
  }

 private:
  std::ostream& out_;
  std::mutex mutex_{};
};

/// The signals that end the server, kept from its threads and waited for in one place.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, &before_);
  }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  ~EndSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  void wait() const {
    int received = 0;
    while (sigwait(&set_, &received) != 0) {
    }
  }

 private:
  sigset_t set_{};
  sigset_t before_{};
};

/// The words of this program for the codes of a profile's findings.
web::CodeMeanings meanings_of(const Profile& profile) {
  const auto book = std::make_shared<const CodeBook>(profile);
  return [book](std::string_view code) -> std::optional<web::CodeMeaning> {
    const CodeBook::Entry* const entry = book->find(code);
    if (entry == nullptr) return std::nullopt;
    return web::CodeMeaning{.title_zh = entry->title_zh,
                            .title_en = entry->title_en,
                            .hint_zh = entry->hint_zh,
                            .hint_en = entry->hint_en,
                            .citation = entry->citation};
  };
}

}  // namespace

ExitStatus execute(const ServeArguments& arguments, const Console& console) {
  const Listen listen = read_listen(arguments.listen);
  const auto own = web::endpoint_of(listen.address, listen.port);
  const web::Site site({.homes = {arguments.homes.begin(), arguments.homes.end()},
                        .templates = files::data_root() / "templates",
                        .meanings = meanings_of});
  const web::MachineDoorkeeper doorkeeper({.open_only = arguments.open_only,
                                           .beyond_loopback = !own->is_loopback(),
                                           .user = ::geteuid(),
                                           .readable = [&] { return site.readable_classes(); }});
  Lines lines(console.err);
  const auto complain = [&](const std::string& what) {
    lines(std::string(console(kError)) + what);
  };
  const EndSignals end;
  web::Server server(
      site, doorkeeper,
      {.address = listen.address,
       .port = listen.port,
       .names = arguments.names,
       .threads = arguments.threads,
       .log = arguments.log ? std::function<void(const std::string&)>(std::ref(lines)) : nullptr,
       .complain = complain});
  if (!own->is_loopback()) lines(std::string(console(kServeAll)));
  lines(std::string(console(kServing)));
  console.out << server.address() << std::endl;
  end.wait();
  lines(std::string(console(kServeEnds)));
  server.stop();
  return ExitStatus::done;
}

}  // namespace guidang::cli
