// SPDX-License-Identifier: GPL-3.0-or-later
// A result that changes in place: history, focus, announcements, requests that overtake.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { close, launch, open } from "./browser.mjs";
import { makeSites } from "./site.mjs";

let sites;
let browser;
before(async () => { [sites, browser] = await Promise.all([makeSites(), launch()]); });
after(async () => { await browser?.close(); await sites?.stop(); });

const start = async (address) => {
  const page = await open(browser, sites.staff);
  await page.goto(sites.staff + address);
  await page.evaluate(() => { window.stillHere = true; });
  return page;
};
const idle = (page) => page.waitForFunction(() => !document.querySelector("#results[aria-busy]"));
const stays = async (page) => assert.ok(await page.evaluate(() => window.stillHere), "was loaded anew");
const doctypes = (page) => page.locator('#results .facet a[href*="doctype="]');

test("a facet keeps the page, the focus and its place", async () => {
  const page = await start("/search?q=云溪县");
  const facet = doctypes(page).first();
  const id = await facet.getAttribute("id");
  await facet.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/doctype=/);
  await idle(page);
  await stays(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), id);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-current")), "true");
  const count = (await page.locator("#count").innerText()).replace(/\s+/g, " ");
  assert.equal((await page.locator("#live").innerText()).trim().replace(/\s+/g, " "), count);
  assert.ok((await page.title()).length > 0);
  await close(page);
});

test("back and forward show what was there", async () => {
  const page = await start("/search?q=云溪县");
  const before = await page.locator("#count").innerText();
  await doctypes(page).first().click();
  await page.waitForURL(/doctype=/);
  await idle(page);
  const narrowed = await page.locator("#count").innerText();
  assert.notEqual(narrowed, before);
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector("#count").innerText === text, before);
  await page.goForward();
  await page.waitForFunction((text) => document.querySelector("#count").innerText === text, narrowed);
  await stays(page);
  await page.reload();
  assert.equal(await page.locator("#count").innerText(), narrowed);
  await close(page);
});

test("the next page begins at its top, and the focus with it", async () => {
  const page = await start("/search?q=云溪县&n=5");
  await page.locator('.pager a[rel="next"]').click();
  await page.waitForURL(/page=2/);
  await idle(page);
  await stays(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "count");
  assert.ok(await page.evaluate(() => document.querySelector("#results").getBoundingClientRect().top > -5));
  await close(page);
});

test("a newer wish overtakes an older one", async () => {
  const page = await start("/search?q=云溪县");
  const held = [];
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  // The first answer is kept back until the second has been shown.
  await page.route(/sort=newest/, async (route) => {
    held.push(route);
    await released;
    await route.continue().catch(() => {});
  });
  await page.locator('.sorts a[href*="sort=newest"]').click();
  await page.locator('.sorts a[href*="sort=oldest"]').click();
  await page.waitForFunction(() =>
    document.querySelector(".sorts [aria-current]")?.getAttribute("href")?.includes("oldest") ?? false);
  release();
  await idle(page);
  assert.equal(held.length, 1);
  assert.match(page.url(), /sort=oldest/);
  assert.match(await page.locator(".sorts [aria-current]").getAttribute("href"), /oldest/);
  await stays(page);
  await close(page);
});

test("a wish that cannot be met in place is met by an ordinary load", async () => {
  const page = await start("/search?q=云溪县");
  let refused = 0;
  await page.route(/sort=code/, (route) => {
    if (route.request().resourceType() !== "fetch") return route.continue();
    refused += 1;
    return route.fulfill({ status: 200, contentType: "text/html", body: "<p>not a result</p>" });
  });
  await page.locator('.sorts a[href*="sort=code"]').click();
  await page.waitForFunction(() => window.stillHere === undefined && document.querySelector("#count"));
  assert.equal(refused, 1);
  assert.match(page.url(), /sort=code/);
  await close(page);
});

test("a new search from the box is shown in place and told", async () => {
  const page = await start("/search?q=云溪县");
  await page.locator("#q").fill("防汛");
  await page.locator("#q").press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === "防汛");
  await idle(page);
  await stays(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "count");
  assert.match(await page.title(), /防汛/);
  await close(page);
});
