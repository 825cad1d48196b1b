"use strict";
/* What the page was given, with names for its places. See `matrix.py` and `texts.py` for how it is written. */

const given = JSON.parse(document.getElementById("data").textContent);

/* In the order of `Substate`. */
const STATES = [
  { name: "accepted", label: "reviewed as drafted" },
  { name: "edited", label: "reviewed, edited" },
  { name: "human", label: "reviewed, by hand" },
  { name: "draft", label: "draft, not read" },
  { name: "in_work", label: "draft in work" },
  { name: "urgent", label: "stale, urgent" },
  { name: "stale", label: "stale" },
  { name: "missing", label: "missing" },
];
const AT = Object.fromEntries(STATES.map((state, at) => [state.name, at]));
const REVIEWED = [AT.accepted, AT.edited, AT.human];
const RISKY = 50;

const language = ([code, name, tag, direction]) => ({ code, name, tag, direction });
const source = language(given.source);
const locales = given.locales.map(language);

function readCell(row, risks = []) {
  if (!row) return null;
  const [bits, reason] = row;
  const cell = {
    headline: (bits & 1) > 0,
    lede: (bits & 2) > 0,
    published: (bits & 4) > 0,
    held: reason < 0 ? "" : given.reasons[reason],
    risks: new Map(risks.map(([at, risk, ...signs]) => [at, { risk, signs: signs.map((sign) => given.signs[sign]) }])),
    risk: Math.max(-1, ...risks.map(([, risk]) => risk)),
    segments: new Array(STATES.length).fill(0),
    words: new Array(STATES.length).fill(0),
  };
  for (let at = 2; at < row.length; at += 3) {
    cell.segments[row[at]] = row[at + 1];
    cell.words[row[at]] = row[at + 2];
  }
  return cell;
}

const articles = given.rows.map(([path, title, cells, risks], at) => ({
  at,
  path,
  title,
  sought: `${path}\n${title}`.toLowerCase(),
  cells: cells.map((cell, column) => readCell(cell, risks?.[column])),
}));
const places = new Map(articles.map((article) => [article.path, article.at]));

const sum = (numbers) => numbers.reduce((one, two) => one + two, 0);
const reviewed = (counts) => sum(REVIEWED.map((at) => counts[at]));

/* Rounded down: 100 means all. */
function percent(words) {
  const total = sum(words);
  return total ? Math.round((100 * reviewed(words)) / total) : 100;
}

function unread(cell) {
  const waiting = [cell.headline ? "" : "headline", cell.lede ? "" : "lede"].filter(Boolean);
  return waiting.length ? `${waiting.join(" and ")} not reviewed` : "headline and lede reviewed";
}

const number = new Intl.NumberFormat("en");
const counted = (many, noun) => `${number.format(many)} ${noun}${many === 1 ? "" : "s"}`;

function breakdown(segments, words) {
  return STATES.map((state, at) =>
    segments[at] ? `${state.label}: ${counted(segments[at], "text")}, ${counted(words[at], "word")}` : "",
  )
    .filter(Boolean)
    .join("; ");
}
