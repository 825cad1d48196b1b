/* The keyboard. While a letter is put together (Hangul, Kana, a dead key) no key means anything else. */

import { approve, save, step, undo, untouched } from "./deciding.js";
import { current, field, rowAt } from "./drawn.js";
import { take } from "./helping.js";
import { say } from "./words.js";

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const MAIN = MAC ? "⌘" : "Ctrl";
const ALT = MAC ? "⌥" : "Alt";

/* Keys as they are shown, and what they do. */
const SHOWN = [
  [`${MAIN} + Enter`, "keys.approve"],
  [`${MAIN} + S`, "keys.save"],
  [`${ALT} + ↑, ${ALT} + ↓`, "keys.move"],
  [`${MAIN} + 1 … 3`, "keys.take"],
  [`${MAIN} + Z`, "keys.undo"],
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

/* Return what a key means here; nothing for one that belongs to the field or the browser. */
function meant(event) {
  const main = (MAC ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
  const inField = event.target === field();
  if (main && event.key === "Enter") return approve;
  if (main && event.key.toLowerCase() === "s") return save;
  if (main && /^[123]$/.test(event.key)) return () => take(Number(event.key) - 1);
  if (main && event.key.toLowerCase() === "z" && (inField ? untouched() : !typing(event.target))) return undo;
  if (event.altKey && !event.ctrlKey && !event.metaKey && event.key === "ArrowDown") return () => step(1);
  if (event.altKey && !event.ctrlKey && !event.metaKey && event.key === "ArrowUp") return () => step(-1);
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
