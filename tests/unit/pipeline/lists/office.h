// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "pipeline/lists/list_row.h"
#include "pipeline/register/sorter.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::lists::testing {

/// A profile with these sections, and the program's own forms.
class TestOffice {
 public:
  explicit TestOffice(const std::string& sections) {
    namespace fs = std::filesystem;
    const fs::path templates = fs::path(GUIDANG_SOURCE_DIR) / "templates";
    const fs::path target = folder_.path() / "templates";
    fs::create_directories(target / "profiles" / "test");
    for (const char* part : {"forms", "schema"}) {
      fs::copy(templates / part, target / part, fs::copy_options::recursive);
    }
    std::ofstream(target / "profiles/test/profile.xml")
        << R"(<profile id="test" version="1"><title lang="zh">试</title><title lang="en">test</title>)"
        << sections << "</profile>";
    profile_.emplace(Profile::load(folder_.path(), "test"));
  }

  [[nodiscard]] Office office() const {
    Office office = make_office(*profile_, {.seals = [](int year) {
      return std::vector<SealRow>{
          {.year = year, .edition = 1, .by = "张三", .checked_by = "李四", .date = "2006-06-30"}};
    }});
    office.fonds_code = "X043";
    office.fonds_name = "云溪县人民政府办公室";
    office.date = "2007-01-01";
    return office;
  }
  [[nodiscard]] const Profile& profile() const { return *profile_; }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path(); }

 private:
  files::TempFolder folder_;
  std::optional<Profile> profile_;
};

inline constexpr const char* kVolumeProfile =
    R"(<arrange mode="volume"/><number pattern="{fonds}-{directory}-{volume:4}-{number:3}"/>
       <catalogue><dates volume="marks"/>
         <remark id="damage" name="缺损" codes="CMP"/>
         <remark id="change" name="修改" codes="VCL-01"/>
         <remark id="supplement" name="补充"/>
         <remark id="destruction" name="销毁"/></catalogue>)";
inline constexpr const char* kItemProfile =
    R"(<number pattern="{fonds}-WS·{year}-{period}-{number:4}"/>
       <catalogue><remark id="damage" name="缺损" codes="CMP RTN-12"/>
         <remark id="change" name="修改" codes="VCL-01"/>
         <remark id="other" name="其他说明" codes="RTN"/></catalogue>)";

/// An item of that number in a volume; both numbers from 1.
[[nodiscard]] inline ListRow volume_row(std::uint32_t volume, std::uint32_t number,
                                        std::uint32_t first_page, std::uint32_t last_page,
                                        const std::string& period = "永久") {
  const std::string directory = period == "永久" ? "3" : "4";
  const std::string volume_code = "X043-" + directory + "-000" + std::to_string(volume);
  ListRow row;
  row.year = 2006;
  row.series = volume_code;
  row.number = number;
  row.code = volume_code + "-00" + std::to_string(number);
  row.title = "关于第" + std::to_string(number) + "件事的通知";
  row.date = "2006-02-14";
  row.pages = last_page - first_page + 1;
  row.period = period;
  row.volume = "v" + directory + std::to_string(volume);
  row.volume_series = "X043-" + directory + "-";
  row.volume_number = volume;
  row.volume_title = "县政府办公室关于某事的通知";
  row.first_page = first_page;
  row.last_page = last_page;
  return row;
}

}  // namespace guidang::lists::testing
