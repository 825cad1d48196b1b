/* The matrix of articles and languages: which rows are in it, in which order, and drawing those that are seen. */

const some = (name) => (cell) => cell !== null && cell.segments[AT[name]] > 0;
const SHOWN = {
  all: ["everything", () => true],
  out: ["what goes out", (cell) => cell !== null && cell.published],
  held: ["what is held", (cell) => cell !== null && !cell.published],
  unread: ["headline or lede not reviewed", (cell) => cell !== null && !(cell.headline && cell.lede)],
  urgent: ["stale, urgent", some("urgent")],
  stale: ["stale", (cell) => some("stale")(cell) || some("urgent")(cell)],
  draft: ["drafts nobody has read", some("draft")],
  risky: [`drafts with a risk of ${RISKY} % or more`, (cell) => cell !== null && cell.risk >= RISKY],
  in_work: ["drafts in work", some("in_work")],
  missing: ["missing texts", some("missing")],
  broken: ["what cannot be read", (cell) => cell === null],
};

const words = (...names) => (cell) => (cell ? sum(names.map((name) => cell.words[AT[name]])) : 0);
const SORTED = {
  article: ["by article", () => 0],
  percent: ["least reviewed first", (cell) => (cell ? -percent(cell.words) : -101)],
  urgent: ["most urgent texts first", (cell) => (cell ? cell.segments[AT.urgent] : 0)],
  stale: ["most stale words first", words("stale", "urgent")],
  missing: ["most missing words first", words("missing")],
  draft: ["most drafted words first", words("draft", "in_work")],
  risk: ["riskiest draft first", (cell) => (cell ? cell.risk : -1)],
};
const MOST = new Set(["percent", "risk"]);

const choice = { query: "", locale: "", show: "all", sort: "article" };
const narrow = window.matchMedia("(max-width: 45rem)");
const EXTRA = 6;

const matrix = { columns: [], rows: [], drawn: new Map(), row: 0, column: 0, height: 80 };

/* The language that alone is shown; none where all are, for which a small screen has no room. */
const alone = () => choice.locale || (narrow.matches ? locales[0].code : "");

function wantedColumns() {
  return locales.map((_, at) => at).filter((at) => ["", locales[at].code].includes(alone()));
}

function chooseRows() {
  const columns = wantedColumns();
  const test = SHOWN[choice.show][1];
  const sought = choice.query.trim().toLowerCase();
  const rows = articles.filter(
    (one) => one.sought.includes(sought) && columns.some((at) => test(one.cells[at])),
  );
  const measure = SORTED[choice.sort][1];
  const together = MOST.has(choice.sort) ? (numbers) => Math.max(...numbers) : sum;
  if (choice.sort !== "article") {
    const weights = new Map(rows.map((one) => [one, together(columns.map((at) => measure(one.cells[at])))]));
    rows.sort((one, two) => weights.get(two) - weights.get(one) || one.at - two.at);
  }
  return { columns, rows };
}

/* Begin anew: after another choice, or where the window is another. */
function drawMatrix() {
  Object.assign(matrix, chooseRows(), { drawn: new Map(), row: 0, column: 0 });
  const grid = find("grid");
  const head = make(
    "div",
    { role: "row", class: "row head", "aria-rowindex": 1 },
    make("span", { role: "columnheader" }, "Article"),
    ...matrix.columns.map((at) => make("span", { role: "columnheader" }, locales[at].name)),
  );
  const body = make("div", { role: "rowgroup", class: "body" });
  grid.replaceChildren(make("div", { role: "rowgroup", class: "top" }, head), body);
  grid.setAttribute("aria-rowcount", matrix.rows.length + 1);
  grid.setAttribute("aria-colcount", matrix.columns.length + 1);
  grid.style.setProperty("--columns", matrix.columns.length);
  grid.hidden = matrix.rows.length === 0;
  matrix.height = parseFloat(getComputedStyle(grid).getPropertyValue("--row"));
  body.style.height = `${matrix.rows.length * matrix.height}px`;
  grid.scrollTop = 0;
  find("count").textContent = matrix.rows.length
    ? `${number.format(matrix.rows.length)} of ${counted(articles.length, "article")}`
    : `None of ${counted(articles.length, "article")}`;
  drawRows();
}

/* Draw the rows that are seen, and the one that has the focus. */
function drawRows() {
  const grid = find("grid");
  const body = grid.lastElementChild;
  const first = Math.max(0, Math.floor(grid.scrollTop / matrix.height) - EXTRA);
  const last = Math.min(matrix.rows.length, Math.ceil((grid.scrollTop + grid.clientHeight) / matrix.height) + EXTRA);
  const wanted = new Set(matrix.rows.length ? [matrix.row] : []);
  for (let at = first; at < last; at += 1) wanted.add(at);
  for (const [at, row] of matrix.drawn) {
    if (!wanted.has(at)) {
      row.remove();
      matrix.drawn.delete(at);
    }
  }
  for (const at of [...wanted].sort((one, two) => one - two)) {
    if (!matrix.drawn.has(at)) {
      const row = drawnRow(at);
      const after = [...matrix.drawn.keys()].filter((one) => one > at);
      body.insertBefore(row, after.length ? matrix.drawn.get(Math.min(...after)) : null);
      matrix.drawn.set(at, row);
    }
  }
}

function drawnRow(at) {
  const article = matrix.rows[at];
  const path = make("span", { class: "path" }, article.path);
  const name = make("button", { type: "button", tabindex: "-1" }, path);
  if (article.title) name.append(written(source, "span", { class: "quiet title" }, article.title));
  const row = make(
    "div",
    { role: "row", class: "row", "aria-rowindex": at + 2 },
    make("div", { role: "rowheader" }, name),
    ...matrix.columns.map((column) => make("div", { role: "gridcell" }, cellButton(article, column))),
  );
  row.style.top = `${at * matrix.height}px`;
  [...row.children].forEach((cell, column) => {
    const button = cell.firstElementChild;
    button.tabIndex = at === matrix.row && column === matrix.column ? 0 : -1;
    button.addEventListener("focus", () => moveTo(at, column));
    button.addEventListener("click", () => {
      const chosen = column ? matrix.columns[column - 1] : (matrix.columns[0] ?? 0);
      location.hash = addressOf(article.path, locales[chosen].code);
    });
  });
  return row;
}

function cellButton(article, column) {
  const cell = article.cells[column];
  const where = `${article.path}, ${locales[column].name}`;
  if (!cell) {
    return make("button", { type: "button", "aria-label": `${where}: cannot be read` }, "cannot be read");
  }
  const share = `${percent(cell.words)} %`;
  const verdict = cell.published ? "goes out" : "held";
  const why = cell.held ? ` (${cell.held})` : "";
  const risk = cell.risk >= 0 ? `; risk of drafts up to ${cell.risk} %` : "";
  const told = `${where}: ${share} reviewed, ${verdict}${why}; ${unread(cell)}; ${breakdown(cell.segments, cell.words)}${risk}`;
  return make(
    "button",
    { type: "button", "aria-label": told, title: told },
    make("span", { class: "line" }, make("strong", {}, share), make("span", { class: `verdict ${verdict === "held" ? "held" : "out"}` }, verdict)),
    bar(cell.words),
    make("span", { class: "quiet note" }, ...prose(cell.held || unread(cell))),
  );
}

function buttonAt(row, column) {
  return matrix.drawn.get(row)?.children[column]?.firstElementChild;
}

/* Let the focus be found in another cell, the one place of the table that Tab stops at. */
function moveTo(row, column) {
  const before = buttonAt(matrix.row, matrix.column);
  if (before) before.tabIndex = -1;
  Object.assign(matrix, { row, column });
  drawRows();
  const button = buttonAt(row, column);
  if (button) button.tabIndex = 0;
}

function reveal(row) {
  const grid = find("grid");
  const top = grid.firstElementChild.offsetHeight;
  const start = row * matrix.height;
  const end = start + matrix.height + top;
  if (start < grid.scrollTop) grid.scrollTop = start;
  else if (end > grid.scrollTop + grid.clientHeight) grid.scrollTop = end - grid.clientHeight;
}

function onGridKey(event) {
  const page = Math.max(1, Math.floor(find("grid").clientHeight / matrix.height) - 1);
  const last = matrix.rows.length - 1;
  const moves = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [page, 0],
    PageUp: [-page, 0],
    Home: event.ctrlKey ? [-last, -matrix.columns.length] : [0, -matrix.columns.length],
    End: event.ctrlKey ? [last, matrix.columns.length] : [0, matrix.columns.length],
  };
  const move = moves[event.key];
  if (!move || event.altKey || event.metaKey) return;
  event.preventDefault();
  const row = Math.min(last, Math.max(0, matrix.row + move[0]));
  const column = Math.min(matrix.columns.length, Math.max(0, matrix.column + move[1]));
  reveal(row);
  moveTo(row, column);
  buttonAt(row, column)?.focus({ preventScroll: true });
}
