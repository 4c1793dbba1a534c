import { type AnyColumn, and, asc, eq, gt, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { engine } from "@/db/columns";
import { type Asker, systemAsker } from "@/lib/access/asker";
import { record } from "@/lib/audit/commands";
import { type SealedColumn, sealedColumns } from "@/lib/keys/sealed-columns";
import { keys } from "@/lib/sealing/keys";
import { blindIndex, seal, sealBytes, unseal, unsealBytes } from "@/lib/sealing/sealing";

/** Rows sealed anew in one transaction: others wait for no longer than a moment. */
const rowsAtOnce = 200;
/** Files are large: few at a time. */
const filesAtOnce = 10;

export type Rotation = { keyId: string; columns: { column: string; rows: number }[]; rows: number };

/** A table as the query builder takes it; which one it is, is only known when it runs. */
type AnyTable = Parameters<Writer["update"]>[0];

/** Sealed with any key but the present one. Bytes that are not sealed at all begin otherwise. */
function isOld({ bytes }: SealedColumn, column: AnyColumn, keyId: string): SQL {
  if (!bytes) return and(isNotNull(column), not(sql`${column} like ${`g1.${keyId}.%`}`)) as SQL;
  const head = (text: string) =>
    engine === "postgresql"
      ? sql`substring(${column} from 1 for ${text.length}) = ${Buffer.from(text)}`
      : sql`substr(${column}, 1, ${text.length}) = ${Buffer.from(text)}`;
  return and(head("g1."), not(head(`g1.${keyId}.`))) as SQL;
}

/** Rows after one in the order of their key, so that each is looked at once. */
function after(keys: AnyColumn[], last: readonly unknown[]): SQL | undefined {
  if (last.length === 0) return undefined;
  const [first, second] = keys as [AnyColumn, AnyColumn?];
  if (!second) return gt(first, last[0]);
  return or(gt(first, last[0]), and(eq(first, last[0]), gt(second, last[1])));
}

async function rotateSome(w: Writer, one: SealedColumn, last: readonly unknown[]) {
  const column = Reflect.get(one.table, one.key) as AnyColumn;
  const keyColumns = one.rowKeys.map(({ column }) => column);
  const picked = Object.fromEntries(one.rowKeys.map(({ column }, i) => [`k${i}`, column]));
  const found = (await w
    .select({ ...picked, sealed: column } as never)
    .from(one.table as never)
    .where(and(isOld(one, column, keys().currentId), after(keyColumns, last)))
    .orderBy(...keyColumns.map((key) => asc(key)))
    .limit(one.bytes ? filesAtOnce : rowsAtOnce)) as Record<string, unknown>[];
  const rowKeys = found.map((row) => one.rowKeys.map((_, i) => row[`k${i}`]));
  for (const [i, row] of found.entries()) {
    const key = rowKeys[i] ?? [];
    await w
      .update(one.table as AnyTable)
      .set(resealed(one, key.join(":"), row.sealed) as never)
      .where(and(...keyColumns.map((k, j) => eq(k, key[j]))));
  }
  return { rows: found.length, last: rowKeys.at(-1) ?? [] };
}

function resealed(one: SealedColumn, row: string, sealed: unknown): Record<string, unknown> {
  const place = { table: one.tableName, row, column: one.place };
  if (one.bytes) return { [one.key]: sealBytes(unsealBytes(sealed as Buffer, place), place) };
  const plain = unseal(String(sealed), place);
  return {
    [one.key]: seal(plain, place),
    ...(one.index && { [one.index.key]: blindIndex(plain, one.index.kind) }),
  };
}

/**
 * Seals everything anew that an older key has sealed, indexes with it, in short transactions. Stopped anywhere it
 * goes on where it was: what the present key has sealed is passed over. The server may run meanwhile, with the
 * same SANJIN_KEYS. When it has ended, the older keys can be taken out of SANJIN_KEYS.
 * @returns how many rows of each column were sealed anew. @throws Error when a value cannot be opened: nothing of
 * its batch is changed.
 */
export async function rotateKeys(asker: Asker = systemAsker): Promise<Rotation> {
  const keyId = keys().currentId;
  const columns: Rotation["columns"] = [];
  for (const one of sealedColumns()) {
    let rows = 0;
    let last: readonly unknown[] = [];
    for (;;) {
      const done = await tx((w) => rotateSome(w, one, last));
      if (done.rows === 0) break;
      rows += done.rows;
      last = done.last;
    }
    columns.push({ column: `${one.tableName}.${one.place}`, rows });
  }
  const rows = columns.reduce((sum, column) => sum + column.rows, 0);
  await tx((w) =>
    record(w, asker, {
      action: "keys.rotate",
      subject: "keys",
      subjectId: keyId,
      after: { rows, columns: columns.filter((column) => column.rows > 0) },
    }),
  );
  return { keyId, columns, rows };
}
