// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/helper_pool.h"

#include <dirent.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "stages/extract/process/confine.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using std::string_literals::operator""s;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr int kHelperSocket = 3;

Extraction said(std::string text) {
  Extraction result;
  result.state = TextState::read;
  result.pages.push_back(std::move(text));
  return result;
}

constexpr const char* kVictim = "helper_pool_test.victim";

void send_raw(std::string_view bytes) { (void)!::write(kHelperSocket, bytes.data(), bytes.size()); }

Extraction loop(int, const Limits&) {
  static volatile bool forever = true;
  while (forever) {
  }
  return {};
}
Extraction eat(int, const Limits&) {
  std::vector<std::string> eaten;
  for (;;) eaten.emplace_back(16U << 20, 'x');
}
Extraction crash(int, const Limits&) {
  (void)std::raise(SIGSEGV);
  return {};
}
Extraction leave(int, const Limits&) { ::_exit(7); }
Extraction babble(int, const Limits&) {
  send_raw("GET / HTTP/1.0\r\n\r\n");
  return said("late");
}
Extraction announce_gigabytes(int, const Limits&) {
  send_raw("GX\1\3\xFF\xFF\xFF\xFF"s);
  return said("late");
}
Extraction lie(int, const Limits&) {
  Extraction other = said("another reader's text");
  other.format = "docx";
  other.reader = "docx";
  other.revision = 1;
  send_raw(encode(Reply{other, false}));
  return said("late");
}
Extraction shrug_off_signals(int, const Limits&) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) (void)std::raise(number);
  return said("alive");
}
Extraction try_to_write(int file, const Limits&) {
  const files::Fd own{::memfd_create("own", MFD_CLOEXEC)};
  const bool own_written = ::write(own.get(), "x", 1) == 1;
  const bool file_written = ::pwrite(file, "x", 1, 0) == 1;
  return said(own_written || file_written ? "written" : "nothing written");
}
/// Removing what it may see, and making something new beside it.
Extraction try_to_change(int, const Limits&) {
  const bool removed = ::unlink(kVictim) == 0;
  const bool made = ::mkdir((std::string{kVictim} + ".made").c_str(), 0700) == 0;
  return said(removed ? "removed" : made ? "made" : "nothing changed");
}
Extraction count_descriptors(int, const Limits&) {
  int count = 0;
  DIR* folder = ::opendir("/proc/self/fd");
  while (::readdir(folder) != nullptr) ++count;
  ::closedir(folder);
  return said(std::to_string(count - 2));
}

// Each misbehaviour answers for a format that a few bytes make.
constexpr std::array kTestReaders{
    ReaderEntry{Format::txt, "text", 1, read_txt},
    ReaderEntry{Format::rtf, "loop", 1, loop},
    ReaderEntry{Format::pdf, "eat", 1, eat},
    ReaderEntry{Format::xml, "crash", 1, crash},
    ReaderEntry{Format::html, "leave", 1, leave},
    ReaderEntry{Format::gif, "babble", 1, babble},
    ReaderEntry{Format::png, "announce", 1, announce_gigabytes},
    ReaderEntry{Format::jpeg, "lie", 1, lie},
    ReaderEntry{Format::gz, "shrug", 1, shrug_off_signals},
    ReaderEntry{Format::xz, "write", 1, try_to_write},
    ReaderEntry{Format::rar, "count", 4, count_descriptors},
    ReaderEntry{Format::seven_zip, "change", 1, try_to_change},
};
const std::string kLoop = "{\\rtf";
const std::string kEat = "%PDF-";
const std::string kCrash = "<?xml version='1.0'?><a/>";
const std::string kLeave = "<html>";
const std::string kBabble = "GIF89a";
const std::string kAnnounce = "\x89PNG\r\n\x1A\n";
const std::string kLie = "\xFF\xD8\xFF";
const std::string kShrug = "\x1F\x8B\x08";
const std::string kWrite =
    "\xFD"
    "7zXZ\0"s;
const std::string kChange = "7z\xBC\xAF\x27\x1C";
const std::string kCount = "Rar!\x1A\x07";

Limits short_limits() {
  Limits limits;
  limits.wall_ms = 400;
  return limits;
}

std::string text_of(int thread, int file) {
  return "线程" + std::to_string(thread) + "文件" + std::to_string(file);
}

Extraction read(HelperPool& pool, std::string_view bytes) {
  return pool.read(memory_file(bytes).get(), "");
}

void expect_good(HelperPool& pool) { EXPECT_THAT(read(pool, "归档").pages, ElementsAre("归档")); }

void expect_failed(const Extraction& result, std::string_view format, std::string_view reason) {
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_EQ(result.format, format);
  EXPECT_EQ(result.reason, reason);
  EXPECT_TRUE(result.pages.empty());
}

TEST(HelperPool, ReadsWithTheReadersOfTheProgram) {
  HelperPool pool{1};
  const Extraction result = pool.read(sample_file("whole.docx").get(), "dir/通知.doc");
  EXPECT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.reader, "docx");
  EXPECT_EQ(result.properties.at("extension_mismatch"), "doc");
  EXPECT_EQ(pool.revision_of("docx"), 3);
  EXPECT_EQ(pool.revision_of("pdf+ocr"), pool.revision_of("pdf"));
  EXPECT_EQ(pool.revision_of("none"), 0);
}

TEST(HelperPool, GivesTheSameAsReadingInProcess) {
  HelperPool pool{1};
  const files::Fd file = sample_file("whole.docx");
  const Extraction here = read_in_process(file.get(), "whole.docx", {});
  const Extraction there = pool.read(file.get(), "whole.docx");
  EXPECT_EQ(encode(Reply{here, false}), encode(Reply{there, false}));
}

TEST(HelperPool, NameThatIsNoTextIsNoHindrance) {
  HelperPool pool{1};
  EXPECT_EQ(pool.read(memory_file("a").get(), "\xFF\xFE/\xB9\xE9.txt").state, TextState::read);
}

TEST(Misbehaviour, LoopEndsAtTheWallLimit) {
  HelperPool pool{1, {.limits = short_limits(), .readers = kTestReaders}};
  expect_failed(read(pool, kLoop), "rtf", "reader took longer than 0.4 s");
  expect_good(pool);
}

TEST(Misbehaviour, LoopEndsAtTheProcessorLimit) {
  Limits limits;
  limits.cpu_seconds = 0;    // plus the second under way
  limits.wall_ms = 120'000;  // which a busy machine must not reach first
  HelperPool pool{1, {.limits = limits, .readers = kTestReaders}};
  expect_failed(read(pool, kLoop), "rtf", "reader took longer than 0 s of processor time");
  expect_good(pool);
}

TEST(Misbehaviour, GreedEndsAtTheMemoryLimit) {
  if (!limits_memory()) GTEST_SKIP() << "sanitizers allow no limit of address space";
  Limits limits;
  limits.address_space = 192U << 20;
  HelperPool pool{1, {.limits = limits, .readers = kTestReaders}};
  expect_failed(read(pool, kEat), "pdf", "reader ran out of memory (limit 192 MB)");
  expect_good(pool);
}

TEST(Misbehaviour, CrashNamesTheSignalAndTheReader) {
  HelperPool pool{1, {.limits = short_limits(), .readers = kTestReaders}};
  const Extraction result = read(pool, kCrash);
  expect_failed(result, "xml", "reader crashed (signal 11)");
  EXPECT_EQ(result.reader, "crash");
  EXPECT_EQ(result.revision, 1);
  expect_good(pool);
}

TEST(Misbehaviour, LeavingWithoutAnAnswerIsNamed) {
  HelperPool pool{1, {.limits = short_limits(), .readers = kTestReaders}};
  expect_failed(read(pool, kLeave), "html", "reader ended without an answer (status 7)");
  expect_good(pool);
}

TEST(Misbehaviour, NonsenseIsNotBelieved) {
  HelperPool pool{1, {.limits = short_limits(), .readers = kTestReaders}};
  const std::string_view reason = "reader gave an answer that cannot be understood";
  expect_failed(read(pool, kBabble), "gif", reason);
  expect_good(pool);
  expect_failed(read(pool, kAnnounce), "png", reason);
  expect_good(pool);
  expect_failed(read(pool, kLie), "jpeg", reason);
  expect_good(pool);
}

TEST(Confinement, SignalsOfTheTerminalAreForTheParent) {
  HelperPool pool{1, {.readers = kTestReaders}};
  EXPECT_THAT(read(pool, kShrug).pages, ElementsAre("alive"));
}

TEST(Confinement, NothingCanBeWritten) {
  HelperPool pool{1, {.readers = kTestReaders}};
  const files::Fd file = memory_file(kWrite);
  EXPECT_THAT(pool.read(file.get(), "").pages, ElementsAre("nothing written"));
  EXPECT_EQ(files::read_all(file.get(), 100), kWrite);
}

TEST(Confinement, NothingCanBeRemovedOrMade) {
  if (::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1) {
    GTEST_SKIP() << "this kernel has no Landlock";
  }
  const files::Fd victim{::open(kVictim, O_CREAT | O_WRONLY | O_CLOEXEC, 0600)};
  ASSERT_TRUE(victim);
  HelperPool pool{1, {.readers = kTestReaders}};
  EXPECT_THAT(read(pool, kChange).pages, ElementsAre("nothing changed"));
  EXPECT_EQ(::unlink(kVictim), 0) << "it must still be there";
}

TEST(Confinement, HelperHoldsOnlyItsSocketAndTheFile) {
  const files::Fd other = memory_file("not for helpers");
  HelperPool first{1, {.readers = kTestReaders}};
  HelperPool pool{1, {.readers = kTestReaders}};
  expect_good(first);
  // 0, 1, 2, the socket, the file, and the folder that is being listed.
  EXPECT_THAT(read(pool, kCount).pages, ElementsAre("6"));
}

TEST(HelperPool, LeavesNoProcessBehind) {
  {
    HelperPool pool{2, {.limits = short_limits(), .readers = kTestReaders}};
    expect_good(pool);
    (void)read(pool, kCrash);
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(HelperPool, WorksWithStandardStreamsClosed) {
  const pid_t child = ::fork();
  if (child == 0) {
    for (int fd = 0; fd <= 2; ++fd) ::close(fd);
    bool good = false;
    {
      HelperPool pool{1};
      good = read(pool, "归档").state == TextState::read;
    }
    ::_exit(good ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(HelperPool, IsRenewedAfterManyFiles) {
  HelperPool pool{1};
  for (std::uint32_t i = 0; i < 2 * kFilesPerHelper + 3; ++i) {
    ASSERT_THAT(read(pool, std::to_string(i)).pages, ElementsAre(std::to_string(i)));
  }
}

TEST(HelperPool, ServesMoreThreadsThanHelpers) {
  HelperPool pool{2, {.limits = short_limits(), .readers = kTestReaders}};
  constexpr int kThreads = 4;
  constexpr int kFiles = 60;
  std::vector<std::vector<Extraction>> results(kThreads);
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < kFiles; ++i) {
          const bool bad = i % 20 == 7;
          results[static_cast<std::size_t>(t)].push_back(read(pool, bad ? kCrash : text_of(t, i)));
        }
      });
    }
  }
  for (int t = 0; t < kThreads; ++t) {
    for (int i = 0; i < kFiles; ++i) {
      const Extraction& e = results[static_cast<std::size_t>(t)][static_cast<std::size_t>(i)];
      if (i % 20 == 7) {
        EXPECT_EQ(e.reason, "reader crashed (signal 11)");
      } else {
        EXPECT_THAT(e.pages, ElementsAre(text_of(t, i)));
      }
    }
  }
}

}  // namespace
}  // namespace guidang::extract
