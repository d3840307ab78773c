// SPDX-License-Identifier: GPL-3.0-or-later
// No pointer: by Tab and Enter, and by single keys that can be switched off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { close, launch, open, tabTo } from "./browser.mjs";
import { makeSites } from "./site.mjs";

let sites;
let browser;
before(async () => { [sites, browser] = await Promise.all([makeSites(), launch()]); });
after(async () => { await browser?.close(); await sites?.stop(); });

const focused = (page, what) => page.evaluate((name) => document.activeElement[name], what);

test("the first Tab offers to skip to the content", async () => {
  const page = await open(browser, sites.stranger);
  await page.goto(`${sites.stranger}/search?q=防汛`);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page, "className"), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page, "id"), "main");
  await close(page);
});

for (const scripted of [true, false]) {
  test(`the whole way by Tab and Enter, ${scripted ? "with" : "without"} scripts`, async () => {
    const page = await open(browser, sites.stranger, { javaScriptEnabled: scripted });
    await page.goto(`${sites.stranger}/`);
    await tabTo(page, "#q");
    await page.keyboard.type("防汛");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?/);
    await tabTo(page, '.facet a[href*="doctype="]');
    await page.keyboard.press("Enter");
    await page.waitForURL(/doctype=/);
    await page.waitForFunction(() => document.querySelector(".facet [aria-current]"));
    await tabTo(page, ".hit h2 a");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/record\//);
    await tabTo(page, 'a[href*="/files/"]');
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.keyboard.press("Enter"),
    ]);
    assert.equal(await download.failure(), null);
    await close(page);
  });
}

test("the whole way by single keys", async () => {
  const page = await open(browser, sites.stranger);
  await page.goto(`${sites.stranger}/`);
  await page.keyboard.press("/");
  assert.equal(await focused(page, "id"), "q");
  await page.keyboard.type("防汛");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?/);
  await page.waitForSelector(".hit");
  const hrefs = await page.locator(".hit h2 a").evaluateAll((links) => links.map((link) => link.href));
  await page.keyboard.press("j");
  assert.equal(await focused(page, "href"), hrefs[0]);
  await page.keyboard.press("j");
  assert.equal(await focused(page, "href"), hrefs[1]);
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  assert.equal(await focused(page, "href"), hrefs[0], "stays at the first");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/record\//);
  const marks = await page.locator(".leaf mark").count();
  assert.ok(marks > 1);
  const here = () => page.evaluate(() =>
    [...document.querySelectorAll(".leaf mark")].findIndex((mark) => mark.classList.contains("here")));
  await page.keyboard.press("n");
  assert.equal(await here(), 0);
  await page.keyboard.press("n");
  assert.equal(await here(), 1);
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  assert.equal(await here(), marks - 1, "round from the first to the last");
  await close(page);
});

test("keys are told, can be switched off, and never act in a field", async () => {
  const page = await open(browser, sites.stranger);
  await page.goto(`${sites.stranger}/search?q=防汛`);
  await page.keyboard.press("?");
  assert.ok(await page.locator("#keys").isVisible());
  await page.keyboard.press("j");
  assert.equal(await page.locator(".hit :focus").count(), 0, "nothing moves behind the dialog");
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#keys").isVisible()));

  await page.locator("#q").focus();
  await page.keyboard.type("j/?n");
  assert.match(await page.locator("#q").inputValue(), /j\/\?n/);
  assert.ok(!(await page.locator("#keys").isVisible()));

  await page.locator("#show-keys").click();
  await page.locator("#keys-on").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.keyboard.press("j");
  assert.equal(await page.locator(".hit :focus").count(), 0, "stays off on the next page");
  await page.locator("#show-keys").click();
  await page.locator("#keys-on").check();
  await page.keyboard.press("Escape");
  await page.locator("main").focus();
  await page.keyboard.press("j");
  assert.equal(await page.locator(".hit :focus").count(), 1);
  await close(page);
});
