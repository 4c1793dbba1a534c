import { and, eq, inArray, ne, notInArray } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { divisions, importBatches, importRows } from "@/db/schema";
import { inDivision } from "@/lib/access/scope";
import { placeNamed, placesOf } from "@/lib/imports/household-places";
import type { ImportForm, WriteContext } from "@/lib/imports/kind";
import { codeKind, faulty, oneRow, placeRows, presentVillages, villagesOf } from "@/lib/imports/place-rows";
import { refuse } from "@/lib/refusal/refusal";

type PoorWrite = { code: string };

const line = { as: "line", max: 40 } as const;

/** 贫困村名单: a village a row, by code or by name. The list is whole: a village it does not name is none. */
export const poorVillageForm: ImportForm<PoorWrite> = {
  kind: "poor-villages",
  whole: true,
  needs: ["place.village|place.code"],
  ...placeRows([
    { field: "place.code", kind: codeKind, heads: ["行政区划代码", "code", "区划代码", "村代码", "代码"] },
    { field: "place.town", kind: line, heads: ["镇办", "乡镇", "镇", "town"] },
    {
      field: "place.village",
      kind: line,
      heads: ["村（社区）", "村", "行政村", "贫困村", "村名", "village", "name"],
    },
  ]),
  keyOf: (values) => {
    const parts = [values["place.code"], values["place.town"], values["place.village"]];
    return parts.some((part) => typeof part === "string") ? parts.map((part) => part ?? "").join(" ") : null;
  },
  judge: async (from, units, context) => {
    const [places, villages] = [await placesOf(from, context), await villagesOf(from, context)];
    return units.map((unit) => {
      const named = placeNamed(places, unit.rows[0]?.values ?? {});
      const code = named && "code" in named ? named.code : "";
      const problems =
        named === null
          ? [faulty("place.village", "missing")]
          : "problem" in named
            ? [faulty(named.field, named.problem)]
            : code.startsWith(context.scope)
              ? []
              : [faulty("place.village", "outside-scope")];
      const isPoor = villages.get(code)?.poor ?? false;
      const changes = isPoor ? [] : [{ subject: "place", field: "poor", before: false, after: true }];
      return { ...oneRow(unit, problems, changes, false, { code }), unit: code };
    });
  },
  write: async (w, writes) => put(w, writes, true),
  finish: dropOthers,
  undo: async (w, writes, context) => {
    await put(w, writes, false);
    const [batch] = await w
      .select({ notes: importBatches.notes })
      .from(importBatches)
      .where(eq(importBatches.id, context.importId));
    await put(
      w,
      (batch?.notes?.dropped ?? []).map((code) => ({ code })),
      true,
    );
    return null;
  },
};

/** @throws Refusal changed when one of them is so already: somebody was faster. */
async function put(w: Writer, writes: readonly PoorWrite[], poor: boolean): Promise<void> {
  const codes = writes.map((one) => one.code);
  const present = await presentVillages(w, codes);
  if (codes.some((code) => present.get(code)?.poor !== !poor)) refuse("changed");
  for (let i = 0; i < codes.length; i += 500)
    await w
      .update(divisions)
      .set({ poor })
      .where(inArray(divisions.code, codes.slice(i, i + 500)));
}

/** Villages the list does not name are no longer on it; which they were is kept, to be undone. */
async function dropOthers(w: Writer, { importId }: WriteContext): Promise<void> {
  const [batch] = await w.select().from(importBatches).where(eq(importBatches.id, importId));
  const named = await w
    .select({ code: importRows.unit })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), ne(importRows.outcome, "refused")));
  const listed = named.map((row) => row.code);
  const dropped = await w
    .update(divisions)
    .set({ poor: false })
    .where(
      and(
        eq(divisions.poor, true),
        inDivision(divisions.code, batch?.divisionScope ?? ""),
        notInArray(divisions.code, listed),
      ),
    )
    .returning({ code: divisions.code });
  const { notes } = batch ?? {};
  if (notes)
    await w
      .update(importBatches)
      .set({ notes: { ...notes, dropped: dropped.map((one) => one.code) } })
      .where(eq(importBatches.id, importId));
}
