/* The desk: which articles wait for a review, in which language. */

import { read, write } from "./kept.js";
import { ask } from "./server.js";
import { STATES, bar, chip, number, say } from "./words.js";

const given = JSON.parse(find("data").textContent);
const languages = new Map(given.locales.map(([code, name]) => [code, name]));
const PART = 200;
/* What was looked for last in this tab. */
const CHOSEN = "l10n:desk";

const sum = (counts, ...states) => states.reduce((all, state) => all + (counts[state] ?? 0), 0);
const WAITING = ["draft", "in_work", "urgent", "stale", "missing"];

const rows = given.rows.map(([article, locale, cells], at) => {
  const texts = {};
  const words = {};
  for (const [state, many, counted] of cells) {
    texts[state] = (texts[state] ?? 0) + many;
    words[state] = (words[state] ?? 0) + counted;
  }
  const all = sum(words, ...STATES);
  const waits = sum(words, ...WAITING);
  return { at, article, locale, texts, words, waits, percent: all ? Math.round((100 * (all - waits)) / all) : 100, risk: -1 };
});

const having = (...states) => (row) => sum(row.texts, ...states) > 0;
const SHOWN = {
  waiting: having(...WAITING),
  urgent: having("urgent"),
  stale: having("urgent", "stale"),
  draft: having("draft", "in_work"),
  missing: having("missing"),
  done: (row) => !having(...WAITING)(row),
  all: () => true,
};
const SORTED = {
  urgency: (one, two) => sum(two.texts, "urgent") - sum(one.texts, "urgent") || two.waits - one.waits || one.at - two.at,
  risk: (one, two) =>
    sum(two.texts, "urgent") - sum(one.texts, "urgent") || two.risk - one.risk || two.waits - one.waits || one.at - two.at,
  article: (one, two) => (one.article < two.article ? -1 : one.article > two.article ? 1 : one.at - two.at),
  least: (one, two) => one.waits - two.waits || one.at - two.at,
};

/* Ask, some articles at a time, how likely the draft is wrong that is likeliest to be; nobody waits for it. */
const MANY = 64;
let weighing = null;

async function weigh() {
  const places = new Map(rows.map((row) => [`${row.locale}\n${row.article}`, row]));
  const wanted = [...new Set(rows.filter(having("draft")).map((row) => row.article))];
  for (let at = 0; at < wanted.length; at += MANY) {
    find("weighing").textContent = say("desk.weighing", { done: at, all: wanted.length });
    const told = await ask("/risks", { articles: wanted.slice(at, at + MANY) });
    for (const [article, locale, risk] of told) {
      const row = places.get(`${locale}\n${article}`);
      if (row) row.risk = risk;
    }
    draw();
  }
  find("weighing").textContent = "";
}

function weighOnce() {
  if (find("sort").value !== "risk" || weighing) return;
  weighing = weigh().catch((error) => {
    weighing = null;
    find("weighing").textContent = error.message;
  });
}

let most = PART;

function drawnRow(row) {
  const address = `/review/${encodeURIComponent(row.locale)}/${row.article.split("/").map(encodeURIComponent).join("/")}`;
  const urgent = sum(row.texts, "urgent");
  const told = STATES.filter((state) => row.texts[state]).map((state) => make("li", {}, chip(state), " ", number.format(row.texts[state])));
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, make("a", { href: address, class: "path" }, row.article)),
    make("td", {}, languages.get(row.locale) ?? row.locale),
    make("td", {}, bar(row.words), make("ul", { class: "told-states" }, ...told)),
    make(
      "td",
      {},
      make("span", {}, row.waits ? say("desk.words", { n: row.waits }) : say("desk.all-reviewed")),
      urgent ? make("p", { class: "warning" }, say("desk.urgent", { n: urgent })) : "",
      row.risk >= 0 ? make("p", {}, say("desk.risk", { percent: Math.round(100 * row.risk) })) : "",
      make("p", { class: "quiet" }, say("desk.reviewed", { percent: row.percent })),
    ),
  );
}

function draw() {
  const sought = find("query").value.trim().toLowerCase();
  const wanted = rows.filter(
    (row) =>
      row.article.toLowerCase().includes(sought) &&
      ["", row.locale].includes(find("locale").value) &&
      SHOWN[find("show").value](row),
  );
  wanted.sort(SORTED[find("sort").value]);
  const held = document.activeElement?.closest("#rows a")?.getAttribute("href");
  find("rows").replaceChildren(...wanted.slice(0, most).map(drawnRow));
  if (held) [...find("rows").querySelectorAll("a")].find((one) => one.getAttribute("href") === held)?.focus();
  find("more").hidden = wanted.length <= most;
  find("count").textContent = wanted.length ? say("desk.count", { shown: wanted.length, all: rows.length }) : say("desk.none");
}

function start() {
  choices(find("locale"), [["", say("desk.languages")], ...languages]);
  choices(find("show"), Object.keys(SHOWN).map((name) => [name, say(`desk.show.${name}`)]));
  choices(find("sort"), Object.keys(SORTED).map((name) => [name, say(`desk.sort.${name}`)]));
  find("legend").replaceChildren(...STATES.map((state) => make("li", {}, chip(state))));
  find("errors").hidden = !given.errors.length;
  find("error-list").replaceChildren(...given.errors.map((error) => make("li", {}, error)));
  const fields = ["query", "locale", "show", "sort"].map(find);
  const chosen = read(sessionStorage, CHOSEN, {});
  for (const field of fields) {
    if (!(field.id in chosen)) continue;
    const before = field.value;
    field.value = chosen[field.id];
    if (field.value !== chosen[field.id]) field.value = before;
  }
  const anew = () => {
    most = PART;
    write(sessionStorage, CHOSEN, Object.fromEntries(fields.map((field) => [field.id, field.value])));
    draw();
    weighOnce();
  };
  find("filters").addEventListener("input", anew);
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("more").addEventListener("click", () => {
    most += PART;
    draw();
  });
  draw();
  weighOnce();
}

start();
