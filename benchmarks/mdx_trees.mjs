// Parses the texts of a JSON list as MDX and prints, for each, the types of its nodes in their order, or the error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const from = createRequire(`${folder}/package.json`);
const load = (name) => import(pathToFileURL(from.resolve(name)).href);
const { createProcessor } = await load("@mdx-js/mdx");
const { default: gfm } = await load("remark-gfm");

const tree = (node, depth) => {
  const names = [node.type, node.name ?? "", node.ordered ?? "", node.depth ?? "", node.lang ?? ""];
  for (const one of node.attributes ?? []) names.push(one.name ?? "{...}");
  if (["code", "inlineCode", "mdxjsEsm", "mdxFlowExpression"].includes(node.type)) names.push(node.value);
  const rows = node.type === "text" ? [] : [" ".repeat(depth) + names.join(" ").trimEnd()];
  for (const child of node.children ?? []) rows.push(...tree(child, depth + 1));
  return rows;
};

const pages = [];
for (const text of JSON.parse(readFileSync(file, "utf8"))) {
  const rows = [];
  try {
    const keep = () => (root) => void rows.push(...tree(root, 0));
    await createProcessor({ remarkPlugins: [gfm, keep] }).process(text.replace(/^---\n[^]*?\n---\n/, ""));
    pages.push({ tree: rows, error: "" });
  } catch (error) {
    pages.push({ tree: rows, error: String(error).slice(0, 200) });
  }
}
process.stdout.write(JSON.stringify(pages), () => process.exit(0));
