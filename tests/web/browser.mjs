// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Chromium, watched: what a page asks for, complains of, and how accessible it is.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.env.GUIDANG_NODE_MODULES, "x.js"));
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.GUIDANG_PICTURES;
await mkdir(pictures, { recursive: true });

export const sizes = {
  desk: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
  narrow: { width: 360, height: 740 },
  // A desk of 1280 at 200 %.
  zoomed: { width: 640, height: 450 },
};

/** Names other than the loopback's number do not even resolve. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });

/** A page of a context of its own. `page.troubles` gathers what must not happen. */
export async function open(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: sizes.desk, locale: "zh-CN", ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.troubles = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${base}/`) && !url.startsWith("data:")) {
      page.troubles.push(`asks elsewhere: ${url}`);
    }
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.troubles.push(message.text());
  });
  page.on("pageerror", (error) => page.troubles.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 500) page.troubles.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

/** Ends a page that must have run without trouble. */
export async function close(page) {
  const { troubles } = page;
  await page.context().close();
  assert.deepEqual(troubles, []);
}

/** Everything axe finds, a line each; the page's own policy stays in force. */
export async function flaws(page) {
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate",
      { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
  await evaluate(axe);
  const found = await evaluate(`axe.run({
    resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
  }).then((done) => done.violations.flatMap((rule) => rule.nodes.map((node) =>
    rule.impact + " " + rule.id + " " + node.target + " " + node.failureSummary)))`);
  await session.detach();
  return found;
}

/** How many pixels the page is wider than its window. */
export const overhang = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const picture = (page, name, options = {}) =>
  page.screenshot({ path: path.join(pictures, `${name}.png`), ...options });

export const print = (page, name) =>
  page.pdf({ path: path.join(pictures, `${name}.pdf`), preferCSSPageSize: true });

/** Presses Tab until what has the focus fits; the way a keyboard has to go. */
export async function tabTo(page, selector, most = 80) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} is not reached by Tab`);
}
