/** What can be told of any page by looking at its elements. Each answers with what is wrong, one line each. */
import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright/test";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** Elements that make the page wider than its window. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    const inner = wide
      .slice(0, 200)
      .filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return inner
      .slice(0, 5)
      .map(
        (element) =>
          `sticks out to ${Math.round(element.getBoundingClientRect().right)}: ${element.outerHTML.slice(0, 160)}`,
      );
  });

/** Boxes that cut off the text in them, other than on purpose with an ellipsis. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        if (!["hidden", "clip"].includes(style.overflowX) && !["hidden", "clip"].includes(style.overflowY))
          return false;
        if (style.textOverflow === "ellipsis" || element.clientWidth <= 1 || !element.checkVisibility())
          return false;
        if (element.closest("svg, .sr-only") || !element.innerText?.trim()) return false;
        return (
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
        );
      })
      .slice(0, 5)
      .map((element) => `cuts off its text: ${element.outerHTML.slice(0, 160)}`),
  );

/** Sentences in a column so narrow that a line holds only a word or two. */
export const squeezed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("p, dd, dt, li, td, span, h1, h2, h3, label, a")]
      .filter((element) => {
        const said = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .reduce((all, node) => all + (node.textContent ?? "").trim().length, 0);
        if (said < 12 || element.closest("svg, .sr-only") || !element.checkVisibility()) return false;
        const em = Number.parseFloat(getComputedStyle(element).fontSize);
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && width < 4 * em && height > 4 * em;
      })
      .slice(0, 5)
      .map((element) => `squeezed: ${element.outerHTML.slice(0, 160)}`),
  );

/** Links, buttons and fields less than 44 px high or wide; links within a sentence may be as high as its line. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 43.5;
    const inSentence = (element: Element) =>
      getComputedStyle(element).display === "inline" &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
    const targets = document.querySelectorAll<HTMLElement>(
      "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [role=tab], [role=slider]",
    );
    return [...targets]
      .filter((element) => !element.closest("svg") && element.checkVisibility({ visibilityProperty: true }))
      .flatMap((element) => {
        const box = (element.closest("label") ?? element).getBoundingClientRect();
        // Off the page until it has the focus, or only there for screen readers.
        if (box.bottom <= 0 || box.width <= 1 || (box.height >= least && box.width >= least)) return [];
        if (inSentence(element)) return [];
        return [
          `${Math.round(box.width)} × ${Math.round(box.height)} px: ${element.outerHTML.slice(0, 160)}`,
        ];
      })
      .slice(0, 8);
  });

/** Every text a page shows or says, with where it stands; what is marked as a name or another language left out. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own = document.documentElement.lang;
    const skipped = (element: Element | null) => {
      const lang = element?.closest("[lang]")?.getAttribute("lang");
      return (
        !element ||
        Boolean(element.closest("script, style, noscript, [translate=no]")) ||
        (lang !== null && lang !== own)
      );
    };
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!skipped(node.parentElement)) texts.push(node.textContent ?? "");
    for (const element of document.body.querySelectorAll(
      "[aria-label], [alt], [title], [placeholder], [data-label]",
    ))
      for (const name of ["aria-label", "alt", "title", "placeholder", "data-label"])
        if (!skipped(element)) texts.push(element.getAttribute(name) ?? "");
    return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  });

const leaves = (part: unknown): string[] =>
  typeof part === "string"
    ? [part]
    : part && typeof part === "object"
      ? Object.values(part).flatMap(leaves)
      : [];
const chinese = /[\u3400-\u9fff]/;
const zhLeaves = leaves(dictionary("zh")).filter((text) => chinese.test(text));
const zhSentences = zhLeaves.filter((text) => text.length >= 8);
// The county's own name is a name.
const zhWords = new Set(zhLeaves.filter((text) => text !== dictionary("zh").frame.county));

/**
 * Text of the other language. Names of people, places, enterprises and projects stay Chinese in English; in
 * Chinese nothing has two letters in a row but codes with digits in them.
 */
export async function untranslated(page: Page, locale: Locale): Promise<string[]> {
  const texts = await textsOf(page);
  const broken = texts.filter((text) => /\b(undefined|NaN|null)\b|\[object /.test(text));
  const foreign =
    locale === "zh"
      ? texts.filter((text) => /[A-Za-z]{2,}/.test(text.replace(/\b(?=\w*\d)\w+\b/g, "")))
      : texts.filter((text) => zhWords.has(text) || zhSentences.some((sentence) => text.includes(sentence)));
  return [...broken, ...foreign].map((text) => `untranslated: ${text.slice(0, 120)}`);
}

/** Controls without a name in the accessibility tree, and anything that moves although less motion was asked for. */
export async function unnamedOrMoving(page: Page): Promise<string[]> {
  const tree = await page.locator("body").ariaSnapshot();
  const named =
    /^\s*- (?:button|link|textbox|combobox|checkbox|radio|slider|searchbox|spinbutton)(?: "| \/|:.*\S)/;
  const control = /^\s*- (?:button|link|textbox|combobox|checkbox|radio|slider|searchbox|spinbutton)\b/;
  const unnamed = tree.split("\n").filter((line) => control.test(line) && !named.test(line));
  const moving = await page.evaluate(() => document.getAnimations().length);
  return [
    ...unnamed.slice(0, 5).map((line) => `no name: ${line.trim()}`),
    ...(moving > 0 ? [`${moving} things move`] : []),
  ];
}

/** Ids that stand twice: a label, a link or a description then means the wrong one. */
export const twiceNamed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `two of #${id}`);
  });

/** Rows of a list are made alike: axe, whose time grows with what stands there, reads the first so many of each. */
const rowsRead = 12;

/**
 * axe is put into a page once and run there. Its package for Playwright puts it in four times a reading and
 * joins the answers in a second page, for frames of other origins, which we have none of: three times as long.
 */
const axeScript = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds, of every impact. */
export async function axe(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeScript);
  return page.evaluate(
    async ({ exclude, options }) => {
      const run = (
        window as unknown as { axe: { run(context: object, options: RunOptions): Promise<AxeResults> } }
      ).axe.run;
      const { violations } = await run({ exclude }, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `axe ${id}: ${node.html.slice(0, 160)}`),
      );
    },
    {
      exclude: [`tbody > tr:nth-child(n + ${rowsRead + 1})`, `ul > li:nth-child(n + ${rowsRead + 1})`].map(
        (selector) => [selector],
      ),
      options: {
        resultTypes: ["violations"],
        // Where an element stands is told by its HTML; a selector that names it alone is looked for at length.
        selectors: false,
        ...(only && { runOnly: { type: "rule", values: only } }),
      } satisfies RunOptions as RunOptions,
    },
  );
}
