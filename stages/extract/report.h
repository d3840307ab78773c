// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "pipeline/intake.h"
#include "pipeline/stage.h"

/// What the outcome of reading says about a file, as findings.
namespace guidang::extract {

inline constexpr std::array kCodes{
    CodeInfo{"EXT-101", "此格式无法提取文字", "no reader for this format",
             "补交可读格式(如 DOCX、OFD 转出的文本),或由人工著录",
             "supply the document in a format that can be read, or describe it by hand", ""},
    CodeInfo{"EXT-102", "提取文字失败", "text could not be taken out",
             "用原软件打开核对,另存后重新提交",
             "open it in its own program, save it anew, hand it in again", ""},
    CodeInfo{"EXT-103", "部分字节无法解码", "some bytes have no meaning in the encoding",
             "核对原文,改存为 UTF-8 或 GB18030",
             "compare with the original and save as UTF-8 or GB18030", ""},
    CodeInfo{"EXT-104", "扩展名与内容不符", "the extension does not fit the content",
             "按内容更正扩展名", "correct the extension by the content", ""},
    CodeInfo{"EXT-105", "没有文字", "the text is empty", "确认文件是否完整或为扫描件",
             "make sure that the file is complete and not a scan", ""},
    CodeInfo{"EXT-106", "图像或音视频,不含文字", "a picture or recording without text",
             "由人工著录,或附文字稿", "describe it by hand or add a transcript", ""},
    CodeInfo{"EXT-107", "声明的编码与内容不符", "the declared encoding is not that of the bytes",
             "改正声明,或改存为 UTF-8", "correct the declaration, or save as UTF-8", ""},
    CodeInfo{"EXT-108", "未声明编码,按内容推定",
             "no encoding is declared; it was told by the bytes", "核对文字无误;宜改存为 UTF-8",
             "make sure that the text is right; save as UTF-8", ""},
    CodeInfo{"EXT-109", "签名所保护的内容已被改动", "what a signature covers has been changed",
             "向签名单位核实,取得未改动的文件", "ask the signing organ for the unchanged file",
             "DA/T 70-2018 1-1"},
    CodeInfo{"EXT-110", "文件有不合格式之处,文字未受影响",
             "the file departs from its format; no text was lost",
             "用原软件打开核对,另存后重新提交", "open it in its own program and save it anew", ""},
    CodeInfo{"EXT-111", "含有宏、脚本或可执行动作", "it holds macros, scripts or actions",
             "归档前去除,或另存为不含宏的格式", "remove them, or save in a format without them",
             ""},
    CodeInfo{"EXT-112", "打开时引用外部内容", "opening it fetches content from elsewhere",
             "把外部内容嵌入文件后重新提交", "embed what is fetched and hand it in again", ""},
    CodeInfo{"EXT-113", "所用字体未全部嵌入", "not all of its fonts lie inside",
             "换机显示可能走样;宜嵌入字体", "it may look different elsewhere; embed the fonts", ""},
    CodeInfo{"EXT-114", "文字由图像识别得到", "the text was recognised in pictures",
             "与图像核对后使用", "compare with the picture before relying on it", ""},
    CodeInfo{"EXT-115", "文件设有使用限制", "the file restricts its use",
             "请制发单位解除限制后重新提交", "have its issuer lift the restriction",
             "DA/T 70-2018 3-8"},
};

/// Reports how reading `component` ended, and what is odd about it as a file. `store` holds its
/// text.
void report(Findings& findings, const Component& component, const ComponentText& text,
            ContentStore& store);

}  // namespace guidang::extract
