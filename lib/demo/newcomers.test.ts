import { expect, it } from "vitest";
import { demoCounty } from "@/lib/demo/county";
import { newcomersOf } from "@/lib/demo/newcomers";
import { readDivisions } from "@/lib/divisions/files";
import { type Figure, figures, kindFields, missingFor } from "@/lib/enterprises/kinds";
import { parseCreditCode } from "@/lib/numbers/credit-code";
import { parsePhone } from "@/lib/numbers/phone";

const today = "2026-11-23";
const county = demoCounty(readDivisions(), { scale: 0.005, seed: 1, today });
const newcomers = newcomersOf(county.villages, today);
const count = (kind: string, state: string) =>
  newcomers.filter((one) => one.kind === kind && one.state === state).length;

it("has a company and a sole trader to verify, and adds none to the enterprises that the report counts", () => {
  for (const kind of ["company", "sole-trader"]) expect(count(kind, "submitted"), kind).toBe(1);
  expect(newcomers.filter(({ state }) => state === "verified")).toEqual([]);
});

it("gives them codes of their registry and phones: right, theirs alone, nobody's in production", () => {
  const registries = { company: "91", "sole-trader": "92", cooperative: "93", collective: "N2" };
  const codes = [...newcomers, ...county.enterprises].map((one) => one.creditCode);
  expect(new Set(codes).size).toBe(codes.length);
  const names = [...newcomers, ...county.enterprises].map((one) => one.name);
  expect(new Set(names).size).toBe(names.length);
  const phones = [...newcomers, ...county.enterprises].map((one) => one.phone);
  expect(new Set(phones).size).toBe(phones.length);
  for (const { creditCode, phone, kind } of newcomers) {
    const read = parseCreditCode(creditCode, "demo");
    expect(read).toMatchObject({ ok: true, value: { area: "690724", subjectCheckHolds: true } });
    const registry = Object.entries(registries).find(([name]) => name === kind)?.[1];
    if (registry) expect(read).toMatchObject({ value: { registry } });
    expect(parseCreditCode(creditCode, "production").ok).toBe(false);
    expect(parsePhone(phone, "demo")).not.toBeNull();
    expect(parsePhone(phone, "production")).toBeNull();
  }
});

it("has figures of their kind only, and nothing missing in what was handed in", () => {
  const none = Object.fromEntries(figures.map((figure) => [figure, null])) as Record<Figure, null>;
  for (const one of newcomers) {
    for (const figure of figures)
      if ((one.figures[figure] ?? null) !== null)
        expect(kindFields[one.kind], `${one.name} ${figure}`).toContain(figure);
    const { kind, summary, phone } = one;
    const handed = { ...none, ...one.figures, kind, summary, phone, address: "1组" };
    if (one.state !== "draft") expect(missingFor(handed), one.name).toEqual([]);
  }
});

it("lists a project of whoever is in the directory, and dates nothing after today", () => {
  for (const { state, project, createdAt, stateAt, name } of newcomers) {
    if (state === "draft" || state === "submitted") expect(project, name).toBeUndefined();
    expect(createdAt < stateAt && stateAt <= new Date(`${today}T23:59:59+08:00`), name).toBe(true);
  }
});
