/* The keyboard. While a letter is put together (Hangul, Kana, a dead key) no key means anything else. */

import { approve, save, step, undo, untouched } from "./deciding.js";
import { current, field, rowAt } from "./drawn.js";
import { take } from "./helping.js";
import { preview } from "./preview.js";
import { byRisk } from "./risk.js";
import { ALT, MAC, MAIN, say } from "./words.js";

/* Keys as they are shown, and what they do. */
const SHOWN = [
  [`${MAIN} + Enter`, "keys.approve"],
  [`${MAIN} + S`, "keys.save"],
  [`${ALT} + ↑, ${ALT} + ↓`, "keys.move"],
  [`${MAIN} + 1 … 3`, "keys.take"],
  [`${MAIN} + Z`, "keys.undo"],
  [`${ALT} + P`, "keys.preview"],
  [`${ALT} + R`, "keys.risk"],
  ["Esc", "keys.leave"],
  ["?", "keys.help"],
];

export const composing = (event) => event.isComposing || event.keyCode === 229;
const typing = (element) => element.matches?.("textarea, input:not([type=checkbox]), select");

function onKey(event) {
  if (composing(event) || document.querySelector("dialog[open]")) return;
  const act = meant(event);
  if (!act) return;
  event.preventDefault();
  act();
}

/* Whether it is the key of a letter, on a keyboard without such a letter by where it lies: Hangul, Cyrillic. */
const isKey = (event, letter) =>
  /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === letter : event.code === `Key${letter.toUpperCase()}`;
const digitOf = (event) => Number(/^[123]$/.exec(event.key)?.[0] ?? /^Digit([123])$/.exec(event.code)?.[1] ?? 0);

/* Return what a key means here; nothing for one that belongs to the field or the browser. */
function meant(event) {
  const main = (MAC ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
  const inField = event.target === field();
  if (main && event.key === "Enter") return approve;
  if (main && isKey(event, "s")) return save;
  if (main && digitOf(event)) return () => take(digitOf(event) - 1);
  if (main && isKey(event, "z") && (inField ? untouched() : !typing(event.target))) return undo;
  const alt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (alt && event.key === "ArrowDown") return () => step(1);
  if (alt && event.key === "ArrowUp") return () => step(-1);
  if (alt && isKey(event, "p")) return preview;
  if (alt && isKey(event, "r")) return byRisk;
  if (event.key === "Escape" && inField) return () => rowAt(current.at).querySelector(".open").focus();
  if (event.key === "?" && !typing(event.target)) return showKeys;
  return null;
}

export function showKeys() {
  find("keys-list").showModal();
}

export function startKeys() {
  find("key-rows").replaceChildren(
    ...SHOWN.flatMap(([keys, what]) => [make("dt", {}, make("kbd", {}, keys)), make("dd", {}, say(what))]),
  );
  find("keys").addEventListener("click", showKeys);
  document.addEventListener("keydown", onKey);
}
