import type { Judged, ReadRow, Values } from "@/lib/imports/kind";
import { pack, unpack } from "@/lib/sealing/pack";
import { sealBytes, unsealBytes } from "@/lib/sealing/sealing";

/** What a staged row keeps, sealed: what it said, what is wrong with it, what it would change. */
export type Payload = Pick<ReadRow, "values" | "raw"> &
  Pick<Judged, "problems" | "changes"> & {
    /** Of a unit's first row: what the commit writes. */
    write?: unknown;
  };

const place = (importId: string, seq: number) => ({
  table: "import_rows",
  row: `${importId}:${seq}`,
  column: "payload",
});

/** Lists that are mostly empty are left out. */
type Kept = { v: Values; w?: unknown; p?: Payload["problems"]; c?: Payload["changes"]; r?: Payload["raw"] };

export function sealPayload(importId: string, seq: number, payload: Payload): Buffer {
  const { values, raw, problems, changes, write } = payload;
  const kept: Kept = {
    v: values,
    ...(write !== undefined && { w: write }),
    ...(problems.length > 0 && { p: problems }),
    ...(changes.length > 0 && { c: changes }),
    ...(Object.keys(raw).length > 0 && { r: raw }),
  };
  // What is to be written is sealed already and packs badly; left as it is, the commit has it sooner.
  return sealBytes(pack(JSON.stringify(kept), write === undefined), place(importId, seq));
}

export function unsealPayload(importId: string, seq: number, sealed: Uint8Array): Payload {
  const text = unpack(unsealBytes(Buffer.from(sealed), place(importId, seq)));
  const { v, w, p = [], c = [], r = {} } = JSON.parse(text) as Kept;
  return { values: v, raw: r, problems: p, changes: c, ...(w !== undefined && { write: w }) };
}
