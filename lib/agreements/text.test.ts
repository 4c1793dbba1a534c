import { describe, expect, it } from "vitest";
import type { AgreementTerms } from "@/db/agreement-terms";
import { locales } from "@/db/words";
import { all, factsOf } from "@/lib/agreements/paper.testing";
import { type PaperFacts, paperOf } from "@/lib/agreements/text";
import { wrap } from "@/lib/agreements/wrap";

const kinds = Object.keys(all) as AgreementTerms["kind"][];
const textOf = (facts: PaperFacts, locale: "zh" | "en" = "zh") => {
  const paper = paperOf(facts, locale);
  return [
    paper.title,
    paper.number,
    ...paper.notes,
    ...paper.parties.flatMap((p) => [p.heading, p.name, ...p.lines]),
    paper.lead,
    ...paper.clauses.flatMap((c) => [c.heading, c.body]),
    ...paper.signs.flatMap((s) => [s.heading, s.line ?? s.blank]),
    paper.foot,
  ].join("\n");
};

describe("the text of an agreement", () => {
  it.each(kinds)(
    "of %s says who, what, how much, when, what if late, how to end, whom to turn to",
    (kind) => {
      const text = textOf(factsOf(kind));
      expect(text).toMatchSnapshot();
      for (const part of [
        "甲方",
        "乙方",
        "2026-000123",
        "690724196804121014",
        "没有按时到",
        "提前结束",
        "村干部",
      ])
        expect(text).toContain(part);
    },
  );
  it("of Pingli's example: three persons, 30,000 yuan, 1,500 by 30 November, the second on the configured base", () => {
    const text = textOf(factsOf("equity"));
    for (const part of ["3 人", "3 万元", "1,500 元", "11月30日", "600 元"]) expect(text).toContain(part);
    const onProfit = factsOf("equity");
    expect(
      textOf({ ...onProfit, terms: { ...all.equity, secondBase: "profit" } as AgreementTerms }),
    ).toContain("不少于利润的 2%");
  });
  it("has as many clauses in English, and no Chinese but names", () => {
    for (const kind of kinds) {
      const [zh, en] = locales.map((locale) => paperOf(factsOf(kind), locale));
      expect(en?.clauses).toHaveLength(zh?.clauses.length ?? 0);
      expect(en?.lead).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
  it("tells of what was agreed since, and of its end", () => {
    const facts = factsOf("job");
    const terms = { ...all.job, wageFen: 330_000 } as AgreementTerms;
    const annexes = [
      { number: 2, kind: "change", state: "agreed" as const, effectiveOn: "2027-03-01", terms },
    ];
    const text = textOf({ ...facts, annexes, endedOn: "2027-06-30", endCause: "disaster" });
    expect(text).toContain("补充协议 2：从 2027年3月1日 起，工资改为 3,300 元。");
    expect(text).toContain("本协议已于 2027年6月30日 结束：遭灾。");
  });
});

describe("lines", () => {
  const measure = (text: string) => [...text].reduce((sum, c) => sum + (c > "\u2e00" ? 2 : 1), 0);
  it("keep to their width, lose nothing, and begin with no stop", () => {
    for (const kind of kinds)
      for (const { body } of paperOf(factsOf(kind), "zh").clauses) {
        const lines = wrap(body, 40, measure);
        expect(lines.join("").replace(/\s/g, "")).toBe(body.replace(/\s/g, ""));
        for (const line of lines) {
          expect(measure(line)).toBeLessThanOrEqual(42);
          expect(line).not.toMatch(/^[。，、；：？！）》”]/);
          expect(line).not.toMatch(/[（《“]$/);
        }
      }
  });
  it("keep numbers whole, and break what is longer than a line", () => {
    expect(wrap("租金 1,920.50 元", 12, measure)).toEqual(["租金", "1,920.50 元"]);
    expect(wrap("690724196804121014", 10, measure)).toEqual(["6907241968", "04121014"]);
  });
});
