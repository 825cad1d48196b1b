/* What is shown: the overview, or an article by the address behind `#`. */

const empty = () => new Array(STATES.length).fill(0);

function drawLanguages() {
  const cards = locales.map((one, column) => {
    const cells = articles.map((article) => article.cells[column]).filter(Boolean);
    const segments = empty();
    const words = empty();
    for (const cell of cells) {
      STATES.forEach((_, at) => {
        segments[at] += cell.segments[at];
        words[at] += cell.words[at];
      });
    }
    const out = cells.filter((cell) => cell.published).length;
    const show = (what, label) => {
      const button = make("button", { type: "button" }, label);
      button.addEventListener("click", () => choose({ locale: one.code, show: what }));
      return button;
    };
    return make(
      "li",
      {},
      make("h3", {}, one.name, " ", make("span", { class: "quiet" }, one.code)),
      make("p", { class: "share" }, make("strong", {}, `${percent(words)} %`), " reviewed"),
      bar(words),
      make(
        "p",
        { class: "actions" },
        show("out", `${number.format(out)} ${out === 1 ? "goes" : "go"} out`),
        show("held", `${number.format(cells.length - out)} held`),
        segments[AT.urgent] ? show("urgent", `${counted(segments[AT.urgent], "urgent text")}`) : "",
      ),
      table(segments, words),
    );
  });
  find("languages").replaceChildren(...cards);
  find("legend").replaceChildren(...STATES.map((_, at) => make("li", {}, chip(at))));
}

function drawErrors() {
  find("errors").hidden = given.errors.length === 0;
  find("error-list").replaceChildren(...given.errors.map((error) => make("li", {}, error)));
}

/* Take a choice of a reader into the controls and the matrix. */
function choose(chosen) {
  Object.assign(choice, chosen);
  for (const name of ["query", "show", "sort"]) find(name).value = choice[name];
  find("locale").value = alone();
  find("locale").options[0].hidden = narrow.matches;
  drawMatrix();
}

function startControls() {
  const labelled = (table) => Object.entries(table).map(([value, [label]]) => [value, label]);
  const risks = articles.some((article) => article.cells.some((cell) => cell && cell.risk >= 0));
  const meant = ([value]) => risks || !["risk", "risky"].includes(value);
  choices(find("locale"), [["", "all languages"], ...locales.map((one) => [one.code, one.name])]);
  choices(find("show"), labelled(SHOWN).filter(meant));
  choices(find("sort"), labelled(SORTED).filter(meant));
  find("query").addEventListener("input", () => choose({ query: find("query").value }));
  for (const name of ["locale", "show", "sort"]) {
    find(name).addEventListener("change", () => choose({ [name]: find(name).value }));
  }
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("grid").addEventListener("scroll", () => requestAnimationFrame(drawRows), { passive: true });
  find("grid").addEventListener("keydown", onGridKey);
  narrow.addEventListener("change", () => choose({}));
}

function addressed() {
  const [, code, path] = location.hash.split("/").map(decoded);
  const column = locales.findIndex((one) => one.code === code);
  const at = places.get(path);
  return column >= 0 && at !== undefined ? [articles[at], column] : null;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

let leaving = 0;

function show() {
  const there = addressed();
  const overview = find("overview");
  if (there && !overview.hidden) leaving = window.scrollY;
  overview.hidden = there !== null;
  find("article").hidden = there === null;
  if (there) {
    document.title = `${there[0].path} – Translation coverage`;
    window.scrollTo(0, 0);
    drawArticle(...there);
    return;
  }
  document.title = "Translation coverage";
  if (find("article").hasChildNodes()) {
    find("article").replaceChildren();
    drawRows();
    (buttonAt(matrix.row, matrix.column) ?? find("overview-title")).focus({ preventScroll: true });
    window.scrollTo(0, leaving);
  }
}

startControls();
drawLanguages();
drawErrors();
drawTrends();
choose({});
window.addEventListener("hashchange", show);
show();
