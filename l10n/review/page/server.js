/* Asking the server, and saying what came of it. */

import { say } from "./words.js";

/* Say something to everybody, in a live region. */
export function tell(text) {
  document.getElementById("told").textContent = text;
}

/* What the server cannot be asked for: it is not there, or another one. */
class Away extends Error {}

/* Return the answer as values, null where there is nothing new; throws with the server's own words. */
export async function ask(path, body) {
  const asked =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(path, asked);
  } catch {
    throw new Away(say("told.gone"));
  }
  if (answer.status === 403) throw new Away(say("told.stranger"));
  if (answer.status === 204) return null;
  const values = await answer.json();
  if (!answer.ok) throw new Error(`${values.error}. ${values.remedy}`);
  return values;
}

/* Tell what went wrong. */
export function failed(error) {
  tell(error instanceof Away ? error.message : say("told.failed", { error: error.message }));
}
