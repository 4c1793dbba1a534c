import { aliasedTable, and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { contains } from "@/db/contains";
import { divisions } from "@/db/schema";
import type { DivisionKind } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { inDivision, type Source } from "@/lib/access/scope";
import { townCodeOf } from "@/lib/divisions/divisions";

/** Divisions are public; a scope here only shortens a list to what someone works with. */

export type Town = { code: string; name: string; kind: DivisionKind; lat: number; lon: number };
export type Village = Town & {
  townCode: string;
  townName: string;
  /** Pinyin and initials, as stored. */
  pinyin: string;
  /** 贫困村. In the demo county drawn by lot, as no list was found. */
  poor: boolean;
  coordSource: string;
  accuracyKm: number;
};

const town = aliasedTable(divisions, "town");
const townKinds: DivisionKind[] = ["subdistrict", "town"];
const villageKinds: DivisionKind[] = ["community", "village"];

/** A town's code lies at the low end of its own range, so a village's scope reaches its town by the prefix. */
const ofScope = (asker: Asker, level: "town" | "village"): SQL | undefined => {
  const scope = asker.divisionScope;
  if (!scope) return undefined;
  return inDivision(divisions.code, level === "town" ? scope.slice(0, 9) : scope);
};

export type DivisionFilter = {
  /** Only those in the asker's scope (an asker without one sees all). */
  mine?: boolean;
};

/** The towns and sub-districts, by code. */
export async function listTowns(
  asker: Asker,
  { mine }: DivisionFilter = {},
  from: Source = db,
): Promise<Town[]> {
  return from
    .select({
      code: divisions.code,
      name: divisions.name,
      kind: divisions.kind,
      lat: divisions.lat,
      lon: divisions.lon,
    })
    .from(divisions)
    .where(and(inArray(divisions.kind, townKinds), mine ? ofScope(asker, "town") : undefined))
    .orderBy(asc(divisions.code));
}

export type VillageFilter = DivisionFilter & {
  /** 12-digit code of a town. */
  town?: string;
  /** Part of the village's or the town's name, pinyin or initials, or the beginning of its code. */
  q?: string;
  limit?: number;
};

const villagesOf = (from: Source) =>
  from
    .select({
      code: divisions.code,
      name: divisions.name,
      kind: divisions.kind,
      lat: divisions.lat,
      lon: divisions.lon,
      townCode: town.code,
      townName: town.name,
      pinyin: divisions.pinyin,
      poor: divisions.poor,
      coordSource: divisions.coordSource,
      accuracyKm: divisions.accuracyKm,
    })
    .from(divisions)
    .innerJoin(town, eq(town.code, divisions.parentCode));

/** Villages and communities, by code. Two are called 回龙村, so show the town with the name. */
export async function listVillages(
  asker: Asker,
  filter: VillageFilter = {},
  from: Source = db,
): Promise<Village[]> {
  const q = filter.q?.trim().toLowerCase().replace(/\s+/g, "");
  return villagesOf(from)
    .where(
      and(
        inArray(divisions.kind, villageKinds),
        filter.mine ? ofScope(asker, "village") : undefined,
        filter.town ? eq(divisions.parentCode, filter.town) : undefined,
        q
          ? or(
              contains(divisions.name, q),
              contains(divisions.pinyin, q),
              contains(town.name, q),
              contains(town.pinyin, q),
              /^\d{2,12}$/.test(q) ? sql`${divisions.code} like ${`${q}%`}` : undefined,
            )
          : undefined,
      ),
    )
    .orderBy(asc(divisions.code))
    .limit(Math.min(filter.limit ?? 500, 500));
}

/** One village or community, or null: what a form's choice is checked against. */
export async function villageByCode(code: string, from: Source = db): Promise<Village | null> {
  const [row] = await villagesOf(from).where(
    and(eq(divisions.code, code), inArray(divisions.kind, villageKinds)),
  );
  return row ?? null;
}

/** Names for a scope of 6, 9 or 12 digits: "西乡县", "桑园镇", "桑园镇 桑园社区". */
export async function scopeName(scope: string, from: Source = db): Promise<string | null> {
  const code = scope.padEnd(12, "0");
  const found = await from
    .select({ code: divisions.code, name: divisions.name, kind: divisions.kind })
    .from(divisions)
    .where(inArray(divisions.code, [code, townCodeOf(code)]));
  const own = found.find((row) => row.code === code);
  if (!own || !villageKinds.includes(own.kind)) return own?.name ?? null;
  return `${found.find((row) => row.code !== code)?.name} ${own.name}`;
}
