/* Approving several texts at once, after a question that says how many of them nobody has had open. */

import { redraw } from "./drawn.js";
import { took } from "./deciding.js";
import { ask, failed, tell } from "./server.js";
import { at, kept, mostUnedited, sheet } from "./sheet.js";
import { REVIEWED, say } from "./words.js";

/* Draw how many are selected. */
export function drawSelected() {
  const button = find("approve-selected");
  button.hidden = sheet.selected.size === 0;
  button.textContent = say("page.approve-selected", { n: sheet.selected.size });
  find("select").textContent = say(sheet.selected.size ? "page.select-none" : "page.select-drafts");
}

/* Select all drafts, or nothing where something is selected. */
export function selectDrafts() {
  const drafts = [...sheet.texts.values()].filter((text) => ["draft", "in_work"].includes(text.now.state));
  const names = sheet.selected.size ? [] : drafts.map((text) => text.name);
  choose(names);
}

function choose(names) {
  sheet.selected = new Set(names);
  sheet.places.forEach((name, place) => {
    document.querySelector(`#text-${place} .select input`).checked = sheet.selected.has(name);
  });
  drawSelected();
}

const wordsOf = (test) => sheet.places.reduce((all, name, place) => all + (test(sheet.texts.get(name)) ? sheet.facts[place].words : 0), 0);

/* Ask, and approve. */
export function approveSelected() {
  const chosen = [...sheet.selected].map((name) => sheet.texts.get(name)).filter((text) => !REVIEWED.has(text.now.state));
  const texts = chosen.filter((text) => text.now.target.trim() && !text.mine);
  const asked = new Set(texts);
  const opened = kept.opened();
  const unopened = texts.filter((text) => !opened.has(text.name + text.now.mark)).length;
  const lines = [say("batch.count", { n: texts.length, words: wordsOf((text) => asked.has(text)) })];
  if (unopened) lines.push(say("batch.unopened", { n: unopened }));
  if (texts.length < chosen.length) lines.push(say("batch.skipped", { n: chosen.length - texts.length }));
  if (mostUnedited < 100) {
    const machine = wordsOf((text) => text.now.state === "accepted" || (asked.has(text) && text.now.state === "draft"));
    const all = wordsOf((text) => REVIEWED.has(text.now.state) || asked.has(text));
    lines.push(say("batch.unedited", { percent: all ? Math.ceil((100 * machine) / all) : 0, most: mostUnedited }));
  }
  confirm(lines, texts, false);
}

function confirm(lines, texts, sure) {
  find("batch-told").replaceChildren(...lines.map((line) => make("p", {}, line)));
  find("batch-yes").disabled = texts.length === 0;
  const dialog = find("batch");
  dialog.returnValue = "";
  dialog.onclose = () => dialog.returnValue === "yes" && send(texts, sure);
  dialog.showModal();
}

async function send(texts, sure) {
  const given = texts.map((text) => ({ key: text.key, mark: text.now.mark, text: text.now.target, approved: true }));
  tell(say("told.busy"));
  try {
    const answer = await ask(at("decide"), { sure, texts: given });
    if (answer.asked) confirm([say("batch.wrong", { n: answer.wrong })], texts, true);
    else settled(texts, given, answer.texts);
  } catch (error) {
    failed(error);
  }
}

function settled(texts, given, answers) {
  const done = answers.filter((answer, one) => took(texts[one], given[one].text, answer)).length;
  const undos = answers.map((answer) => answer.undo).filter(Boolean);
  if (undos.length) kept.done(undos);
  choose([]);
  texts.forEach(redraw);
  const left = texts.length - done;
  tell([say("told.batch", { n: done }), left ? say("told.batch-left", { n: left }) : ""].join(" "));
}
