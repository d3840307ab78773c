// SPDX-License-Identifier: GPL-3.0-or-later
// What this adds, every page also does without it: facets, order and pages of a result follow without
// a new page, and single keys move through hits and marks.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  // Said to screen readers. The same words twice would not be said again without a change.
  const say = (text) => {
    const live = byId("live");
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  };

  // --- a result that changes in place -----------------------------------------------------------

  let request = null;
  const isResult = (url) =>
    url.origin === location.origin && url.pathname === "/search" && !url.searchParams.has("view");

  // Blank fields of a form say nothing and would only lengthen the address.
  const addressOf = (form) => {
    const url = new URL(form.action);
    const filled = [...new FormData(form)].filter(([, value]) => value !== "");
    url.search = new URLSearchParams(filled).toString();
    return url;
  };

  // Shows the result at `url`; a newer call overtakes. Whatever goes wrong becomes an ordinary load.
  const show = async (url, { scrollTo, focusCount = false }) => {
    request?.abort();
    const mine = new AbortController();
    request = mine;
    byId("results").setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: mine.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine.signal.aborted) return;
      const results = page.getElementById("results");
      if (!results) throw new Error("not a result");
      replaceBy(page, results);
      if (focusCount || document.activeElement === document.body) {
        byId("count")?.focus({ preventScroll: true });
      }
      if (scrollTo !== undefined) scrollTo === "results" ? toResults() : window.scrollTo(0, scrollTo);
      say(byId("count")?.textContent.trim().replace(/\s+/g, " ") ?? "");
      request = null;
    } catch (error) {
      if (error.name !== "AbortError") location.replace(url);
    }
  };

  // What the reader opened stays open, what they are typing stays typed.
  const morph = (from, to) => Idiomorph.morph(from, to, {
    morphStyle: "outerHTML",
    ignoreActiveValue: true,
    callbacks: {
      beforeAttributeUpdated: (name, node) => !(name === "open" && node.localName === "details"),
    },
  });

  const replaceBy = (page, results) => {
    morph(byId("results"), results);
    document.title = page.title;
    // What depends on the address outside of the result: the other language, the box.
    for (const place of [".masthead nav", ".masthead .box"]) {
      const from = page.querySelector(place);
      const to = document.querySelector(place);
      if (from && to) morph(to, from);
    }
    const box = byId("q");
    const asked = page.getElementById("q");
    if (box && asked && document.activeElement !== box) box.value = asked.value;
    current = -1;
  };

  const toResults = () => byId("results").scrollIntoView({ block: "start", behavior: "instant" });

  let shown = location.pathname + location.search;
  const follow = (url, how) => {
    history.replaceState({ scroll: scrollY }, "");
    history.pushState({ scroll: 0 }, "", url);
    shown = url.pathname + url.search;
    show(url, how);
  };

  if (byId("results") && window.Idiomorph) {
    addEventListener("pagehide", () => request?.abort());
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("#results a[href]");
      const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
      const url = new URL(link.href);
      if (!isResult(url) || (url.hash && url.search === location.search)) return;
      event.preventDefault();
      const turnsPage = link.closest(".pager") !== null;
      follow(url, turnsPage ? { scrollTo: "results", focusCount: true } : {});
    });

    document.addEventListener("submit", (event) => {
      const form = event.target.closest("form");
      if (event.defaultPrevented || form.method !== "get") return;
      const url = addressOf(form);
      if (!isResult(url)) return;
      event.preventDefault();
      follow(url, { scrollTo: 0, focusCount: form.classList.contains("box") });
    });

    // Also fired by a jump inside the page, which leaves address and result as they are.
    addEventListener("popstate", (event) => {
      const url = new URL(location.href);
      if (url.pathname + url.search === shown || !isResult(url)) return;
      shown = url.pathname + url.search;
      show(url, { scrollTo: event.state?.scroll });
    });
  }

  // --- marks of a text --------------------------------------------------------------------------

  const marks = () => [...document.querySelectorAll(".leaf mark")];
  let here = -1;
  // Each mark leads to the next one, for those without scripts; with them it is one stop too many.
  for (const link of document.querySelectorAll(".leaf mark a")) link.tabIndex = -1;

  const placeholder = () => {
    const place = document.createElement("span");
    place.className = "place";
    return place;
  };

  const toMark = (step) => {
    const all = marks();
    if (all.length === 0) return;
    all[here]?.classList.remove("here");
    here = here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length;
    const mark = all[here];
    mark.classList.add("here");
    mark.scrollIntoView({ block: "center" });
    const told = `${here + 1} / ${all.length}`;
    const tools = document.querySelector(".tools .count");
    if (tools) (tools.querySelector(".place") ?? tools.appendChild(placeholder())).textContent = told;
    say(told);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-mark]");
    if (button) toMark(button.dataset.mark === "next" ? 1 : -1);
  });

  // --- single keys ------------------------------------------------------------------------------

  let current = -1;
  const hits = () => [...document.querySelectorAll(".hit h2 a, .list .title a")];

  const toHit = (step) => {
    const all = hits();
    if (all.length === 0) return;
    const focused = all.indexOf(document.activeElement);
    if (focused >= 0) current = focused;
    current = Math.min(Math.max(current + step, 0), all.length - 1);
    all[current].focus();
    all[current].scrollIntoView({ block: "nearest" });
  };

  const keys = byId("keys");
  const isOn = byId("keys-on");
  // A browser may refuse to remember; then the keys are on.
  const remembered = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("keys");
      localStorage.setItem("keys", value);
    } catch { /* as if new */ }
    return null;
  };
  const showKeys = () => keys && !keys.open && keys.showModal();

  const actions = {
    "/": () => { byId("q")?.focus(); byId("q")?.select(); },
    "j": () => toHit(1),
    "k": () => toHit(-1),
    "n": () => toMark(1),
    "p": () => toMark(-1),
    "?": showKeys,
  };

  if (keys && isOn) {
    isOn.checked = remembered() !== "off";
    isOn.addEventListener("change", () => remembered(isOn.checked ? "on" : "off"));
    byId("show-keys")?.addEventListener("click", showKeys);
    document.addEventListener("keydown", (event) => {
      const types = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (!isOn.checked || types || keys.open || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(actions, event.key)) return;
      event.preventDefault();
      actions[event.key]();
    });
  }
})();
