// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/compound_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-stdio.h>
#include <gsf/gsf-utils.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/compound_summary.h"

namespace guidang::extract {
namespace {

/// While one of these lives, GLib prints nothing: libgsf writes its opinion of a damaged file to
/// stderr and pieces of it to stdout, and the reader tells it in its own words.
class Quiet {
 public:
  Quiet()
      : log_(g_log_set_default_handler(ignore_log, nullptr)),
        print_(g_set_print_handler(ignore_print)) {}
  ~Quiet() {
    g_log_set_default_handler(log_, nullptr);
    g_set_print_handler(print_);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  static void ignore_print(const gchar* /*text*/) {}
  static void ignore_log(const gchar* /*domain*/, GLogLevelFlags /*level*/, const gchar* /*text*/,
                         gpointer /*data*/) {}
  GLogFunc log_;
  GPrintFunc print_;
};

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Input = std::unique_ptr<GsfInput, Unref>;
using Infile = std::unique_ptr<GsfInfile, Unref>;

/// Storages have children, streams have none and a size.
bool is_storage(GsfInput* input) {
  return GSF_IS_INFILE(input) != 0 && gsf_infile_num_children(GSF_INFILE(input)) >= 0;
}

Input child(GsfInfile* root, std::string_view path) {
  Input at;
  GsfInfile* in = root;
  while (in != nullptr) {
    const std::size_t slash = path.find('/');
    const std::string name{path.substr(0, slash)};
    at = Input{gsf_infile_child_by_name(in, name.c_str())};
    if (slash == std::string_view::npos || !at) return at;
    path.remove_prefix(slash + 1);
    in = is_storage(at.get()) ? GSF_INFILE(at.get()) : nullptr;
  }
  return nullptr;
}

}  // namespace

struct CompoundFile::State {
  Infile root{};
  std::uint64_t file_size = 0;
  std::vector<CompoundEntry> entries{};
  std::string flaw{};

  void list(GsfInfile* storage, const std::string& folder, std::uint32_t depth,
            const Limits& limits) {
    const int count = gsf_infile_num_children(storage);
    for (int i = 0; i < count && flaw.empty(); ++i) {
      const char* name = gsf_infile_name_by_index(storage, i);
      if (name == nullptr) continue;
      if (entries.size() >= limits.zip_entries) {
        flaw = fmt::format("compound file: more than {} streams", limits.zip_entries);
        return;
      }
      entries.push_back({.path = folder + name});
      const Input input{gsf_infile_child_by_index(storage, i)};
      if (!input) continue;  // told when it is read
      entries.back().storage = is_storage(input.get());
      if (!entries.back().storage) {
        entries.back().size = static_cast<std::uint64_t>(gsf_input_size(input.get()));
      } else if (depth >= limits.nesting) {
        flaw = fmt::format("compound file: storages nested deeper than {}", limits.nesting);
      } else {
        list(GSF_INFILE(input.get()), entries.back().path + '/', depth + 1, limits);
      }
    }
  }
};

CompoundFile::CompoundFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
CompoundFile::CompoundFile(CompoundFile&&) noexcept = default;
CompoundFile& CompoundFile::operator=(CompoundFile&&) noexcept = default;
CompoundFile::~CompoundFile() = default;

std::variant<CompoundFile, std::string> CompoundFile::open(int fd, const Limits& limits) {
  struct stat about{};
  if (::fstat(fd, &about) != 0) return "compound file: not a regular file";
  const Quiet quiet;
  gsf_init();
  auto state = std::make_unique<State>();
  state->file_size = static_cast<std::uint64_t>(about.st_size);
  std::FILE* stream = ::fdopen(::fcntl(fd, F_DUPFD_CLOEXEC, 3), "rb");
  if (stream == nullptr) return "compound file: cannot be opened";
  std::rewind(stream);
  const Input input{gsf_input_stdio_new_FILE("", stream, FALSE)};
  GError* error = nullptr;
  state->root = Infile{input ? gsf_infile_msole_new(input.get(), &error) : nullptr};
  if (!state->root) {
    const std::string why = error != nullptr ? error->message : "cannot be opened";
    g_clear_error(&error);
    return "compound file: " + why;
  }
  state->list(state->root.get(), "", 0, limits);
  if (!state->flaw.empty()) return state->flaw;
  return CompoundFile{std::move(state)};
}

const std::vector<CompoundEntry>& CompoundFile::entries() const { return state_->entries; }

const CompoundEntry* CompoundFile::find(std::string_view path) const {
  const auto found = std::ranges::find(state_->entries, path, &CompoundEntry::path);
  return found == state_->entries.end() ? nullptr : &*found;
}

StreamBytes CompoundFile::read(std::string_view path, std::uint64_t most) const {
  if (find(path) == nullptr) return {.flaw = fmt::format("stream {} is missing", path)};
  const Quiet quiet;
  const Input input = child(state_->root.get(), path);
  if (!input || is_storage(input.get())) {
    return {.flaw = fmt::format("stream {} is damaged: its chain of sectors is broken", path)};
  }
  const auto size = static_cast<std::uint64_t>(gsf_input_size(input.get()));
  if (size > state_->file_size) {
    return {.flaw = fmt::format("stream {} is damaged: {} bytes in a file of {}", path, size,
                                state_->file_size)};
  }
  if (size > most) {
    return {.flaw = fmt::format("stream {} is longer than {} MB", path, most >> 20)};
  }
  StreamBytes result;
  result.bytes.resize(size);
  gsf_input_seek(input.get(), 0, G_SEEK_SET);
  auto* to = reinterpret_cast<guint8*>(result.bytes.data());
  if (size > 0 && gsf_input_read(input.get(), size, to) == nullptr) {
    return {.flaw = fmt::format("stream {} is cut off: not all of its {} bytes are in the file",
                                path, size)};
  }
  return result;
}

void CompoundFile::add_summary(Extraction& extraction) const {
  constexpr std::uint64_t kMost = 1ULL << 20;  // they are titles and names
  for (const char* name : {"\005SummaryInformation", "\005DocumentSummaryInformation"}) {
    if (find(name) == nullptr) continue;
    const StreamBytes stream = read(name, kMost);
    const Quiet quiet;
    if (!stream.flaw.empty() || !add_property_set(stream.bytes, extraction)) {
      add_technical(extraction, technical::kFlaw,
                    fmt::format("{} cannot be read", std::string_view{name}.substr(1)));
    }
  }
}

}  // namespace guidang::extract
