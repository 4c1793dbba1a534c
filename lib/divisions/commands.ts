import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { divisions } from "@/db/schema";
import { countyCode, type DivisionRow, divisionEdition } from "@/lib/divisions/divisions";
import { pinyinKey } from "@/lib/i18n/pinyin";

/** Puts the county's divisions into an empty table; `poor` are the codes on the list of poor villages. */
export async function writeDivisions(
  w: Writer,
  rows: readonly DivisionRow[],
  poor: ReadonlySet<string> = new Set(),
): Promise<void> {
  // Parents first.
  const ordered = [...rows].sort((a, b) => Number(b.code === countyCode) - Number(a.code === countyCode));
  await insertAll(
    w,
    divisions,
    ordered.map((row) => ({
      ...row,
      pinyin: pinyinKey(row.name),
      edition: divisionEdition,
      poor: poor.has(row.code),
    })),
  );
}
