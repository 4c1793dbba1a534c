import { getTableColumns } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import * as s from "@/db/schema";
import {
  applyChanges,
  changesBetween,
  resourceOf,
  sealChanges,
  unsealChanges,
} from "@/lib/households/changes";
import { shownChange } from "@/lib/households/masking";
import { aHouseholdPart, aMemberPart, anIncomePart, fields, type WholeRecord } from "@/lib/households/whole";

const head = aMemberPart({
  id: "M1",
  name: "王大山",
  relation: "head",
  sex: "male",
  birth: "1970-05-01",
  idNumber: "690724197005010118",
  health: ["healthy"],
  laborClass: "ordinary",
});
const record: WholeRecord = {
  code: "H1",
  household: aHouseholdPart({
    headName: "王大山",
    villageCode: "610724102201",
    type: "general",
    status: "poor",
    cause: "no-funds",
    phone: "14400000001",
  }),
  members: [head],
  parcels: [{ id: "P1", kind: "tea", use: "idle", offered: false, areaMu100: 250, state: "present" }],
  incomes: [],
};
const changed: WholeRecord = {
  ...record,
  household: { ...record.household, phone: "14400000002", helperName: "李帮" },
  members: [{ ...head, health: ["chronic", "disabled"], skills: [], lowIncome: false }],
  incomes: [anIncomePart({ year: 2025, netFen: -500 })],
};

it("names every column of the form's tables, but keys, versions and what is only for looking up", () => {
  const all = [s.households, s.householdDetails, s.members, s.memberDetails, s.parcels, s.householdIncomes];
  const columns = all.flatMap((table) => Object.keys(getTableColumns(table)));
  const apart = [
    "code",
    "pinyin",
    "version",
    "createdAt",
    "householdCode",
    "id",
    "memberId",
    "year",
    "idNumberIndex",
    // What matches have taken is not the form's.
    "agreedMu100",
  ];
  const known = Object.values(fields).flat() as string[];
  expect(
    columns.map((c) => c.replace(/Sealed$/, "")).filter((c) => !known.includes(c) && !apart.includes(c)),
  ).toEqual([]);
  expect(known).toEqual(
    expect.arrayContaining(["phone", "helperPhone", "idNumber", "health", "disabilityCard"]),
  );
});

describe("the difference of two records", () => {
  it("is field by field, with before and after", () => {
    expect(changesBetween(record, changed)).toEqual([
      { subject: "household", field: "phone", before: "14400000001", after: "14400000002" },
      { subject: "household", field: "helperName", before: null, after: "李帮" },
      { subject: "member", id: "M1", field: "health", before: ["healthy"], after: ["chronic", "disabled"] },
      { subject: "member", id: "M1", field: "lowIncome", before: null, after: false },
      { subject: "income", id: "2025", field: "netFen", before: null, after: -500 },
    ]);
  });
  it("is nothing between equals; a set has no order", () => {
    expect(changesBetween(record, structuredClone(record))).toEqual([]);
    const turned = {
      ...changed,
      members: [{ ...changed.members[0]!, health: ["disabled", "chronic"] as const }],
    };
    expect(changesBetween(changed, turned as never)).toEqual([]);
  });
  it("lists all of what is new, and where someone went", () => {
    expect(applyChanges(null, "H1", changesBetween(null, changed))).toEqual(changed);
    const left = { ...record, members: [] };
    expect(changesBetween(record, left, new Map([["M1", "H2"]]))).toEqual([
      { subject: "member", id: "M1", field: "household", before: "H1", after: "H2" },
    ]);
    expect(applyChanges(record, "H1", changesBetween(record, left, new Map([["M1", "H2"]])))).toEqual(left);
  });
  it("replays: before plus changes is after", () => {
    expect(applyChanges(record, "H1", changesBetween(record, changed))).toEqual(changed);
    expect(applyChanges(changed, "H1", changesBetween(changed, record)).household).toEqual(record.household);
  });
});

it("is sealed to its row", () => {
  const changes = changesBetween(record, changed);
  const sealed = sealChanges("C1", changes);
  expect(unsealChanges("C1", sealed)).toEqual(changes);
  expect(sealed).not.toContain("144");
  expect(() => unsealChanges("C2", sealed)).toThrow();
});

describe("shown", () => {
  const of = (
    field: string,
    before: unknown,
    after: unknown,
    subject: "household" | "member" = "member",
  ) => ({
    subject,
    field,
    before,
    after,
  });
  const idNumber = of("idNumber", null, "690724197005010118");
  it("ID and card numbers are masked for everyone", () => {
    expect(shownChange(idNumber, () => "full").after).toBe("690724********0118");
    expect(shownChange(of("disabilityCard", null, "69072419700501011843"), () => "full").after).toBe(
      "690724********011843",
    );
  });
  it("the rest follows the reader's view of what the field belongs to", () => {
    const phone = of("phone", "14400000001", "14400000002", "household");
    expect(shownChange(phone, () => "full")).toEqual(phone);
    expect(shownChange(phone, () => "masked")).toMatchObject({ before: "144****0001", after: "144****0002" });
    const health = of("health", ["healthy"], ["disabled"]);
    const county = (r: string) => (r === "health" ? null : ("full" as const));
    expect(shownChange(health, county)).toEqual({ ...health, before: null, after: null, hidden: true });
    expect(shownChange(of("name", null, "王大山"), () => "masked").after).toBe("王*山");
  });
  it("every field belongs somewhere", () => {
    expect(resourceOf(of("wishKinds", null, null, "household"))).toBe("wish");
    expect(resourceOf({ subject: "income", field: "netFen" })).toBe("health");
    expect(resourceOf({ subject: "parcel", field: "use" })).toBe("parcel");
    expect(resourceOf(of("skills", null, null))).toBe("labor");
    expect(resourceOf(of("state", null, null))).toBe("household");
  });
});
