/* Which text comes next: in the order of the article, or the draft that is likeliest to be wrong. */

import { drawHelp } from "./drawn.js";
import { read, write } from "./kept.js";
import { ask, failed } from "./server.js";
import { at, sheet } from "./sheet.js";
import { REVIEWED } from "./words.js";

const CHOSEN = "l10n:by-risk";
let chosen = false;

/* Choose the one or the other; what was chosen is chosen for the next article too. */
export async function choose(wanted) {
  chosen = wanted;
  write(localStorage, CHOSEN, chosen);
  find("by-risk").setAttribute("aria-pressed", String(chosen));
  if (chosen) await weigh();
}

export const byRisk = () => choose(!chosen);

/* Ask how likely each draft is wrong. */
export async function weigh() {
  if (!chosen) return;
  try {
    const risks = await ask(at("risks"));
    for (const text of sheet.texts.values()) text.risk = risks[text.name] ?? null;
    drawHelp();
  } catch (error) {
    failed(error);
  }
}

const waits = (text) => !REVIEWED.has(text.now.state) || text.mine;

/* How soon a text is to be looked at: what is told wrongly now, then drafts by their risk, then the others. */
function rank(text) {
  if (!chosen || text.now.state === "urgent") return 0;
  return text.now.state === "draft" && text.risk ? 2 - text.risk[0] : 3;
}

/* Where the next text is that nobody has reviewed, from a place on and round; -1 where there is none. */
export function nextUnreviewed(from) {
  const many = sheet.places.length;
  let best = -1;
  let least = Infinity;
  for (let by = 1; by <= many; by += 1) {
    const place = (from + by) % many;
    const text = sheet.texts.get(sheet.places[place]);
    const late = by === many && from >= 0 ? 9 : 0;
    if (waits(text) && rank(text) + late < least) {
      best = place;
      least = rank(text) + late;
    }
    if (best >= 0 && !chosen) break;
  }
  return best;
}

export async function startRisk() {
  find("by-risk").addEventListener("click", byRisk);
  if (read(localStorage, CHOSEN, false)) await choose(true);
}
