import { describe, expect, it } from "vitest";
import * as lists from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

const zh = dictionary("zh");
const en = dictionary("en");

/** Every sentence of a dictionary with its path; functions are asked with something that suits any of them. */
function sentences(part: unknown, path = ""): [string, string][] {
  if (typeof part === "string") return [[path, part]];
  if (Array.isArray(part)) return part.flatMap((p, i) => sentences(p, `${path}.${i}`));
  if (part && typeof part === "object")
    return Object.entries(part).flatMap(([key, p]) => sentences(p, path ? `${path}.${key}` : key));
  return [];
}
/** Without codes given as examples: words of letters and digits mixed. */
const withoutCodes = (text: string) => text.replace(/\b(?=\w*\d)\w+\b/g, "");
const paths = (part: unknown, path = ""): string[] =>
  part && typeof part === "object"
    ? Object.entries(part).flatMap(([key, p]) => paths(p, `${path}.${key}`))
    : [`${path}:${typeof part}`];

describe("the dictionaries", () => {
  it("say the same things", () => {
    expect(paths(en).sort()).toEqual(paths(zh).sort());
  });
  it("leave nothing empty", () => {
    for (const [path, text] of [...sentences(zh), ...sentences(en)]) expect(text.trim(), path).not.toBe("");
  });
  it("keep Chinese out of English", () => {
    const strays = sentences(en).filter(
      ([path, text]) => /[\u3400-\u9fff]/.test(text) && path !== "words.locale.zh",
    );
    expect(strays).toEqual([]);
  });
  it("keep English out of Chinese, but for names, units and licences", () => {
    const allowed = /^(words\.locale\.en|frame\.credits)$/;
    const strays = sentences(zh).filter(
      ([path, text]) => /[A-Za-z]{2,}/.test(withoutCodes(text)) && !allowed.test(path),
    );
    expect(strays).toEqual([]);
  });
  it("punctuate Chinese as Chinese (node scripts/punctuate.mjs does it)", () => {
    const ascii = /[\u3400-\u9fff][,:;?!()]|[,:;?!()][\u3400-\u9fff]/;
    // A function says its sentences in its source; there too nothing but a sentence touches a Chinese character.
    const spoken = (part: unknown): string[] =>
      typeof part === "function"
        ? [String(part)]
        : part && typeof part === "object"
          ? Object.values(part).flatMap(spoken)
          : [String(part)];
    expect(spoken(zh).filter((text) => ascii.test(text))).toEqual([]);
  });
  it("have a label for every word of every closed list", () => {
    const labels = { ...zh.words } as Record<string, Record<string, string>>;
    const irregular: Record<string, string> = {
      industries: "industry",
      sexes: "sex",
      causes: "cause",
      politics: "politics",
      healths: "health",
      householdStatuses: "householdStatus",
      boundStates: "applicationState",
      laborClasses: "laborClass",
      dueBases: "dueBasis",
      earlyCauses: "endCause",
    };
    for (const [name, list] of Object.entries(lists)) {
      const words = labels[irregular[name] ?? name.replace(/s$/, "")];
      expect(words, name).toBeDefined();
      for (const word of list) expect(words?.[word], `${name}: ${word}`).toBeTruthy();
    }
  });
});
