/* How much stood where, day by day: one chart a language, and the same as numbers. */

const WIDTH = 320;
const HEIGHT = 120;
const LAYERS = [
  ["human", "reviewed"],
  ["draft", "drafts"],
  ["stale", "stale"],
  ["missing", "missing"],
];

function drawTrends() {
  const told = given.trends.filter(([, points]) => points.length > 1);
  find("trends").hidden = told.length === 0;
  find("layers").replaceChildren(...LAYERS.map(([state, label]) => make("li", {}, swatch(state), label)));
  find("charts").replaceChildren(
    ...told.map(([code, points]) => chart(locales.find((one) => one.code === code), points)),
  );
}

function chart(tongue, points) {
  const days = points.map(([day]) => Date.parse(day));
  const [start, end] = [days[0], days[days.length - 1]];
  const most = Math.max(1, ...points.map(([, ...counts]) => sum(counts)));
  const across = (at) => (WIDTH * (days[at] - start)) / (end - start);
  const up = (words) => HEIGHT - (HEIGHT * words) / most;
  const picture = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": summary(tongue, points), preserveAspectRatio: "none" });
  LAYERS.forEach(([state], layer) => {
    const edge = (upTo) => points.map(([, ...counts], at) => `${across(at).toFixed(1)},${up(sum(counts.slice(0, upTo))).toFixed(1)}`);
    const outline = [...edge(layer), ...edge(layer + 1).reverse()];
    picture.append(draw("polygon", { points: outline.join(" "), class: state }));
  });
  const dates = make("p", { class: "quiet ends" }, make("span", {}, points[0][0]), make("span", {}, points[points.length - 1][0]));
  return make("figure", {}, make("figcaption", {}, make("strong", {}, tongue.name), ` ${summary(tongue, points)}`), picture, dates, numbers(points));
}

function share([, ...counts]) {
  const total = sum(counts);
  return total ? Math.round((100 * counts[0]) / total) : 100;
}

function summary(tongue, points) {
  const last = points[points.length - 1];
  return `${share(points[0])} % reviewed on ${points[0][0]}, ${share(last)} % on ${last[0]}`;
}

function numbers(points) {
  const head = make("tr", {}, ...["day", ...LAYERS.map(([, label]) => label)].map((label) => make("th", { scope: "col" }, label)));
  const rows = points.map(([day, ...counts]) =>
    make("tr", {}, make("th", { scope: "row" }, day), ...counts.map((words) => make("td", {}, number.format(words)))),
  );
  return make("details", {}, make("summary", {}, "As numbers"), make("div", { class: "wide", tabindex: "0" }, make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows))));
}
