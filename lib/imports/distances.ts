import { and, eq, inArray } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { countyChanges, divisionDistances } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { ImportForm } from "@/lib/imports/kind";
import {
  codeKind,
  faulty,
  kmKind,
  oneRow,
  placeRows,
  villageNamed,
  villagesOf,
} from "@/lib/imports/place-rows";
import { kmPerMinute } from "@/lib/matching/distance";
import { refuse } from "@/lib/refusal/refusal";

type DistanceWrite = { fromCode: string; toCode: string; before: number | null; after: number };

const pairKey = (one: { fromCode: string; toCode: string }) => `${one.fromCode}>${one.toCode}`;

/** 村到村路程表: from, to, km; or minutes, at half a kilometre each. */
export const distanceForm: ImportForm<DistanceWrite> = {
  kind: "distances",
  needs: ["from", "to"],
  ...placeRows([
    { field: "from", kind: codeKind, heads: ["起点代码", "from", "出发村代码", "起点"] },
    { field: "to", kind: codeKind, heads: ["终点代码", "to", "到达村代码", "终点"] },
    { field: "km", kind: kmKind, heads: ["路程（公里）", "km", "公里", "路程", "距离", "距离（公里）"] },
    {
      field: "minutes",
      kind: { as: "number", max: 2000, unit: "km" },
      heads: ["时间（分钟）", "minutes", "分钟", "车程（分钟）"],
    },
  ]),
  keyOf: ({ from, to }) => (typeof from === "string" && typeof to === "string" ? `${from}>${to}` : null),
  judge: async (from, units, context) => {
    const villages = await villagesOf(from, context);
    const known = await kmOf(
      from,
      units.map(({ rows }) => String(rows[0]?.values.from ?? "")),
    );
    return units.map((unit) => {
      const values = unit.rows[0]?.values ?? {};
      const ends = (["from", "to"] as const).map((end) =>
        villageNamed(villages, end, values[end], context.scope),
      );
      const problems = ends.flatMap((end) => ("problem" in end ? [end.problem] : []));
      const { km, minutes } = values as { km?: number; minutes?: number };
      const after = km ?? (minutes === undefined ? undefined : minutes * kmPerMinute);
      if (after === undefined) problems.push(faulty("km", "missing"));
      const pair = { fromCode: String(values.from), toCode: String(values.to) };
      const before = known.get(pairKey(pair)) ?? null;
      const changes = before === after ? [] : [{ subject: "place", field: "km", before, after }];
      return oneRow(unit, problems, changes, before === null, { ...pair, before, after: after ?? 0 });
    });
  },
  write: async (w, writes) => {
    await assertKm(w, writes, "before");
    await put(
      w,
      writes.map(({ fromCode, toCode, after: km }) => ({ fromCode, toCode, km })),
    );
  },
  finish: tellIndex,
  undo: async (w, writes) => {
    await assertKm(w, writes, "after");
    for (const { fromCode, toCode, before } of writes)
      if (before === null)
        await w
          .delete(divisionDistances)
          .where(and(eq(divisionDistances.fromCode, fromCode), eq(divisionDistances.toCode, toCode)));
    await put(
      w,
      writes.flatMap(({ fromCode, toCode, before: km }) => (km === null ? [] : [{ fromCode, toCode, km }])),
    );
    await tellIndex(w);
    return null;
  },
};

/** The county index reads the table again when it meets a change of neither household nor posting. */
async function tellIndex(w: Writer): Promise<void> {
  await w.insert(countyChanges).values({ householdCode: null, postingId: null });
}

const put = (w: Writer, rows: { fromCode: string; toCode: string; km: number }[]) =>
  insertAll(w, divisionDistances, rows, [divisionDistances.fromCode, divisionDistances.toCode]);

async function kmOf(from: Source, starts: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const codes = [...new Set(starts)];
  for (let i = 0; i < codes.length; i += 500)
    for (const row of await from
      .select()
      .from(divisionDistances)
      .where(inArray(divisionDistances.fromCode, codes.slice(i, i + 500))))
      found.set(pairKey(row), row.km);
  return found;
}

/** @throws Refusal changed when the table is not as it was. */
async function assertKm(w: Writer, writes: readonly DistanceWrite[], was: "before" | "after"): Promise<void> {
  const known = await kmOf(
    w,
    writes.map((one) => one.fromCode),
  );
  if (writes.some((one) => (known.get(pairKey(one)) ?? null) !== one[was])) refuse("changed");
}
