// SPDX-License-Identifier: GPL-3.0-or-later
// Every page: accessible, inside its window, quiet, and pictured for people to look at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { close, flaws, launch, open, overhang, picture, print, sizes } from "./browser.mjs";
import { makeSites, opened } from "./site.mjs";

let sites;
let browser;
before(async () => { [sites, browser] = await Promise.all([makeSites(), launch()]); });
after(async () => { await browser?.close(); await sites?.stop(); });

const record = `/record/${encodeURIComponent(opened[0])}?q=防汛`;
const pages = {
  home: "/",
  search: "/search?q=防汛 通知",
  narrowed: "/search?q=云溪县&year=2023&n=5",
  none: "/search?q=天外飞仙",
  wrong: "/search?q=(防汛 OR",
  record,
  browse: "/browse",
  fonds: "/browse/X043",
  year: "/browse/X043/2023",
  help: "/help",
  missing: "/record/X043-WS·2023-Y-9999",
};
// What the browser itself says of an answer that is an error.
const isStatus = (text) => /the server responded with a status of 40[04]/.test(text);

const views = [
  { name: "desk-light", viewport: sizes.desk, colorScheme: "light" },
  { name: "desk-dark", viewport: sizes.desk, colorScheme: "dark" },
  { name: "phone-light", viewport: sizes.phone, colorScheme: "light", hasTouch: true },
  { name: "phone-dark", viewport: sizes.phone, colorScheme: "dark", hasTouch: true },
];

for (const who of ["stranger", "staff"]) {
  for (const { name, ...view } of views) {
    test(`${who}, ${name}: nothing axe finds, nothing beyond the window`, async () => {
      // Each language once in each light and on each device.
      const language = (who === "staff") === (view.colorScheme === "dark") ? "zh-CN" : "en-GB";
      const page = await open(browser, sites[who], { ...view, locale: language });
      for (const [kind, address] of Object.entries(pages)) {
        await page.goto(sites[who] + address);
        assert.deepEqual(await flaws(page), [], kind);
        assert.ok((await overhang(page)) <= 0, `${kind} is too wide`);
        await picture(page, `${kind}-${who}-${name}`, { fullPage: kind !== "record" });
      }
      page.troubles = page.troubles.filter((text) => !isStatus(text));
      await close(page);
    });
  }
}

for (const [name, view] of Object.entries({
  narrow: { viewport: sizes.narrow },
  zoomed: { viewport: sizes.zoomed, deviceScaleFactor: 2 },
  forced: { viewport: sizes.desk, forcedColors: "active" },
  still: { viewport: sizes.desk, reducedMotion: "reduce", javaScriptEnabled: false },
})) {
  test(`${name}: whole, nothing beyond the window`, async () => {
    const page = await open(browser, sites.staff, view);
    for (const [kind, address] of Object.entries(pages)) {
      await page.goto(sites.staff + address);
      assert.ok((await overhang(page)) <= 0, `${kind} is too wide`);
      assert.ok(await page.locator("h1").first().isVisible(), kind);
      await picture(page, `${kind}-${name}`);
    }
    page.troubles = page.troubles.filter((text) => !isStatus(text));
    await close(page);
  });
}

test("open facets and the help for keys have no flaws either", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(browser, sites.staff, { viewport: sizes.phone, colorScheme });
    await page.goto(sites.staff + pages.search);
    assert.ok(!(await page.locator(".facet").first().isVisible()), "folded on a phone");
    await page.locator(".facets > summary").click();
    assert.ok(await page.locator(".facet").first().isVisible());
    assert.deepEqual(await flaws(page), []);
    await picture(page, `facets-phone-${colorScheme}`, { fullPage: true });
    await page.locator("#show-keys").click();
    assert.deepEqual(await flaws(page), []);
    await picture(page, `keys-phone-${colorScheme}`);
    await close(page);
  }
});

test("lists and records are printed", async () => {
  const page = await open(browser, sites.staff);
  for (const kind of ["record", "search", "year"]) {
    await page.goto(sites.staff + pages[kind]);
    await print(page, kind);
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator(".masthead nav").isVisible()), "nothing to operate on paper");
    await page.emulateMedia({ media: null });
  }
  await close(page);
});
