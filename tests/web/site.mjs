// SPDX-License-Identifier: GPL-3.0-or-later
// A home made of the tutorial's year, with some records opened, and the site over it.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

export const source = process.env.GUIDANG_SOURCE_DIR;
export const samples = path.join(source, "samples/tutorial/2023");
const program = process.env.GUIDANG;
const run = promisify(execFile);

/** What a stranger may see: three with 防汛, one without. */
export const opened = [
  "X043-WS·2023-D30-0007",
  "X043-WS·2023-D10-0003",
  "X043-WS·2023-D30-0008",
  "X043-WS·2023-Y-0002",
];

// 1 says that something is held, which the tutorial has on purpose.
const guidang = (...words) =>
  run(program, words, { env: { ...process.env, LC_ALL: "C.UTF-8" } }).catch((error) => {
    if (error.code !== 1) throw error;
  });

async function makeHome(home) {
  const person = ["--by", "归档员"];
  await guidang("init", home, "--fonds", "X043", "--name", "云溪县人民政府办公室",
    "--profile", "tutorial");
  await guidang("run", home, samples, "--as-of", "2024-01-15");
  for (const code of opened) {
    await guidang("set", home, code, "opening", "open", ...person, "--why", "开放审核",
      "--as-of", "2024-01-16");
  }
  await guidang("run", home, "--as-of", "2024-01-17");
  await guidang("seal", home, "2023", ...person, "--checked-by", "检查员", "--as-of", "2024-01-20",
    "--leave-held", "--why", "下次补封");
  await guidang("run", home, "--as-of", "2024-01-21");
}

/** Starts the site; `stranger` shows the opened records only. */
async function serve(home, { stranger }) {
  const words = ["serve", home, "--listen", "127.0.0.1:0", ...(stranger ? ["--open-only"] : [])];
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const base = await new Promise((resolve, reject) => {
    const listen = (piece) => {
      said += piece;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", reject);
    child.on("exit", (status) => reject(new Error(`serve ended with ${status}: ${said}`)));
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  return { base, stop: async () => { child.kill("SIGTERM"); await ended; } };
}

/** The home with both sites: what strangers see, what staff see. */
export async function makeSites() {
  const folder = await mkdtemp(path.join(tmpdir(), "guidang-web-"));
  const home = path.join(folder, "云溪");
  await makeHome(home);
  const stranger = await serve(home, { stranger: true });
  const staff = await serve(home, { stranger: false });
  return {
    home,
    stranger: stranger.base,
    staff: staff.base,
    stop: async () => {
      await Promise.all([stranger.stop(), staff.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
