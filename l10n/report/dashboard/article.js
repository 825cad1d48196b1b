/* One article in one language: its texts beside their sources. */

const loaded = new Map();
const waiting = new Map();
const policy = window.trustedTypes?.createPolicy("l10n", { createScriptURL: (address) => address });

/* Called by the files beside the page, each with its own name. */
window.l10nTexts = (name, texts) => waiting.get(name)?.(texts);

/* Return the texts of an article, now or when its file has come. */
function textsOf(at) {
  if (!given.folder) return Promise.resolve(given.texts[at]);
  if (!loaded.has(at)) loaded.set(at, fromFile(given.files[at]));
  return loaded.get(at);
}

function fromFile(file) {
  const name = file.replace(/\.js$/, "");
  const address = `${encodeURIComponent(given.folder)}/${file}`;
  return new Promise((resolve, reject) => {
    const script = make("script", {});
    const done = (settle) => (value) => {
      waiting.delete(name);
      script.remove();
      settle(value);
    };
    waiting.set(name, done(resolve));
    script.addEventListener("error", done(() => reject(new Error(`${given.folder}/${file} is not beside this page`))));
    script.src = policy ? policy.createScriptURL(address) : address;
    document.head.append(script);
  });
}

/* By the names of `Shown`. */
const READ = {
  reviewed: "this text",
  draft: "this text, and are told that a machine wrote it",
  "last-approved": "this text, and are told that it is older than the English",
  "english-marked": "the English, and are told so",
  english: "the English",
};
const RISKS = [
  ["0", "any risk"],
  ["20", "risk of 20 % or more"],
  ["50", "risk of 50 % or more"],
];
const shownTexts = { state: "", risk: "0" };

const addressOf = (path, code) => `#/${encodeURIComponent(code)}/${encodeURIComponent(path)}`;

async function drawArticle(article, column) {
  const view = find("article");
  const cell = article.cells[column];
  const title = make("h1", { tabindex: "-1", class: "path" }, article.path);
  const parts = [make("p", {}, make("a", { href: "#" }, "← All articles")), title];
  if (article.title) parts.push(written(source, "p", { class: "headline" }, article.title));
  parts.push(languageLinks(article, column));
  if (cell) parts.push(verdictOf(cell));
  const place = make("div", { "aria-busy": "true" }, make("p", { role: "status" }, "Loading the texts …"));
  view.replaceChildren(...parts, place);
  title.focus();
  try {
    const texts = await textsOf(article.at);
    if (place.isConnected) drawTexts(place, texts, locales[column], cell);
  } catch (error) {
    place.replaceChildren(make("p", { role: "alert" }, `The texts cannot be shown: ${error.message}. Make the page again.`));
    loaded.delete(article.at);
  }
  place.removeAttribute("aria-busy");
}

function languageLinks(article, column) {
  const links = locales.map((one, at) => {
    const cell = article.cells[at];
    const told = cell ? `${percent(cell.words)} %` : "cannot be read";
    return make(
      "a",
      { href: addressOf(article.path, one.code), "aria-current": at === column ? "page" : null },
      `${one.name} `,
      make("span", { class: "quiet" }, told),
    );
  });
  return make("nav", { class: "tabs", "aria-label": "Languages of the article" }, ...links);
}

function verdictOf(cell) {
  return make(
    "div",
    { class: "summary" },
    make("p", {}, make("strong", { class: cell.published ? "out" : "held" }, cell.published ? "Goes out with the next build." : "Held: "), ...prose(cell.held)),
    make("p", {}, `${percent(cell.words)} % reviewed; ${unread(cell)}.`),
    bar(cell.words),
    table(cell.segments, cell.words),
  );
}

function drawTexts(place, told, tongue, cell) {
  const here = told.locales.find(([code]) => code === tongue.code);
  if (!here || !cell) {
    place.replaceChildren(make("p", {}, "The texts in this language cannot be read."));
    return;
  }
  const rows = here[1].texts.map((text, at) => ({ text, source: told.source[at], danger: cell.risks.get(at) }));
  const states = STATES.filter((state) => rows.some((row) => row.text.state === state.name));
  const state = make("select", {});
  choices(state, [["", "every state"], ...states.map((one) => [one.name, one.label])]);
  const risk = make("select", {});
  choices(risk, RISKS);
  state.value = states.some((one) => one.name === shownTexts.state) ? shownTexts.state : "";
  risk.value = shownTexts.risk;
  const count = make("p", { class: "quiet", role: "status" });
  const list = make("ol", { class: "texts" });
  const refresh = () => {
    Object.assign(shownTexts, { state: state.value, risk: risk.value });
    const wanted = rows.filter(
      ({ text, danger }) => (!state.value || text.state === state.value) && (danger?.risk ?? 0) >= Number(risk.value),
    );
    count.textContent = `${number.format(wanted.length)} of ${counted(rows.length, "text")}`;
    list.replaceChildren(...wanted.map((row) => drawnText(row, tongue, here[1].held)));
  };
  state.addEventListener("change", refresh);
  risk.addEventListener("change", refresh);
  const filters = make(
    "form",
    { class: "filters", "aria-label": "Texts" },
    make("label", {}, "State ", state),
    cell.risks.size ? make("label", {}, "Risk ", risk) : "",
  );
  place.replaceChildren(filters, count, list);
  refresh();
}

function drawnText({ text, danger, source: [line, kind, prominence, many, english] }, tongue, held) {
  const lede = prominence === "lede" ? "lede, " : "";
  const facts = [`${lede}${kind}`, `line ${line}`, counted(many, "word")];
  if (text.from) facts.push(text.from);
  if (text.reviewer) facts.push(`read by ${text.reviewer}`);
  const head = make("p", { class: "facts" }, chip(AT[text.state]), " ", make("span", { class: "quiet" }, facts.join(" · ")));
  const item = make("li", {}, head);
  if (text.urgent) item.append(make("p", { class: "warning" }, `Urgent: ${text.urgent.map((what) => `a ${what}`).join(" and ")} of the English changed.`));
  if (danger) item.append(riskOf(danger));
  item.append(
    make(
      "div",
      { class: "pair" },
      written(source, "div", { class: "text" }, ...(text.changes ? drawnChanges(text.changes) : [english])),
      text.text
        ? written(tongue, "div", { class: "text" }, text.text)
        : written(tongue, "div", { class: "text" }, make("span", { class: "quiet", lang: "en", dir: "ltr" }, "no text")),
    ),
    make("p", { class: "quiet" }, `${held ? "Once it goes out, readers get" : "Readers get"} ${READ[text.shown] ?? text.shown}: ${text.why}.`),
  );
  return item;
}

function riskOf({ risk, signs }) {
  const level = risk >= RISKY ? "high" : risk >= 20 ? "middling" : "low";
  const told = signs.length ? `: ${signs.join(", ")}` : "";
  return make("p", { class: level === "high" ? "warning" : "quiet" }, `Risk ${risk} %, ${level}${told}.`);
}

function drawnChanges(changes) {
  const names = { old: ["del", "was: "], new: ["ins", "now: "] };
  const drawn = changes.map(([side, text]) => {
    if (!names[side]) return text;
    const [name, said] = names[side];
    return make(name, {}, make("span", { class: "unseen" }, said), text);
  });
  return [make("span", { class: "quiet label" }, "The English then and now"), ...drawn];
}
