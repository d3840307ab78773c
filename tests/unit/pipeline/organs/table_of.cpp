// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/pipeline/organs/table_of.h"

#include <gtest/gtest.h>

#include "pipeline/organs/read.h"

namespace guidang::organs {

Built built(std::string_view inside, std::string_view own_name) {
  const std::string xml = "<organisations>" + std::string{inside} + "</organisations>";
  Built result;
  std::vector<Layer> layers(1);
  layers.push_back(read_bytes(xml, "t.xml"));
  result.table = Authority::build(std::move(layers), result.flaws, own_name);
  return result;
}

std::shared_ptr<const Authority> table_of(std::string_view inside) {
  Built result = built(inside);
  for (const Flaw& flaw : result.flaws) ADD_FAILURE() << flaw.text();
  return result.table;
}

const std::string& county() {
  static const std::string kCounty = R"(
    <organisation id="state" name="国务院" level="centre" line="government"/>
    <organisation id="mof" name="财政部" parent="state" level="centre"/>
    <organisation id="province" name="湘南省人民政府" parent="state" level="province"/>
    <organisation id="province-finance" name="湘南省财政厅" parent="province"/>
    <organisation id="city" name="青溪市人民政府" parent="province" level="prefecture"/>
    <organisation id="city-office" name="青溪市人民政府办公室" office-of="city"/>
    <organisation id="city-party" name="中共青溪市委员会" level="prefecture"><short>中共青溪市委</short></organisation>
    <organisation id="city-finance" name="青溪市财政局" parent="city"/>
    <organisation id="city-tax" name="国家税务总局青溪市税务局"/>
    <organisation id="own" name="云溪县人民政府" parent="city" level="county"/>
    <organisation id="own-office" name="云溪县人民政府办公室" office-of="own" standing="own">
      <alias>县政府办</alias><code>云政办发</code>
    </organisation>
    <organisation id="party" name="中共云溪县委员会" parent="city-party" level="county"><short>中共云溪县委</short></organisation>
    <organisation id="congress" name="云溪县人民代表大会常务委员会" level="county"/>
    <organisation id="court" name="云溪县人民法院"/>
    <organisation id="party-organisation" name="中共云溪县委组织部" parent="party"/>
    <organisation id="finance" name="云溪县财政局" parent="own"><alias>县财政局</alias></organisation>
    <organisation id="water" name="云溪县水利局" parent="own"/>
    <organisation id="tax" name="国家税务总局云溪县税务局" parent="city-tax"/>
    <organisation id="town" name="云溪县石桥镇人民政府" parent="own" level="township"><alias>石桥镇</alias></organisation>
    <organisation id="other" name="平湖县人民政府" parent="city" level="county"/>
    <organisation id="other-finance" name="平湖县财政局" parent="other"/>
  )";
  return kCounty;
}

}  // namespace guidang::organs
