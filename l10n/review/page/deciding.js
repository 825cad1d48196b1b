/* What a person decides: approving, saving, undoing; and which text comes next. */

import { current, drawnRow, field, redraw, rowAt, textAt } from "./drawn.js";
import { checkSoon, insert, suggest } from "./helping.js";
import { nextUnreviewed } from "./risk.js";
import { ask, failed, tell } from "./server.js";
import { at, claim, kept, put, renew, sheet, stateOf, typed } from "./sheet.js";
import { say } from "./words.js";

let saving = false;
/* What was in the field when it had nothing of its own that it could undo, and whether that is so. */
let begun = "";
let pristine = true;

export const untouched = () => pristine;

export function touched(event) {
  pristine = event.inputType === "historyUndo" && field().value === begun;
  textAt(current.at).asked = null;
}

function beginField() {
  begun = field().value;
  pristine = true;
}

/* Work on the text at a place: it stands in the middle, with its neighbours around it. */
export function work(place, { focus = true } = {}) {
  if (place < 0 || place >= sheet.places.length) return;
  const before = current.at;
  current.at = place;
  if (before >= 0 && before !== place) rowAt(before)?.replaceWith(drawnRow(before));
  if (before !== place || !field()) rowAt(place).replaceWith(drawnRow(place));
  const text = textAt(place);
  if (before !== place) beginField();
  kept.open(text.name, text.now.mark);
  rowAt(place).scrollIntoView({ block: "center" });
  if (focus) {
    field().focus({ preventScroll: true });
    field().setSelectionRange(field().value.length, field().value.length);
  }
  history.replaceState(null, "", `#${text.name}`);
  document.dispatchEvent(new Event("moved"));
  if (text.findings === null) checkSoon(150);
  suggest(text);
}

export const step = (by) => work(Math.min(Math.max(current.at + by, 0), sheet.places.length - 1));

export const approve = () => decide(true);
export const save = () => decide(false);

async function decide(approved) {
  const text = textAt(current.at);
  if (!text || saving) return;
  const value = field().value;
  if (approved && !value.trim()) return tell(say("told.empty"));
  if (!approved && !text.mine) return tell(say("told.same"));
  saving = true;
  tell(say("told.busy"));
  try {
    const mark = text.mine?.mark ?? text.now.mark;
    const sure = text.asked === value || isFlawless(text, value);
    const answer = await ask(at("decide"), { sure, texts: [{ key: text.key, mark, text: value, approved }] });
    settled(text, value, approved, answer);
  } catch (error) {
    failed(error);
  } finally {
    saving = false;
  }
}

/* Whether the checks have spoken about just this text, and have found no error. */
const isFlawless = (text, value) => text.judged === value && text.findings?.every((one) => one.severity !== "error") === true;

function settled(text, value, approved, answer) {
  if (answer.asked) {
    Object.assign(text, { asked: value, findings: answer.asked });
    redraw(text);
    return tell(say("page.ask"));
  }
  text.asked = null;
  const [done] = answer.texts;
  if (!took(text, value, done)) return tell(say(text.mine ? "told.conflict" : "told.changed"));
  if (done.undo) kept.done([done.undo]);
  if (textAt(current.at) === text && !text.mine) beginField();
  redraw(text);
  tell(say(approved ? "told.approved" : "told.saved"));
  if (approved && textAt(current.at) === text && !text.mine) goOn();
}

/* Take what came of a decision about a text; what was typed since is still not saved. */
export function took(text, value, answer) {
  if (!answer.now) return false;
  if (!answer.done) {
    typed(text, value);
    renew(text, answer.now);
    showAgain(text);
    redraw(text);
    return false;
  }
  const typing = textAt(current.at) === text ? field()?.value : undefined;
  put(text, typing !== undefined && typing !== value ? { mark: answer.now.mark, text: typing } : null);
  renew(text, answer.now);
  return true;
}

function goOn() {
  const place = nextUnreviewed(current.at);
  if (place >= 0) return work(place);
  beginField();
  tell(say("told.finished"));
  find("title").focus({ preventScroll: true });
}

/* Undo what was decided last, here and on the disk. */
export async function undo() {
  const entries = kept.undos().at(-1);
  if (!entries) return tell(say("told.nothing-to-undo"));
  if (saving) return;
  saving = true;
  try {
    const { texts: answers } = await ask(at("undo"), { texts: entries });
    kept.undone();
    let failedOnes = 0;
    let place = -1;
    answers.forEach((answer, one) => {
      failedOnes += !answer.done;
      const found = sheet.places.findIndex((name) => same(sheet.texts.get(name).key, entries[one].key));
      if (found < 0 || !answer.now) return;
      const text = textAt(found);
      renew(text, answer.now);
      if (text.mine && answer.done) claim(text);
      showAgain(text);
      text.findings = null;
      redraw(text);
      if (place < 0) place = found;
    });
    if (place >= 0) work(place);
    tell(say(failedOnes ? "told.not-undone" : "told.undone"));
  } catch (error) {
    failed(error);
  } finally {
    saving = false;
  }
}

const same = (one, two) => one.text === two.text && one.context === two.context;

/* Show in the field what a text is now, where nothing is typed in it. */
export function showAgain(text) {
  if (textAt(current.at) === text && field() && !text.mine) {
    field().value = text.now.target;
    beginField();
  }
}

/* Settle a text that was changed by both. */
export function settle(name) {
  const text = textAt(current.at);
  if (!text || stateOf(text) !== "conflict") return;
  if (name === "mine") claim(text);
  else {
    const theirs = text.now.target;
    claim(text);
    insert(theirs);
    put(text, null);
  }
  redraw(text);
  field().focus();
  checkSoon(0);
}
