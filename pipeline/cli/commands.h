// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/cli/arguments.h"

/// One function a command, each in the file of its name. All throw Failure; `main` catches.
namespace guidang::cli {

ExitStatus execute(const InitArguments& arguments, const Console& console);
ExitStatus execute(const RunArguments& arguments, const Console& console);
ExitStatus execute(const RetryArguments& arguments, const Console& console);
ExitStatus execute(const SealArguments& arguments, const Console& console);
ExitStatus execute(const PackageArguments& arguments, const Console& console);
ExitStatus execute(const FormsArguments& arguments, const Console& console);
ExitStatus execute(const VerifyArguments& arguments, const Console& console);
ExitStatus execute(const CheckArguments& arguments, const Console& console);
ExitStatus execute(const TextArguments& arguments, const Console& console);
ExitStatus execute(const ExportArguments& arguments, const Console& console);
ExitStatus execute(const SearchArguments& arguments, const Console& console);
ExitStatus execute(const ServeArguments& arguments, const Console& console);
ExitStatus execute(const StatusArguments& arguments, const Console& console);
ExitStatus execute(const ExplainArguments& arguments, const Console& console);
ExitStatus execute(const SetArguments& arguments, const Console& console);
ExitStatus execute(const ReviewArguments& arguments, const Console& console);
ExitStatus execute(const UndoArguments& arguments, const Console& console);
ExitStatus execute(const CheckYearArguments& arguments, const Console& console);
ExitStatus execute(const AnswerArguments& arguments, const Console& console);
ExitStatus execute(const RetentionArguments& arguments, const Console& console);
ExitStatus execute(const RulesArguments& arguments, const Console& console);
ExitStatus execute(const LedgerArguments& arguments, const Console& console);
ExitStatus execute(const RenumberArguments& arguments, const Console& console);
ExitStatus execute(const NumberArguments& arguments, const Console& console);
ExitStatus execute(const OrgansArguments& arguments, const Console& console);
ExitStatus execute(const BackupArguments& arguments, const Console& console);
ExitStatus execute(const RestoreArguments& arguments, const Console& console);
ExitStatus execute(const DoctorArguments& arguments, const Console& console);
ExitStatus execute(const VolumeArguments& arguments, const Console& console);
ExitStatus execute(const IndexArguments& arguments, const Console& console);

}  // namespace guidang::cli
