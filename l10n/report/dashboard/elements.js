/* Elements. Whatever comes from the data goes in as text, and styles go in by properties, as the policy asks. */

const find = (id) => document.getElementById(id);

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

function draw(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/* A text in a language, with its direction. */
const written = (tongue, name, attributes, ...children) =>
  make(name, { ...attributes, lang: tongue.tag, dir: tongue.direction }, ...children);

const swatch = (state) => make("span", { class: `swatch ${state}`, "aria-hidden": "true" });

const chip = (at) => make("span", { class: "chip" }, swatch(STATES[at].name), STATES[at].label);

/* What stands between backticks is code. */
const prose = (text) => text.split("`").map((part, at) => (at % 2 ? make("code", {}, part) : part));

/* How many words there are of each state, one a line; how many texts is told to the pointer. */
function table(segments, words) {
  const rows = STATES.map((_, at) => at).filter((at) => segments[at]);
  return make(
    "ul",
    { class: "states" },
    ...rows.map((at) =>
      make("li", { title: counted(segments[at], "text") }, chip(at), make("span", {}, counted(words[at], "word"))),
    ),
  );
}

function bar(words) {
  const parts = STATES.map((state, at) => {
    const part = make("span", { class: state.name });
    part.style.flexGrow = words[at];
    return part;
  }).filter((_, at) => words[at]);
  return make("span", { class: "bar", "aria-hidden": "true" }, ...parts);
}

function choices(select, options) {
  select.replaceChildren(...options.map(([value, label]) => make("option", { value }, label)));
}
