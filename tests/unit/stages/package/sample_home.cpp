// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/stages/package/sample_home.h"

#include <stdlib.h>

#include <fstream>
#include <sstream>

#include "pipeline/register/commit.h"

namespace guidang::testing {
namespace {

constexpr std::string_view kProfile =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<profile id=\"small\" version=\"1\"><title lang=\"zh\">小机关</title>"
    "<title lang=\"en\">small office</title></profile>\n";

Field field(const std::string& value, const std::string& source = "1:1") {
  return {.values = {value}, .source = source, .confidence = 0.9};
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "guidang-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = name;
}
TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

SampleHome::SampleHome(const std::filesystem::path& root, const std::string& name) {
  const std::filesystem::path data = root / (name + "-data");
  const std::filesystem::path templates = std::filesystem::path(GUIDANG_SOURCE_DIR) / "templates";
  std::filesystem::create_directories(data / "templates/profiles/small");
  for (const char* folder : {"forms", "packages", "schema"}) {
    std::filesystem::copy(templates / folder, data / "templates" / folder,
                          std::filesystem::copy_options::recursive);
  }
  write_text(data / "templates/profiles/small/profile.xml", std::string(kProfile));
  profile_ = std::make_unique<Profile>(Profile::load(data, "small"));

  Home::init(root / name, {.code = "X043", .name = "凤凰县人民政府办公室", .profile = "small"});
  home_ = std::make_unique<Home>(root / name, Home::Mode::write);
  add_item("1", "X043-WS·2023-Y-0001", 1, "关于印发《\"十四五\"规划》<试行> & 通知", false, "永久",
           true);
  add_item("2", "X043-WS·2023-Y-0002", 2, "=1+1 的批复", true, "永久", false);
  add_item("3", "X043-WS·2023-D30-0001", 1, "关于召开会议的通知", false, "30年", false);
  add_item("4", "X043-WS·2023-D30-0003", 3, "关于放假的通知", false, "30年", false);
  add_not_filed();
  Commit commit(home_->registry(), "receive");
  commit.put_document({.id = "s000000000000000a", .stub = true});
  commit.finish();
}

void SampleHome::add_item(const std::string& suffix, const std::string& code, std::uint32_t number,
                          const std::string& title, bool made_up, const std::string& period,
                          bool slip) {
  const RecordId document = "d00000000000000" + suffix;
  const RecordId item = "i00000000000000" + suffix;
  const std::string series = code.substr(0, code.rfind('-') + 1);
  Components components;
  Text text;
  const auto add = [&](Role role, const std::string& bytes, const std::string& file) {
    const std::string digest = home_->objects().put(bytes);
    components.list.push_back({role, digest, bytes.size(), file});
    text.components.push_back({.digest = digest,
                               .state = TextState::read,
                               .format = "docx",
                               .reader = "docx",
                               .pages = 2});
  };
  if (slip) add(Role::handling_slip, "处理单 " + suffix, "处理单.jpg");
  add(Role::main, "正文 " + suffix, "收文/通知 " + suffix + ".DOCX");

  Description description;
  description.fields["title"] = field(title, made_up ? "derived" : "1:3");
  description.fields["document_number"] = field("凤政办发〔2023〕" + suffix + "号");
  description.fields["creator"] = field("凤凰县人民政府办公室");
  description.fields["date"] = field("2023-03-0" + suffix);

  Commit commit(home_->registry(), "sample");
  commit.put_document(
      {.id = document, .origin = {.batch = "2023", .place = suffix}, .components = components});
  const Author author{"sample", 1, "f"};
  commit.put_fact(document, author, text);
  commit.put_fact(document, author, description);
  commit.put_fact(item, author, Item{.main = document, .parts = {{document, Role::main}}});
  commit.put_fact(item, author, Checks{.profile = "small 1", .passed = 3});
  commit.put_fact(item, author,
                  Appraisal{.period = period,
                            .code = period == "永久" ? "Y" : "D30",
                            .rule = "R-" + suffix,
                            .citation = "8号令 附件"});
  commit.put_fact(item, author, FilingYear{.year = 2023, .rule = "成文日期"});
  commit.put_fact(item, author, ArchivalCode{code, series, number, true});
  commit.finish();
}

void SampleHome::add_not_filed() {
  Commit commit(home_->registry(), "sample");
  const Author author{"sample", 1, "f"};
  const RecordId document = "d000000000000009";
  const RecordId item = "i000000000000009";
  commit.put_document({.id = document, .origin = {.batch = "2023", .place = "9"}});
  Description description;
  description.fields["title"] = field("节日慰问信");
  description.fields["date"] = field("2023-02-01");
  commit.put_fact(document, author, description);
  commit.put_fact(item, author, Item{.main = document, .parts = {{document, Role::main}}});
  commit.put_fact(item, author, Checks{});
  commit.put_fact(item, author, Appraisal{.filed = false, .period = "10年", .rule = "不归档 3"});
  commit.put_fact(item, author, FilingYear{.year = 2023});
  commit.finish();
}

void SampleHome::seal(int edition, const std::string& date) {
  constexpr std::string_view kPermanent = "X043-WS·2023-Y-";
  Commit commit(home_->registry(), "seal");
  const Author author{"number", 1, "s"};
  const auto fix = [&](const std::string& suffix, const std::string& series, std::uint32_t number,
                       const std::string& code) {
    const RecordId item = "i00000000000000" + suffix;
    commit.put_ledger({series, number, code, "used", item, 2023, edition, ""});
    commit.put_fact(item, author, ArchivalCode{code, series, number, false});
    commit.pin(item, 2023, edition);
    commit.pin("d00000000000000" + suffix, 2023, edition);
  };
  const std::string permanent(kPermanent);
  if (edition == 1) {
    fix("1", permanent, 1, "X043-WS·2023-Y-0001");
    fix("2", permanent, 2, "X043-WS·2023-Y-0002");
    fix("3", "X043-WS·2023-D30-", 1, "X043-WS·2023-D30-0001");
    commit.put_ledger({"X043-WS·2023-D30-", 2, "X043-WS·2023-D30-0002", "kept_back", "", 2023, 1,
                       "留给补收文件"});
    fix("4", "X043-WS·2023-D30-", 3, "X043-WS·2023-D30-0003");
  } else {
    fix("5", permanent, 3, "X043-WS·2023-Y-0003");
  }
  commit.put_seal({2023, edition, "张三", "李四", date, 0, ""});
  commit.finish();
}

void SampleHome::add_late_item() {
  add_item("5", "X043-WS·2023-Y-0003", 3, "迟到的决定", false, "永久", false);
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::map<std::string, std::string> all_files(const std::filesystem::path& root) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(root).string()] = read_text(entry.path());
    }
  }
  return files;
}

void write_text(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace guidang::testing
