import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
const tokens = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
const blockAfter = (selector: string) => {
  const start = css.indexOf(selector);
  return css.slice(start, css.indexOf("}", start));
};

/** WCAG 2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const themes = {
  light: tokens(blockAfter(":root {")),
  "dark by choice": tokens(blockAfter(':root[data-theme="dark"]')),
  "dark by the system": tokens(blockAfter(':root:not([data-theme="light"])')),
};
const grounds = ["paper", "surface"];
const inks = ["ink", "ink-soft", "tea", "rent", "dividend", "wage", "amber", "seal"];
const text: [string, string][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...["tea", "rent", "dividend", "wage", "amber", "seal"].map((c): [string, string] => [c, `${c}-soft`]),
  ["on-tea", "tea"],
  ["on-tea", "tea-deep"],
  ["on-tea", "seal"],
  ["ink", "tea-soft"],
  ["ink-soft", "tea-soft"],
  ["ink", "amber-soft"],
  ["ink", "seal-soft"],
];

describe.each(Object.entries(themes))("%s", (_, theme) => {
  it.each(text)("text %s on %s passes 4.5:1", (ink, ground) => {
    expect(contrast(theme[ink]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(grounds)("the edge of a control on %s passes 3:1", (ground) => {
    expect(contrast(theme.edge!, theme[ground]!)).toBeGreaterThanOrEqual(3);
  });
});

it("both dark blocks say the same", () => {
  expect(themes["dark by choice"]).toEqual(themes["dark by the system"]);
});
