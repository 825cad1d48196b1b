/* What the page says to people. */

const WORDS = JSON.parse(document.getElementById("words").textContent);
export const number = new Intl.NumberFormat(document.documentElement.lang);

/* Return a text by its name; what a file calls something that nobody has foreseen is shown as it is. */
export function say(name, values = {}) {
  const shown = (value) => (typeof value === "number" ? number.format(value) : value);
  return (WORDS[name] ?? name.split(".").at(-1)).replace(/\{(\w+)\}/g, (_, key) => shown(values[key]));
}

/* How keys are called here. */
export const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
export const MAIN = MAC ? "⌘" : "Ctrl";
export const ALT = MAC ? "⌥" : "Alt";

/* In the order of `Substate`. */
export const STATES = ["accepted", "edited", "human", "draft", "in_work", "urgent", "stale", "missing"];
export const REVIEWED = new Set(["accepted", "edited", "human"]);

/* The colour of a state with its name. */
export const chip = (state) =>
  make("span", { class: "chip" }, swatch(state), say(`state.${state}`));

/* How many words there are of each state, as a bar. */
export function bar(words) {
  const parts = STATES.filter((state) => words[state]).map((state) => {
    const part = make("span", { class: state });
    part.style.flexGrow = words[state];
    return part;
  });
  return make("span", { class: "bar", "aria-hidden": "true" }, ...parts);
}

/* A text in a language, given as [code, name, tag, direction]. */
export const tongue = ([, name, tag, direction]) => ({ name, tag, direction });

/* Two texts as one, with what only one of them has. */
export function drawnChanges(changes) {
  const names = { old: ["del", "page.was"], new: ["ins", "page.now"] };
  return changes.map(([side, text]) => {
    if (!names[side]) return text;
    const [name, said] = names[side];
    return make(name, {}, make("span", { class: "unseen" }, say(said)), text);
  });
}
