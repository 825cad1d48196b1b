/* The article as the page has it: what the server told, and what is typed here and not saved. */

import { keeper } from "./kept.js";
import { tongue } from "./words.js";

const given = JSON.parse(document.getElementById("data").textContent);
const locale = given.target[0];

export const source = tongue(given.source);
export const target = tongue(given.target);
export const kept = keeper(`${given.project}/${locale}/${given.article}`);
export const mostUnedited = given.unedited;
export const at = (verb) => `/${verb}/${encodeURIComponent(locale)}/${given.article.split("/").map(encodeURIComponent).join("/")}`;

export const sheet = {
  seen: given.seen,
  /* Names in the order of the article; one that stands in it twice is there twice. */
  places: [],
  /* Name → the text: what the server told of it as `now`, and `mine`, what is typed and not saved. */
  texts: new Map(),
  selected: new Set(),
  /* How many rows and columns each table has. */
  tables: [],
};

/* What a text is, by its state, and by what is typed: `unsent`, or `conflict` where the entry is another by now. */
export function stateOf(text) {
  if (!text.mine) return text.now.state;
  return text.mine.mark === text.now.mark ? "unsent" : "conflict";
}

export const shownTarget = (text) => (text.mine ? text.mine.text : text.now.target);

/* Keep what is typed, until it is saved; what is no other text than the saved one is nothing to keep. */
export function typed(text, value) {
  const mark = text.mine?.mark ?? text.now.mark;
  put(text, value === text.now.target && mark === text.now.mark ? null : { mark, text: value });
}

/* Keep mine of a text that was changed by both: it is a change of what is there now. */
export const claim = (text) => put(text, { mark: text.now.mark, text: text.mine.text });

export function put(text, mine) {
  text.mine = mine;
  kept.keep(text.name, mine);
}

/* Take what an entry is now; what is typed stays, and is a conflict where it was made of another. Tell who listens. */
export function renew(text, now) {
  if (text.now && text.now.mark !== now.mark) document.dispatchEvent(new Event("renewed"));
  text.now = now;
  if (text.mine && text.mine.text === now.target) put(text, null);
}

/* Take what the server told of the whole article; return the texts that are others, new or gone, and whether the places are others. */
export function merge(told) {
  const changed = new Set();
  const before = sheet.places.join("\n");
  const texts = new Map();
  sheet.places = told.texts.map((fresh) => {
    const known = texts.get(fresh.name) ?? sheet.texts.get(fresh.name);
    const text = known ?? { name: fresh.name, mine: null, findings: null, asked: null, hits: null, risk: null };
    if (!known || known.now.mark !== fresh.now.mark) {
      changed.add(text.name);
      text.findings = null;
    }
    Object.assign(text, { key: fresh.key, terms: fresh.terms });
    texts.set(text.name, text);
    renew(text, fresh.now);
    return text.name;
  });
  sheet.facts = told.texts.map(({ kind, line, words, cell }) => ({ kind, line, words, cell }));
  for (const name of sheet.texts.keys()) if (!texts.has(name)) changed.add(name);
  sheet.tables = [];
  for (const { cell } of sheet.facts.filter((fact) => fact.cell)) {
    const [place, row, column] = cell;
    const known = (sheet.tables[place] ??= { rows: 0, columns: 0 });
    known.rows = Math.max(known.rows, row + 1);
    known.columns = Math.max(known.columns, column + 1);
  }
  sheet.texts = texts;
  sheet.seen = told.seen;
  for (const name of sheet.selected) if (!texts.has(name)) sheet.selected.delete(name);
  return { changed, moved: before !== sheet.places.join("\n") };
}

/* Offer again what was typed and never saved; return how many there are, and those whose text is gone. */
export function restore() {
  const lost = [];
  let many = 0;
  for (const [name, mine] of kept.unsent()) {
    const text = sheet.texts.get(name);
    if (!text) lost.push({ name, text: mine.text });
    else if (mine.text === text.now.target) put(text, null);
    else {
      text.mine = mine;
      many += 1;
    }
  }
  return { many, lost };
}

export const begin = () => merge(given);
