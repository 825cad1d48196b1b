/* The article as it would be published, beside the texts; drawn anew when one of them has changed on the disk. */

import { current, rowAt, textAt } from "./drawn.js";
import { read, write } from "./kept.js";
import { at, shownTarget } from "./sheet.js";

const SHOWN = "l10n:preview";
const PAUSE = 200;
/* What of a page can be a text, and how many of its letters tell it from the others. */
const BLOCKS = "main :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, pre)";
const MANY = 40;
let waiting = 0;
/* How far its reader had come. */
let top = 0;

const isShown = () => !find("beside").hidden;

/* Show it, or take it away; what was chosen is chosen for the next article too. */
export function preview() {
  show(!isShown());
  write(localStorage, SHOWN, isShown());
}

function show(wanted) {
  find("beside").hidden = !wanted;
  find("main").classList.toggle("previewed", wanted);
  find("preview").setAttribute("aria-pressed", String(wanted));
  rowAt(current.at)?.scrollIntoView({ block: "center" });
  if (wanted) draw();
}

function draw() {
  const { contentWindow } = find("preview-frame");
  find("preview-told").hidden = false;
  top = contentWindow.scrollY;
  contentWindow.location.replace(at("preview"));
}

function drawn() {
  find("preview-told").hidden = true;
  find("preview-frame").contentWindow.scrollTo(0, top);
  follow();
}

const lettersOf = (text) => text.replace(/[^\p{L}\p{N}]/gu, "").slice(0, MANY);

/* Have the text that is worked on in the middle, where it, or its English in its place, is found by its first letters. */
function follow() {
  const { contentWindow: frame, contentDocument: page } = find("preview-frame");
  const text = textAt(current.at);
  if (!isShown() || !text) return;
  const blocks = [...page.querySelectorAll(BLOCKS)];
  const sought = [shownTarget(text), text.now.target, text.key.text].map(lettersOf).filter(Boolean);
  const [found] = sought.map((letters) => blocks.find((one) => lettersOf(one.textContent) === letters)).filter(Boolean);
  if (!found) return;
  const { top: above, height } = found.getBoundingClientRect();
  frame.scrollTo(0, frame.scrollY + above - Math.max((frame.innerHeight - height) / 2, 0));
}

export function startPreview() {
  find("preview").addEventListener("click", preview);
  find("preview-frame").addEventListener("load", drawn);
  document.addEventListener("renewed", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => isShown() && draw(), PAUSE);
  });
  document.addEventListener("moved", follow);
  if (read(localStorage, SHOWN, false)) show(true);
}
