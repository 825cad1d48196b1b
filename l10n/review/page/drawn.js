/* Drawing the texts: each a row, English beside its translation, and the one that is worked on with all that helps. */

import { sheet, shownTarget, source, stateOf, target } from "./sheet.js";
import { MAIN, REVIEWED, STATES, bar, chip, drawnChanges, say } from "./words.js";

export const rowAt = (at) => document.getElementById(`text-${at}`);

/* Columns up to which a table and its translation stand side by side. */
const BROAD = 3;

/* Its place in the article, or -1. */
export const current = { at: -1 };
export const textAt = (at) => sheet.texts.get(sheet.places[at]);
export const field = () => document.getElementById("field");

export function drawAll() {
  const rows = [];
  let table = null;
  sheet.places.forEach((_, at) => {
    const { cell } = sheet.facts[at];
    if (cell && cell[0] !== table?.place) rows.push((table = drawnTable(cell[0])).row);
    if (!cell) table = null;
    (table ? table.cells : rows)[table ? "append" : "push"](drawnRow(at));
  });
  find("texts").replaceChildren(...rows);
  drawProgress();
}

/* A table: the English and its translation side by side, or one above the other in each cell of a wide one. */
function drawnTable(place) {
  const { rows, columns } = sheet.tables[place];
  const cells = make("ol", { class: columns > BROAD ? "cells broad" : "cells", "aria-label": say("page.table") });
  cells.style.setProperty("--columns", columns);
  const frame = make("li", { class: "frame", "aria-hidden": "true" });
  for (let at = 0; at < rows * columns; at += 1) {
    for (const side of ["source", "target"]) frame.append(placed(make("div", { class: side }), place, Math.floor(at / columns), at % columns));
  }
  cells.append(frame);
  return { place, cells, row: make("li", { class: "table" }, cells) };
}

/* Say where something stands in a table; columns run as the language does. */
function placed(element, place, row, column) {
  const across = target.direction === "rtl" ? sheet.tables[place].columns - column : column + 1;
  element.style.setProperty("--row", 4 * row + 1);
  element.style.setProperty("--column", column + 1);
  element.style.setProperty("--across", across);
  return element;
}

/* Draw a text wherever it stands; the one that is worked on keeps its field, where somebody may be typing. */
export function redraw(text) {
  sheet.places.forEach((name, at) => {
    if (name !== text.name) return;
    if (at === current.at && field()) refresh(at);
    else rowAt(at)?.replaceWith(drawnRow(at));
  });
  drawProgress();
}

export function drawnRow(at) {
  const text = textAt(at);
  const { kind, cell } = sheet.facts[at];
  const open = at === current.at;
  const classes = ["row", `kind-${kind.replace(" ", "-")}`, open ? "current" : "", cell ? "in-table" : "", cell?.[3] ? "head" : ""];
  const row = make(
    "li",
    { id: `text-${at}`, class: classes.filter(Boolean).join(" "), "data-at": at, "aria-current": open ? "true" : null },
    drawnHead(at, text, kind),
    written(source, "div", { class: "text source" }, ...drawnSource(text, open)),
    open ? drawnWork(at, text) : written(target, "div", { class: "text target" }, shownTarget(text) || drawnEmpty()),
    open ? make("div", { class: "help", id: "help" }, ...drawnHelp(at, text)) : "",
  );
  return cell ? placed(row, ...cell) : row;
}

const drawnEmpty = () => make("span", { class: "quiet", lang: document.documentElement.lang, dir: "ltr" }, say("page.empty"));

function drawnHead(at, text, kind) {
  const state = stateOf(text);
  const select = make("input", { type: "checkbox", "aria-label": say("page.select", { n: at + 1 }) });
  select.checked = sheet.selected.has(text.name);
  const label = say("page.open", { n: at + 1, state: say(`state.${state}`) });
  return make(
    "div",
    { class: "gutter" },
    make("label", { class: "select" }, select),
    make("button", { type: "button", class: "open", "aria-label": label }, chip(state)),
    make("span", { class: "quiet kind" }, say(`kind.${kind}`)),
  );
}

/* The English, with the words that the glossary or the memory of names has. */
function drawnSource(text, open) {
  const parts = [];
  let done = 0;
  const english = [...text.key.text];
  for (const [start, end, meant, note] of text.terms) {
    if (start < done) continue;
    const told = open ? written(target, "span", { class: "meant" }, meant) : "";
    const term = english.slice(start, end).join("");
    parts.push(english.slice(done, start).join(""), make("span", { class: "term", title: note || null }, term, told));
    done = end;
  }
  return [...parts, english.slice(done).join("")];
}

function drawnWork(at, text) {
  const area = written(target, "textarea", {
    id: "field",
    rows: 1,
    spellcheck: "true",
    autocomplete: "off",
    "aria-label": say("page.target", { language: target.name }),
    "aria-describedby": "help",
  });
  area.value = shownTarget(text);
  const button = (name, label, keys) =>
    make("button", { type: "button", "data-do": name }, say(label), " ", make("kbd", {}, keys));
  return make(
    "div",
    { class: "work" },
    area,
    make("div", { class: "actions" }, button("approve", "page.approve", `${MAIN} ⏎`), button("save", "page.save", `${MAIN} S`)),
  );
}

/* Draw anew what is around the field. */
export function refresh(at) {
  const row = rowAt(at);
  const text = textAt(at);
  const held = row.querySelector(".gutter").contains(document.activeElement);
  row.querySelector(".gutter").replaceWith(drawnHead(at, text, sheet.facts[at].kind));
  if (held) row.querySelector(".open").focus();
  row.querySelector(".source").replaceChildren(...drawnSource(text, true));
  drawHelp();
}

export function drawHelp() {
  const text = textAt(current.at);
  const help = find("help");
  if (!text || !help) return;
  const held = [...help.querySelectorAll("button")].indexOf(document.activeElement);
  help.replaceChildren(...drawnHelp(current.at, text));
  if (held >= 0) (help.querySelectorAll("button")[held] ?? field()).focus();
}

function drawnHelp(at, text) {
  return [
    ...drawnConflict(text),
    ...drawnStale(text),
    ...drawnRisk(text),
    ...drawnFindings(text),
    ...drawnHits(text),
    ...drawnNotes(at, text),
  ].filter(Boolean);
}

function drawnConflict(text) {
  if (stateOf(text) !== "conflict") return [];
  return [
    make(
      "div",
      { class: "both" },
      make("p", { class: "warning" }, say("told.conflict")),
      make("p", { class: "quiet" }, say("page.theirs")),
      written(target, "div", { class: "text theirs" }, text.now.target || drawnEmpty()),
      make("p", { class: "quiet" }, say("page.yours")),
      make(
        "div",
        { class: "actions" },
        make("button", { type: "button", "data-do": "theirs" }, say("page.take-theirs")),
        make("button", { type: "button", "data-do": "mine" }, say("page.keep-mine")),
      ),
    ),
  ];
}

function drawnStale(text) {
  const { urgent, changes } = text.now;
  const parts = [];
  if (urgent) {
    const what = urgent.map((one) => say(`page.urgent.${one}`)).join(", ");
    parts.push(make("p", { class: "warning" }, say("page.urgent", { what })));
  }
  if (changes) {
    parts.push(make("p", { class: "quiet" }, say("page.then-now")));
    parts.push(written(source, "div", { class: "text changes" }, ...drawnChanges(changes)));
  }
  return parts;
}

function drawnRisk(text) {
  if (!text.risk || text.now.state !== "draft") return [];
  const [score, why] = text.risk;
  const percent = Math.round(100 * score);
  const told = why.length ? say("page.risk.why", { percent, why: why.join(", ") }) : say("page.risk", { percent });
  return [make("p", { class: "risk" }, told)];
}

function drawnFindings(text) {
  if (text.asked !== null && text.asked === shownTarget(text)) return [make("p", { class: "warning", role: "alert" }, say("page.ask")), drawnFound(text.findings ?? [])];
  if (!shownTarget(text).trim()) return [];
  if (text.findings === null) return [make("p", { class: "quiet" }, say("page.findings.waiting"))];
  return text.findings.length ? [drawnFound(text.findings)] : [make("p", { class: "quiet" }, say("page.findings.none"))];
}

const drawnFound = (findings) =>
  make(
    "ul",
    { class: "findings", "aria-label": say("page.findings") },
    ...findings.map((one) =>
      make(
        "li",
        { class: `found-${one.severity}` },
        make("strong", {}, say(`page.severity.${one.severity}`)),
        ` ${one.message} `,
        make("span", { class: "quiet", title: one.reason || null }, one.rule),
      ),
    ),
  );

function drawnHits(text) {
  if (!text.hits?.length) return [];
  return [
    make("p", { class: "quiet" }, say("page.suggestions")),
    make(
      "ol",
      { class: "hits" },
      ...text.hits.map((hit, at) =>
        make(
          "li",
          {},
          make(
            "button",
            { type: "button", "data-do": "take", "data-hit": at },
            say("page.suggestion", { key: `${MAIN} ${at + 1}` }),
          ),
          make("span", { class: "quiet" }, say("page.score", { percent: Math.floor(100 * hit.score) }), " · ", hit.article),
          written(target, "div", { class: "text" }, hit.text),
          hit.score < 1 ? written(source, "div", { class: "changes" }, ...drawnChanges(hit.changes)) : "",
        ),
      ),
    ),
  ];
}

function drawnNotes(at, text) {
  const { note, comments, drafted, imported, reader } = text.now;
  const facts = [say("page.line", { n: sheet.facts[at].line })];
  if (drafted) facts.push(say("page.drafted", { by: drafted }));
  if (imported) facts.push(say("page.imported", { by: imported }));
  if (reader) facts.push(say("page.read-by", { name: reader }));
  const told = (label, lines) =>
    lines?.length ? make("p", { class: "note" }, make("span", { class: "quiet" }, `${say(label)}: `), lines.join(" · ")) : "";
  return [
    told("page.note", note ? note.split("\n").filter((line) => !line.startsWith("urgent: ")) : []),
    told("page.comments", comments),
    make("p", { class: "quiet" }, facts.join(" · ")),
  ];
}

/* How much of the article is reviewed. */
export function drawProgress() {
  const words = {};
  let done = 0;
  sheet.places.forEach((name, at) => {
    const { state } = sheet.texts.get(name).now;
    words[state] = (words[state] ?? 0) + sheet.facts[at].words;
    done += REVIEWED.has(state);
  });
  find("progress").textContent = say("page.reviewed", { reviewed: done, all: sheet.places.length });
  find("bar").replaceChildren(bar(Object.fromEntries(STATES.map((state) => [state, words[state]]))));
}
