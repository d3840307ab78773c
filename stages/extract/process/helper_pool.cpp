// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/helper_pool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

#include "pipeline/failure.h"
#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/process/channel.h"
#include "stages/extract/process/helper.h"

namespace guidang::extract {
namespace {

/// How the talk with a helper ended.
enum class End : std::uint8_t {
  answered,
  was_gone,  ///< it had died before it could take the request
  late,
  died,
  nonsense
};

/// A descriptor of its own for the helper: read-only whatever the caller's is, and with an offset
/// that nobody shares. Where /proc is missing the caller's own has to do.
files::Fd for_helper(int fd) {
  const std::string path = "/proc/self/fd/" + std::to_string(fd);
  return files::Fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
}

/// The end of the last path component as valid text: all that a hint needs.
std::string hint(std::string_view name) {
  constexpr std::size_t kMost = 255;
  name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
  if (name.size() > kMost) name.remove_prefix(name.size() - kMost);
  std::string out;
  for (std::size_t at = 0; at < name.size();) text::append(out, text::next(name, at));
  return out;
}

}  // namespace

/// One helper for one call.
class HelperPool::Loan {
 public:
  explicit Loan(HelperPool& pool) : pool_(pool) {
    std::unique_lock lock{pool_.mutex_};
    pool_.returned_.wait(lock, [&] { return !pool_.free_.empty(); });
    index_ = pool_.free_.back();
    pool_.free_.pop_back();
  }
  ~Loan() {
    {
      const std::lock_guard lock{pool_.mutex_};
      pool_.free_.push_back(index_);
    }
    pool_.returned_.notify_one();
  }
  Loan(const Loan&) = delete;
  Loan& operator=(const Loan&) = delete;
  [[nodiscard]] ForkServer::Child& helper() { return pool_.helpers_[index_]; }

 private:
  HelperPool& pool_;
  std::size_t index_ = 0;
};

struct HelperPool::Outcome {
  End end = End::nonsense;
  Reply reply{};  ///< complete when answered; else what it said before it began
};

namespace {

std::string reason(End how, int status, const Limits& limits) {
  if (how == End::late) {
    return fmt::format("reader took longer than {:g} s", limits.wall_ms / 1000.0);
  }
  if (how == End::nonsense) return "reader gave an answer that cannot be understood";
  if (!WIFSIGNALED(status)) {
    return fmt::format("reader ended without an answer (status {})", WEXITSTATUS(status));
  }
  switch (const int number = WTERMSIG(status); number) {
    case SIGXCPU:
      return fmt::format("reader took longer than {} s of processor time", limits.cpu_seconds);
    case SIGKILL:
      return "reader was killed from outside (signal 9), perhaps for want of memory";
    default:
      return fmt::format("reader crashed (signal {})", number);
  }
}

}  // namespace

HelperPool::HelperPool(unsigned helpers, const Options& options)
    : options_(options),
      server_(warm_up, [readers = options.readers](int socket) { serve(socket, readers); }),
      helpers_(std::max(helpers, 1U)),
      free_(helpers_.size()) {
  std::iota(free_.rbegin(), free_.rend(), std::size_t{0});
}

Extraction HelperPool::read(int fd, std::string_view name) {
  Extraction read = fulfil(fd, name, {}, options_.limits);
  if (!options_.recognise || !wants_recognition(read)) return read;
  Limits patient = options_.limits;
  patient.cpu_seconds = kRecognitionSeconds;
  patient.wall_ms = kRecognitionSeconds * 1000;
  Extraction recognised = fulfil(fd, name, {.purpose = Purpose::recognition}, patient);
  if (recognised.state != TextState::failed) return recognised;
  add_technical(read, technical::kFlaw, "no text could be recognised: " + recognised.reason);
  return read;
}

Extraction HelperPool::tables(int fd, std::string_view name) {
  return fulfil(fd, name, {.purpose = Purpose::tables}, options_.limits);
}

MemberContent HelperPool::member(int fd, std::string_view name, std::uint32_t index) {
  files::Fd content{::memfd_create("guidang-member", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
  if (!content) throw Failure("no memory file / 无法建立内存文件");
  const Extraction answer =
      fulfil(fd, name, {.purpose = Purpose::member, .member = index}, options_.limits,
             [&](std::string_view bytes) { files::write_all(content.get(), bytes, "memory"); });
  if (answer.state == TextState::failed) return {.reason = answer.reason};
  if (answer.reader.empty()) return {.reason = "no reader for what holds it"};
  (void)::fcntl(content.get(), F_ADD_SEALS,
                F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
  return {.file = std::move(content)};
}

Extraction HelperPool::fulfil(int fd, std::string_view name, const Order& order,
                              const Limits& limits, const ByteSink& sink) {
  const files::Fd own = for_helper(fd);
  const std::string request = encode({limits, order, hint(name)});
  Loan loan{*this};
  for (bool again = false;; again = true) {
    if (!loan.helper().socket) replace(loan.helper());
    Outcome outcome = ask(loan.helper(), request, own ? own.get() : fd, limits, sink);
    if (outcome.end == End::answered) {
      if (outcome.reply.last) (void)end(loan.helper());
      return std::move(outcome.reply.extraction);
    }
    const int status = end(loan.helper());
    // A helper that somebody killed while it was idle says nothing about this file.
    if (outcome.end == End::was_gone && !again) continue;
    return failed(std::move(outcome.reply.extraction), reason(outcome.end, status, limits));
  }
}

HelperPool::Outcome HelperPool::ask(ForkServer::Child& helper, std::string_view request, int fd,
                                    const Limits& limits, const ByteSink& sink) const {
  const int socket = helper.socket.get();
  const Deadline deadline =
      std::chrono::steady_clock::now() + std::chrono::milliseconds{limits.wall_ms};
  const auto ending = [](Transfer transfer) {
    return transfer == Transfer::late ? End::late : End::died;
  };

  Outcome outcome;
  outcome.reply.extraction.format = info(Format::unknown).name;
  Transfer transfer = send_all(socket, request, fd, deadline);
  if (transfer != Transfer::done) {
    outcome.end = transfer == Transfer::late ? End::late : End::was_gone;
    return outcome;
  }
  std::uint64_t content = 0;
  for (bool begun = false;;) {
    std::string bytes;
    transfer = receive(socket, bytes, kHeaderBytes, nullptr, deadline);
    if (transfer != Transfer::done) {
      outcome.end = ending(transfer);
      return outcome;
    }
    const auto header = decode_header(bytes, longest_reply(limits));
    if (!header || header->kind == FrameKind::request) return outcome;
    if (header->kind == FrameKind::begun && std::exchange(begun, true)) return outcome;
    if (header->kind == FrameKind::content && (!sink || header->length > kContentBytes)) {
      return outcome;
    }
    bytes.clear();
    transfer = receive(socket, bytes, header->length, nullptr, deadline);
    if (transfer != Transfer::done) {
      outcome.end = ending(transfer);
      return outcome;
    }
    if (header->kind == FrameKind::content) {
      content += bytes.size();
      if (content > limits.member_bytes) return outcome;
      sink(bytes);
      continue;
    }
    std::optional<Reply> reply = decode_reply(bytes, limits);
    if (!reply || !plausible(reply->extraction)) return outcome;
    outcome.reply = std::move(*reply);
    if (header->kind == FrameKind::reply) {
      outcome.end = End::answered;
      return outcome;
    }
  }
}

void HelperPool::replace(ForkServer::Child& helper) {
  const std::lock_guard lock{server_mutex_};
  helper = server_.start();
}

int HelperPool::end(ForkServer::Child& helper) {
  helper.socket.reset();
  const std::lock_guard lock{server_mutex_};
  return server_.end(std::exchange(helper.id, -1));
}

int HelperPool::revision_of(std::string_view reader) const {
  if (reader.ends_with(kRecognised)) reader.remove_suffix(kRecognised.size());
  const auto found = std::ranges::find(options_.readers, reader, &ReaderEntry::name);
  return found == options_.readers.end() ? 0 : found->revision;
}

bool HelperPool::wants_recognition(const Extraction& extraction) const {
  const auto format = format_from(extraction.format);
  const ReaderEntry* reader = format ? find_reader(options_.readers, *format) : nullptr;
  if (reader == nullptr || reader->recognise == nullptr) return false;
  if (extraction.state == TextState::none_by_nature) return true;
  return std::ranges::any_of(extraction.pages,
                             [](const std::string& page) { return text::trim(page).empty(); });
}

bool HelperPool::plausible(const Extraction& extraction) const {
  if (extraction.reader.empty()) {
    return extraction.revision == 0 && extraction.state != TextState::read;
  }
  const auto format = format_from(extraction.format);
  const ReaderEntry* reader = format ? find_reader(options_.readers, *format) : nullptr;
  std::string_view name = extraction.reader;
  if (name.ends_with(kRecognised)) name.remove_suffix(kRecognised.size());
  return reader != nullptr && name == reader->name && extraction.revision == reader->revision;
}

}  // namespace guidang::extract
