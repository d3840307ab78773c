// SPDX-License-Identifier: GPL-3.0-or-later
// What a researcher does: search, narrow, read, take the original, take the list.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { close, launch, open } from "./browser.mjs";
import { makeSites, samples } from "./site.mjs";

let sites;
let browser;
before(async () => { [sites, browser] = await Promise.all([makeSites(), launch()]); });
after(async () => { await browser?.close(); await sites?.stop(); });

const total = async (page) => Number((await page.locator("#count").innerText()).match(/(\d+)\D*$/)[1]);

async function originals() {
  const names = (await readdir(samples, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.path ?? entry.parentPath, entry.name));
  return Promise.all(names.map((name) => readFile(name)));
}

const rowsOf = (csv) => csv.replace(/^\uFEFF/, "").split("\r\n").filter((row) => row !== "");

for (const language of ["zh", "en"]) {
  for (const scripted of [true, false]) {
    test(`the whole way, ${language}, ${scripted ? "with" : "without"} scripts`, async () => {
      const page = await open(browser, sites.stranger, {
        javaScriptEnabled: scripted,
        locale: language === "zh" ? "zh-CN" : "en-GB",
      });
      await page.goto(`${sites.stranger}/`);
      assert.equal(await page.locator("html").getAttribute("lang"), language === "zh" ? "zh-Hans" : "en");

      await page.locator("#q").fill("防汛");
      await page.locator("#q").press("Enter");
      await page.waitForURL(/\/search\?/);
      const all = await total(page);
      assert.equal(all, 3);
      assert.equal(await page.locator(".hit").count(), all);
      for (const mark of await page.locator(".hit mark").allInnerTexts()) assert.equal(mark, "防汛");

      const facet = page.locator("#results .facet a", { hasText: "通知" }).first();
      await facet.click();
      await page.waitForURL((url) => url.searchParams.get("doctype") === "通知");
      await page.waitForFunction(() => document.querySelectorAll(".hit").length === 2);
      assert.equal(await total(page), 2);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll(".hit").length === 3);
      await page.goForward();
      await page.waitForFunction(() => document.querySelectorAll(".hit").length === 2);

      const csvLink = page.locator('#results a[href*="search.csv"]').first();
      const csvUrl = new URL(await csvLink.getAttribute("href"), page.url()).href;
      const csv = rowsOf(await (await page.request.get(csvUrl)).text());
      assert.equal(csv.length, 3, "a head and both hits");

      const first = page.locator(".hit h2 a").first();
      const title = await first.innerText();
      await first.click();
      await page.waitForURL(/\/record\//);
      assert.equal(await page.locator("h1").innerText(), title);
      assert.ok((await page.locator(".leaf mark").count()) > 0);
      for (const mark of await page.locator(".leaf mark").allInnerTexts()) assert.equal(mark, "防汛");

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator('a[href*="/files/"]').first().click(),
      ]);
      const bytes = await readFile(await download.path());
      assert.ok((await originals()).some((original) => original.equals(bytes)), "bytes of the original");
      await close(page);
    });
  }
}

test("an export holds every hit, whatever is shown on the page", async () => {
  const page = await open(browser, sites.staff);
  await page.goto(`${sites.staff}/search?q=云溪县&n=5`);
  const all = await total(page);
  assert.ok(all > 5);
  assert.equal(await page.locator(".hit").count(), 5);
  const take = async (kind) => {
    const link = page.locator(`#results a[href*="search.${kind}"]`).first();
    return page.request.get(new URL(await link.getAttribute("href"), page.url()).href);
  };
  assert.equal(rowsOf(await (await take("csv")).text()).length, all + 1);
  const json = await (await take("json")).json();
  assert.equal(json.hits.length, all);
  await close(page);
});

test("a stranger's pages do not know a closed record", async () => {
  const page = await open(browser, sites.stranger);
  await page.goto(`${sites.stranger}/search?q="堤防应急抢修"`);
  assert.equal(await page.locator(".hit").count(), 0);
  await close(page);
  const staff = await open(browser, sites.staff);
  await staff.goto(`${sites.staff}/search?q="堤防应急抢修"`);
  assert.ok((await staff.locator(".hit").count()) > 0);
  assert.equal(await staff.locator(".staff").count(), 1);
  await close(staff);
});
