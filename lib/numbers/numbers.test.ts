import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  creditAlphabet,
  creditCodeCheck,
  inventedCreditCode,
  parseCreditCode,
  subjectCheck,
} from "@/lib/numbers/credit-code";
import { idNumberCheck, inventedIdNumber, maskIdNumber, parseIdNumber } from "@/lib/numbers/id-number";
import { inventedPhone, maskPhone, parsePhone } from "@/lib/numbers/phone";
import { presentWorld } from "@/lib/numbers/world";

const today = "2026-11-23";
const published = "11010519491231002X";

describe("citizen ID numbers", () => {
  it("reads the standard's own sample", () => {
    expect(parseIdNumber(published, "production", today)).toEqual({
      ok: true,
      value: {
        idNumber: published,
        birth: "1949-12-31",
        sex: "female",
        area: "110105",
        disability: null,
      },
    });
  });

  it("makes the invented samples, which the demo reads and production refuses", () => {
    for (const [birth, sequence, whole, sex] of [
      ["1968-04-12", 101, "690724196804121014", "male"],
      ["1971-11-05", 202, "690724197111052022", "female"],
      ["2008-09-30", 303, "690724200809303035", "male"],
    ] as const) {
      expect(inventedIdNumber(birth, sequence)).toBe(whole);
      expect(parseIdNumber(whole, "demo", today)).toMatchObject({ ok: true, value: { birth, sex } });
      expect(parseIdNumber(whole, "production", today)).toEqual({ ok: false, problem: "province" });
    }
  });

  it("takes small x, spaces and full-width digits", () => {
    expect(parseIdNumber(" 110105 19491231 002x", "production", today)).toMatchObject({ ok: true });
    expect(parseIdNumber("11010519491231002X", "production", today)).toMatchObject({ ok: true });
  });

  it.each([
    ["110105491231002", "length"],
    ["1101051949123100", "length"],
    ["1101051949123100XX", "length"],
    ["', drop table", "length"],
    ["", "length"],
    ["66010519491231002X", "province"],
    ["11010519490230002X", "birth"],
    ["110105202702010020", "birth"],
    ["11010518991231002X", "birth"],
    ["110105194912310021", "check-digit"],
    [`${published}84`, "disability"],
    [`${published}45`, "disability"],
  ])("refuses %j: %s", (typed, problem) => {
    expect(parseIdNumber(typed, "production", today)).toEqual({ ok: false, problem });
  });

  it("reads a disability card, also a re-issued one", () => {
    for (const card of [`${published}44`, `${published}44B1`])
      expect(parseIdNumber(card, "production", today)).toMatchObject({
        ok: true,
        value: { idNumber: published, disability: { class: "limbs", grade: 4 } },
      });
  });

  it("notices every single wrong digit and every swap of neighbours", () => {
    const digits17 = fc.stringMatching(/^\d{17}$/);
    fc.assert(
      fc.property(digits17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const changed = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        expect(idNumberCheck(changed)).not.toBe(idNumberCheck(digits));
      }),
    );
    fc.assert(
      fc.property(digits17, fc.nat(15), (digits, at) => {
        fc.pre(digits[at] !== digits[at + 1]);
        const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
        expect(idNumberCheck(swapped)).not.toBe(idNumberCheck(digits));
      }),
    );
  });

  it("masks the birth", () => {
    expect(maskIdNumber("690724196804121014")).toBe("690724********1014");
  });
});

describe("credit codes", () => {
  it("reads the standard's own sample", () => {
    expect(parseCreditCode("91350100M000100Y43", "production")).toEqual({
      ok: true,
      value: { creditCode: "91350100M000100Y43", registry: "91", area: "350100", subjectCheckHolds: true },
    });
    expect(subjectCheck("M000100Y")).toBe("4");
  });

  it("makes the invented samples, which the demo reads and production refuses", () => {
    for (const [registry, series, number, whole] of [
      ["91", "A", 1, "91690724DEMA00013L"],
      ["91", "A", 2, "91690724DEMA00021F"],
      ["93", "C", 1, "93690724DEMC00015R"],
      ["92", "H", 1, "92690724DEMH0001X4"],
      ["N2", "N", 1, "N2690724DEMN000159"],
    ] as const) {
      expect(inventedCreditCode(registry, series, number)).toBe(whole);
      expect(parseCreditCode(whole, "demo")).toMatchObject({ ok: true, value: { subjectCheckHolds: true } });
      expect(parseCreditCode(whole, "production")).toEqual({ ok: false, problem: "province" });
    }
  });

  it("keeps a code whose inner check fails, with a warning", () => {
    const first17 = "91350100M000100Y5";
    expect(parseCreditCode(first17 + creditCodeCheck(first17), "production")).toMatchObject({
      ok: true,
      value: { subjectCheckHolds: false },
    });
  });

  it.each([
    ["610724000000001", "length"],
    ["91350100I000100Y43", "length"],
    ["91660100M000100Y43", "province"],
    ["91350100M000100Y44", "check-digit"],
    ["", "length"],
  ])("refuses %j: %s", (typed, problem) => {
    expect(parseCreditCode(typed, "production")).toEqual({ ok: false, problem });
  });

  it("notices every single wrong character", () => {
    const first17 = "91350100M000100Y4";
    for (let at = 0; at < 17; at++)
      for (const other of creditAlphabet)
        if (other !== first17[at])
          expect(creditCodeCheck(first17.slice(0, at) + other + first17.slice(at + 1))).not.toBe("3");
  });
});

describe("telephone numbers", () => {
  it("reads mobiles and landlines as they are typed", () => {
    // The operator's own published service number; subscribers' numbers never begin with 0 or 1.
    expect(parsePhone("+86 138-0013-8000", "production")).toEqual({ phone: "13800138000", kind: "mobile" });
    expect(parsePhone("0916-0000000", "production")).toEqual({ phone: "0916-0000000", kind: "landline" });
    expect(parsePhone("+86 916 0000000", "production")).toEqual({ phone: "0916-0000000", kind: "landline" });
    expect(parsePhone("(010) 12345678", "production")).toEqual({ phone: "010-12345678", kind: "landline" });
  });

  it.each([
    "",
    "12345678901",
    "1380013800",
    "138001380000",
    "phone",
    "0916-00000",
    "9160000000",
    "9160000000000",
  ])("refuses %j", (typed) => {
    expect(parsePhone(typed, "production")).toBeNull();
    expect(parsePhone(typed, "demo")).toBeNull();
  });

  it("believes 144… in the demo only", () => {
    expect(inventedPhone(1)).toBe("14400000001");
    expect(parsePhone("14400000001", "demo")).toEqual({ phone: "14400000001", kind: "mobile" });
    expect(parsePhone("14400000001", "production")).toBeNull();
    expect(parsePhone("14100000001", "demo")).toBeNull();
  });

  it("masks the middle", () => {
    expect(maskPhone("14400000001")).toBe("144****0001");
    expect(maskPhone("0916-0000045")).toBe("0916-*****45");
  });
});

it("only live mode is production", () => {
  expect(presentWorld("live")).toBe("production");
  expect(presentWorld("demo")).toBe("demo");
  expect(presentWorld("")).toBe("demo");
});
