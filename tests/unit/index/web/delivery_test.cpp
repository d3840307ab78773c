// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/delivery.h"

#include <gtest/gtest.h>

namespace guidang::web {
namespace {

Response page(std::string body) { return {.body = std::move(body)}; }

TEST(Delivery, EveryAnswerIsProtected) {
  for (const int status : {200, 404, 500}) {
    const Response sent = ready_to_send({}, {.status = status, .body = "x"});
    EXPECT_NE(sent.header("Content-Security-Policy").find("default-src 'none'"),
              std::string_view::npos);
    EXPECT_EQ(sent.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(sent.header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(sent.header("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(sent.header("Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(sent.header("Cache-Control"), "no-cache");
  }
}

TEST(Delivery, DownloadsRunInASandbox) {
  Response download = page("x");
  download.set("Content-Disposition", attachment("a.html"));
  const Response sent = ready_to_send({}, std::move(download));
  EXPECT_NE(sent.header("Content-Security-Policy").find("sandbox"), std::string_view::npos);
}

TEST(Delivery, StaffPagesAreNobodyElses) {
  const Response sent = ready_to_send({.visitor = {.staff = true}}, page("x"));
  EXPECT_EQ(sent.header("Cache-Control"), "private, no-cache");
}

TEST(Delivery, TheTagIsOfTheContent) {
  const std::string tag(ready_to_send({}, page("x")).header("ETag"));
  EXPECT_EQ(ready_to_send({}, page("x")).header("ETag"), tag);
  EXPECT_NE(ready_to_send({}, page("y")).header("ETag"), tag);
  EXPECT_EQ(ready_to_send({}, {.status = 404, .body = "x"}).header("ETag"), "");
}

TEST(Delivery, WhatTheVisitorHasIsNotSentAgain) {
  const std::string tag(ready_to_send({}, page("x")).header("ETag"));
  for (const std::string& known : {tag, "\"a\", " + tag, tag.substr(2), std::string("*")}) {
    const Response sent = ready_to_send({.if_none_match = known}, page("x"));
    EXPECT_EQ(sent.status, 304) << known;
    EXPECT_EQ(sent.body, "");
    EXPECT_EQ(sent.header("ETag"), tag);
  }
  EXPECT_EQ(ready_to_send({.if_none_match = "\"other\""}, page("x")).status, 200);
}

TEST(Delivery, LargeTextsAreCompressedForThoseWhoCan) {
  const std::string text(10'000, 'a');
  const Response packed = ready_to_send({.gzip = true}, page(text));
  EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
  EXPECT_LT(packed.body.size(), 500U);
  EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
  EXPECT_EQ(packed.body, ready_to_send({.gzip = true}, page(text)).body);
  EXPECT_EQ(ready_to_send({}, page(text)).body, text);
  EXPECT_EQ(ready_to_send({.gzip = true}, page("short")).body, "short");
  EXPECT_EQ(ready_to_send({.gzip = true}, {.type = "image/png", .body = text}).body, text);
}

TEST(Delivery, NoHeaderBringsALineEnd) {
  Response response = page("x");
  response.set("Location", "/a\r\nSet-Cookie: b");
  EXPECT_THROW(static_cast<void>(ready_to_send({}, std::move(response))), std::logic_error);
}

TEST(Attachment, NamesAreClean) {
  EXPECT_EQ(attachment("通知.docx"),
            "attachment; filename=\"______.docx\"; filename*=UTF-8''%E9%80%9A%E7%9F%A5.docx");
  EXPECT_EQ(attachment("a\"\r\nb/..\\c"),
            "attachment; filename=\"a___b_.._c\"; filename*=UTF-8''a___b_.._c");
  EXPECT_EQ(attachment(""), "attachment; filename=\"_\"; filename*=UTF-8''_");
  EXPECT_EQ(attachment(".htaccess").find("filename=\"_.htaccess\""), 12U);
}

}  // namespace
}  // namespace guidang::web
