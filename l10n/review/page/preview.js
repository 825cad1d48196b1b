/* The article as it would be published, beside the texts; drawn anew when one of them has changed on the disk. */

import { at } from "./sheet.js";

const SHOWN = "l10n:preview";
const PAUSE = 200;
let waiting = 0;
/* How far its reader had come. */
let top = 0;

const isShown = () => !find("beside").hidden;

/* Show it, or take it away; what was chosen is chosen for the next article too. */
export function preview() {
  show(!isShown());
  try {
    localStorage.setItem(SHOWN, isShown() ? "1" : "");
  } catch {
    /* The store is full or forbidden: it is chosen anew. */
  }
}

function show(wanted) {
  find("beside").hidden = !wanted;
  find("main").classList.toggle("previewed", wanted);
  find("preview").setAttribute("aria-pressed", String(wanted));
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
}

export function startPreview() {
  find("preview").addEventListener("click", preview);
  find("preview-frame").addEventListener("load", drawn);
  document.addEventListener("renewed", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => isShown() && draw(), PAUSE);
  });
  let wanted = "";
  try {
    wanted = localStorage.getItem(SHOWN);
  } catch {
    /* It is forbidden: nothing was chosen. */
  }
  if (wanted) show(true);
}
