/**
 * What runs in the page to be read: it goes where its source goes, tells where a person scrolls it, and leads from a paragraph to its
 * place. The browser runs it, whose types are not ours, so it is a text.
 */

/** What the script tells. */
export type FromPaper =
  /** It has begun, and is to be told where the source is. */
  | { readonly begun: true }
  /** The line of the source that a person has scrolled to, not always a whole one. */
  | { readonly line: number }
  /** The place that a person wants to see, and its page where that is not the source. */
  | { readonly show: readonly [line: number, character: number]; readonly page?: string };

/** What the script is told: the first line of the source that is in sight. */
export interface ToPaper {
  readonly line: number;
}

export const SCRIPT = `
const host = acquireVsCodeApi();
const articles = [...document.querySelectorAll("article")];
const [LINE, Y] = [0, 1];

/** Lines of an article, each with its place from the top: of its paragraphs, where these stand below one another, else its ends. */
function marksOf(article) {
  const { top, bottom } = article.getBoundingClientRect();
  const first = [Number(article.dataset.first), top + scrollY];
  const last = [Number(article.dataset.last) + 1, bottom + scrollY];
  const inner = [...article.querySelectorAll(".text [data-line]:not([data-page])")].map((node) => [
    Number(node.dataset.line),
    node.getBoundingClientRect().top + scrollY,
  ]);
  const all = [first, ...inner, last];
  const rise = all.every((mark, n) => n === 0 || (mark[LINE] >= all[n - 1][LINE] && mark[Y] >= all[n - 1][Y]));
  return rise ? all : [first, last];
}

/** What belongs to a value between two marks. */
function between(marks, from, to, value) {
  const next = marks.findIndex((mark) => mark[from] > value);
  if (next < 0) return marks.at(-1)[to];
  if (next === 0) return marks[0][to];
  const [before, after] = [marks[next - 1], marks[next]];
  return before[to] + ((after[to] - before[to]) * (value - before[from])) / (after[from] - before[from]);
}

function articleAt(line) {
  const begun = articles.filter(({ dataset }) => Number(dataset.first) <= line);
  begun.sort((a, b) => a.dataset.first - b.dataset.first);
  return begun.findLast(({ dataset }) => line <= Number(dataset.last)) ?? begun.at(-1) ?? articles[0];
}

/** Whether a person scrolls here: it scrolls too where the source leads it, and when it is set anew. */
let byPerson = false;
for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
  addEventListener(kind, () => { byPerson = true; }, { passive: true });

addEventListener("message", ({ data: { line } }) => {
  byPerson = false;
  if (articles.length > 0) scrollTo(0, line === 0 ? 0 : between(marksOf(articleAt(line)), LINE, Y, line));
});

addEventListener("scroll", () => {
  if (!byPerson || articles.length === 0) return;
  const article = articles.findLast((one) => one.getBoundingClientRect().top <= 1);
  host.postMessage({ line: article ? between(marksOf(article), Y, LINE, scrollY) : 0 });
});

addEventListener("click", ({ target }) => {
  const place = target.closest("[data-line]");
  // Links lead by themselves, and who marks words wants to copy them.
  if (!place || target.closest("a") || !getSelection().isCollapsed) return;
  const { page, line, character } = place.dataset;
  host.postMessage({ page, show: [Number(line), Number(character)] });
});

host.postMessage({ begun: true });
`;
