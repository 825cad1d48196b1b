/* Asking the server; whether it answers is told once. */

import { say } from "./words.js";

const told = () => document.getElementById("told");
let away = "";

/* Say something to everybody, in a live region. */
export function tell(text) {
  told().textContent = text;
}

function reached(trouble) {
  if (trouble === away) return;
  away = trouble;
  tell(say(trouble || "told.back"));
  document.body.classList.toggle("away", trouble !== "");
}

/* Return the answer as values, null where there is nothing new; throws with the server's own words. */
export async function ask(path, body) {
  const asked =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(path, asked);
  } catch (error) {
    reached("told.gone");
    throw error;
  }
  if (answer.status === 403) {
    reached("told.stranger");
    throw new Error(say("told.stranger"));
  }
  reached("");
  if (answer.status === 204) return null;
  const values = await answer.json();
  if (!answer.ok) throw new Error(`${values.error}. ${values.remedy}`);
  return values;
}

/* Tell what went wrong, unless that was told already. */
export function failed(error) {
  if (!away) tell(say("told.failed", { error: error.message }));
}
