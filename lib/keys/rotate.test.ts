import { randomBytes } from "node:crypto";
import { eq, getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db, tx } from "@/db/client";
import { fullRows } from "@/db/samples.testing";
import * as schema from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { rotateKeys } from "@/lib/keys/rotate";
import { type SealedColumn, sealedColumns } from "@/lib/keys/sealed-columns";
import { type Keys, keys } from "@/lib/sealing/keys";
import { blindIndex, blindIndexes, seal, sealBytes, unseal, unsealBytes } from "@/lib/sealing/sealing";

const store = globalThis as { sanjinKeys?: Keys };
const secret = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [old, fresh] = [secret("k1"), secret("k2")];
function use(list: string): Keys {
  vi.stubEnv("SANJIN_KEYS", list);
  store.sanjinKeys = undefined;
  return keys();
}

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  store.sanjinKeys = undefined;
  await close();
});

const plainOf = (one: SealedColumn) => `plain of ${one.tableName}.${one.key}`;
const tables = Object.values<unknown>(schema).filter((value): value is Table => is(value, Table));
type Row = Record<string, unknown>;

/** The samples, each sealed column of them really sealed with the present key. */
function sealedRow(table: Table, row: Row): Row {
  const mine = sealedColumns().filter((one) => one.table === table);
  const found = { ...row };
  for (const one of mine) {
    const place = {
      table: one.tableName,
      row: one.rowKeys.map(({ key }) => row[key]).join(":"),
      column: one.place,
    };
    found[one.key] = one.bytes ? sealBytes(Buffer.from(plainOf(one)), place) : seal(plainOf(one), place);
    if (one.index) found[one.index.key] = blindIndex(plainOf(one), one.index.kind);
  }
  return found;
}

async function opened(one: SealedColumn): Promise<{ row: Row; plain: string }[]> {
  const all = (await db.select().from(one.table as never)) as Row[];
  const rows = all.filter((row) => row.sealed !== false);
  return rows.map((row) => {
    const place = {
      table: one.tableName,
      row: one.rowKeys.map(({ key }) => row[key]).join(":"),
      column: one.place,
    };
    const plain = one.bytes
      ? unsealBytes(row[one.key] as Buffer, place).toString()
      : unseal(String(row[one.key]), place);
    return { row, plain };
  });
}

describe("the list of sealed columns", () => {
  it("has every …Sealed column of the schema and every column of bytes, with the key of its table", () => {
    const listed = sealedColumns().map((one) => `${one.tableName}.${one.key}`);
    for (const table of tables)
      for (const [key, column] of Object.entries(getTableColumns(table)))
        if (/sealed$/i.test(key) && key !== "sealed" ? true : ["blob", "bytea"].includes(column.getSQLType()))
          expect(listed, `${getTableName(table)}.${key}`).toContain(`${getTableName(table)}.${key}`);
    expect(listed).toEqual(
      expect.arrayContaining(["members.idNumberSealed", "files.body", "household_changes.changesSealed"]),
    );
    for (const one of sealedColumns()) expect(one.rowKeys.length, one.tableName).toBeGreaterThan(0);
  });
  it("leaves no blind index behind", () => {
    const indexes = tables.flatMap((table) =>
      Object.keys(getTableColumns(table))
        .filter((key) => key.endsWith("Index"))
        .map((key) => `${getTableName(table)}.${key}`),
    );
    const known = sealedColumns().flatMap((one) => (one.index ? [`${one.tableName}.${one.index.key}`] : []));
    expect(known.sort()).toEqual(indexes.sort());
  });
});

describe("rotation", () => {
  beforeEach(() => use(old));
  afterEach(() => vi.restoreAllMocks());

  it("seals every column of every table anew, so that the old key can go; runs again without work", async () => {
    await tx(async (w) => {
      for (const [table, row] of fullRows as readonly (readonly [Table, Row])[])
        await w.insert(table as never).values(sealedRow(table, row) as never);
      // An open file stays as it is.
      const open = {
        id: "F-open",
        subject: "project",
        subjectId: "R1",
        name: "x",
        mediaType: "image/png",
      } as const;
      await w
        .insert(schema.files)
        .values({ ...open, size: 3, sha256: "x", sealed: false, body: Buffer.from("g1x") });
    });
    const members = sealedColumns().find((one) => one.key === "idNumberSealed")!;
    use(`${fresh},${old}`);
    // Both indexes find the row while rotation is under way.
    expect(blindIndexes(plainOf(members), "id-number")).toContain(
      (await opened(members))[0]!.row.idNumberIndex,
    );
    const rotation = await rotateKeys();
    const filled = (fullRows as readonly (readonly [Table, Row])[]).map(([table]) => table);
    const expected = sealedColumns().filter((one) => filled.includes(one.table));
    expect(rotation.rows).toBe(expected.length);
    expect(rotation.keyId).toBe("k2");
    expect((await rotateKeys()).rows).toBe(0);
    use(fresh);
    for (const one of expected)
      for (const { plain } of (await opened(one)).slice(0, 1)) expect(plain, one.key).toBe(plainOf(one));
    expect((await opened(members))[0]!.row.idNumberIndex).toBe(blindIndex(plainOf(members), "id-number"));
    const [file] = await db.select().from(schema.files).where(eq(schema.files.id, "F-open"));
    expect(file?.body.toString()).toBe("g1x");
  });

  it("stopped halfway goes on where it was", async () => {
    use(fresh);
    const third = secret("k3");
    const now = use(`${third},${fresh}`);
    const [first] = sealedColumns();
    // A batch that cannot be opened: nothing of it changes, and what came before stays done.
    const [row] = (await db.select().from(schema.householdChanges)) as Row[];
    const good = row?.changesSealed;
    await tx((w) => w.update(schema.householdChanges).set({ changesSealed: "g1.k2.AAAA" }));
    await expect(rotateKeys()).rejects.toThrow();
    expect((await db.select().from(schema.householdChanges))[0]?.changesSealed).toBe("g1.k2.AAAA");
    expect(String(((await db.select().from(first!.table as never)) as Row[])[0]?.[first!.key])).toMatch(
      /^g1\.k3\./,
    );
    await tx((w) => w.update(schema.householdChanges).set({ changesSealed: String(good) }));
    const rest = await rotateKeys();
    expect(rest.rows).toBeGreaterThan(0);
    expect(rest.columns.find(({ column }) => column === `${first!.tableName}.${first!.place}`)?.rows).toBe(0);
    expect(now.currentId).toBe("k3");
  });
});
