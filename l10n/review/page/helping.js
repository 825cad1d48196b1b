/* What helps with the text that is worked on: what the checks say of it as it is typed, and what the memory has. */

import { current, drawHelp, field, textAt } from "./drawn.js";
import { ask, failed } from "./server.js";
import { at } from "./sheet.js";

const PAUSE = 400;
let waiting = 0;

/* Have the text in the field checked when its typing pauses; nothing waits for the answer. */
export function checkSoon(pause = PAUSE) {
  clearTimeout(waiting);
  waiting = setTimeout(check, pause);
}

async function check() {
  const text = textAt(current.at);
  const value = field()?.value;
  if (!text || value === undefined) return;
  try {
    const findings = await ask(at("judge"), { name: text.name, text: value });
    if (textAt(current.at) !== text || field()?.value !== value) return;
    Object.assign(text, { findings, judged: value });
    drawHelp();
  } catch (error) {
    failed(error);
  }
}

/* Look for what is like a text, once. */
export async function suggest(text) {
  if (text.hits) return;
  try {
    text.hits = await ask(at("memory"), { name: text.name, source: text.key.text });
    if (textAt(current.at) === text) drawHelp();
  } catch (error) {
    failed(error);
  }
}

/* Put a text into the field as if it were typed, so that the field itself can undo it. */
export function insert(value) {
  const area = field();
  area.focus();
  area.select();
  if (!document.execCommand("insertText", false, value)) {
    area.value = value;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function take(hit) {
  const found = textAt(current.at)?.hits?.[hit];
  if (found && field()) insert(found.text);
}
