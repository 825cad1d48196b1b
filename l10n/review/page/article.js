/* The page of an article: begins it, listens to the pointer, and takes in what others change on the disk. */

import { approveSelected, drawSelected, selectDrafts } from "./batch.js";
import { approve, save, settle, showAgain, touched, undo, work } from "./deciding.js";
import { current, drawAll, field, redraw, rowAt, textAt } from "./drawn.js";
import { checkSoon, take } from "./helping.js";
import { startKeys } from "./keys.js";
import { startPreview } from "./preview.js";
import { nextUnreviewed, startRisk, weigh } from "./risk.js";
import { ask, failed, tell } from "./server.js";
import { at, begin, kept, merge, restore, sheet, stateOf, typed } from "./sheet.js";
import { say } from "./words.js";

const LOOK = 2000;
const DONE = { approve, save, theirs: () => settle("theirs"), mine: () => settle("mine") };

function onInput(event) {
  if (event.target !== field()) return;
  const text = textAt(current.at);
  touched(event);
  const before = stateOf(text);
  typed(text, field().value);
  if (stateOf(text) !== before) redraw(text);
  checkSoon();
}

function onClick(event) {
  const element = event.target;
  const action = element.closest("[data-do]")?.dataset;
  if (action) return action.do === "take" ? take(Number(action.hit)) : DONE[action.do]();
  const row = element.closest(".row");
  if (!row || element.closest(".select")) return;
  const place = Number(row.dataset.at);
  const opening = element.closest(".open") || (place !== current.at && !String(getSelection()));
  if (opening) work(place);
}

function onChange(event) {
  if (!event.target.closest(".select")) return;
  const name = sheet.places[Number(event.target.closest(".row").dataset.at)];
  sheet.selected[event.target.checked ? "add" : "delete"](name);
  drawSelected();
}

/* Look whether others have changed something, and take it in, entry by entry; trouble is told once. */
let trouble = "";

async function look() {
  try {
    const told = document.hidden ? null : await ask(`${at("sheet")}?seen=${sheet.seen}`);
    if (trouble) tell(say("told.back"));
    trouble = "";
    if (told) takeIn(told);
  } catch (error) {
    if (error.message !== trouble) failed(error);
    trouble = error.message;
  }
  setTimeout(look, LOOK);
}

function takeIn(told) {
  const here = textAt(current.at)?.name;
  const inField = document.activeElement === field();
  const { changed, moved } = merge(told);
  if (moved) {
    const found = sheet.places.indexOf(here);
    current.at = -1;
    drawAll();
    work(found >= 0 ? found : nextUnreviewed(-1), { focus: inField });
    offer();
  } else {
    for (const name of changed) {
      showAgain(sheet.texts.get(name));
      redraw(sheet.texts.get(name));
    }
    if (changed.has(here)) checkSoon();
  }
  if (moved || changed.size) weigh();
  if (changed.size || moved) tell(say("told.merged", { n: changed.size }));
}

/* Offer what was typed before a reload; return whether there is any. */
function offer() {
  const { many, lost } = restore();
  find("lost").hidden = lost.length === 0;
  find("lost-list").replaceChildren(
    ...lost.map(({ name, text }) => {
      const forget = make("button", { type: "button" }, say("page.forget"));
      forget.addEventListener("click", () => {
        kept.keep(name, null);
        offer();
      });
      return make("li", {}, make("div", { class: "text" }, text), forget);
    }),
  );
  return many;
}

async function start() {
  begin();
  const many = offer();
  const named = sheet.places.indexOf(location.hash.slice(1));
  const waiting = sheet.places.findIndex((name) => sheet.texts.get(name).mine);
  drawAll();
  drawSelected();
  startKeys();
  startPreview();
  find("texts").addEventListener("click", onClick);
  find("texts").addEventListener("change", onChange);
  find("texts").addEventListener("input", onInput);
  find("undo").addEventListener("click", undo);
  find("select").addEventListener("click", selectDrafts);
  find("approve-selected").addEventListener("click", approveSelected);
  await startRisk();
  work([waiting, named, nextUnreviewed(-1), 0].find((place) => place >= 0));
  if (many) tell(say("told.restored", { n: many }));
  else tell("");
  rowAt(current.at)?.scrollIntoView({ block: "center" });
  setTimeout(look, LOOK);
}

start();
