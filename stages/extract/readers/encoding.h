// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/technical.h"
#include "pipeline/text/decode.h"
#include "stages/extract/readers.h"

namespace guidang::extract {

/// What is known of the encoding, how it was found included.
inline void add_encoding(Extraction& result, const text::Decoded& decoded) {
  result.encoding = decoded.encoding;
  result.undecodable = decoded.undecodable;
  add_technical(result, technical::kEncodingDeclared, decoded.declared_mismatch);
  if (decoded.detected) add_technical(result, technical::kEncodingGuessed, "yes");
}

}  // namespace guidang::extract
