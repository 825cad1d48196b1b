// Compiles the texts of a JSON list as MDX, runs and renders each with React, and counts what is no plain Markdown.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const from = createRequire(`${folder}/package.json`);
const load = (name) => import(pathToFileURL(from.resolve(name)).href);
const { evaluate } = await load("@mdx-js/mdx");
const { default: gfm } = await load("remark-gfm");
const runtime = await load("react/jsx-runtime");
const { renderToStaticMarkup } = await load("react-dom/server");
const { createElement } = await load("react");

let calls = 0;
globalThis.fired = () => { calls += 1; };
console.error = console.warn = () => {};
process.on("unhandledRejection", () => {});

function count(nodes) {
  return () => (tree) => {
    const walk = (node) => {
      if (node.type.startsWith("mdx")) {
        const names = [node.type, node.name ?? "", ...(node.attributes ?? []).map((one) => one.name ?? "{...}")];
        nodes[names.join(" ")] = (nodes[names.join(" ")] ?? 0) + 1;
      }
      (node.children ?? []).forEach(walk);
    };
    walk(tree);
  };
}

const pages = [];
for (const text of JSON.parse(readFileSync(file, "utf8"))) {
  const nodes = {};
  const page = { nodes, text: "", error: "" };
  calls = 0;
  try {
    const made = await evaluate(text, { ...runtime.default, ...runtime, remarkPlugins: [gfm, count(nodes)] });
    page.text = renderToStaticMarkup(createElement(made.default));
  } catch (error) {
    page.error = String(error).slice(0, 200);
  }
  if (calls) nodes["ran the hook"] = calls;
  pages.push(page);
}
process.stdout.write(JSON.stringify(pages), () => process.exit(0));
