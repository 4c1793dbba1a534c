import { aliasedTable, and, asc, count, eq, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { contains } from "@/db/contains";
import { divisions, enterprisePlaces, enterprises, users } from "@/db/schema";
import type { EnterpriseKind, EnterpriseState } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { inDivision, permit, type Source, within } from "@/lib/access/scope";
import { grantOf } from "@/lib/access/table";
import { maskPhone } from "@/lib/numbers/phone";
import { refuse } from "@/lib/refusal/refusal";
import { unseal } from "@/lib/sealing/sealing";

const village = aliasedTable(divisions, "village");
const town = aliasedTable(divisions, "town");
/** 峡口镇 某村: the paired village with its town, or null. */
const pairedName = sql<string | null>`(select t.name || ' ' || v.name from divisions v join divisions t
  on t.code = v.parent_code where v.code = ${enterprises.pairedVillageCode})`;
const verifier = aliasedTable(users, "verifier");

/** What anyone may read of a verified enterprise. */
const publicColumns = {
  id: enterprises.id,
  creditCode: enterprises.creditCode,
  name: enterprises.name,
  kind: enterprises.kind,
  state: enterprises.state,
  industry: enterprises.industry,
  villageCode: enterprises.villageCode,
  villageName: village.name,
  townName: town.name,
  lat: village.lat,
  lon: village.lon,
  address: enterprises.address,
  legalPerson: enterprises.legalPerson,
  summary: enterprises.summary,
  level: enterprises.level,
  capitalFen: enterprises.capitalFen,
  baseMu100: enterprises.baseMu100,
  workers: enterprises.workers,
  memberHouseholds: enterprises.memberHouseholds,
  tenants: enterprises.tenants,
  floorM2: enterprises.floorM2,
  pairedVillageCode: enterprises.pairedVillageCode,
  pairedVillageName: pairedName,
};

/** What its own people and officers read besides. */
const columns = {
  ...publicColumns,
  contactName: enterprises.contactName,
  contactPhoneSealed: enterprises.contactPhoneSealed,
  outputFen: enterprises.outputFen,
  version: enterprises.version,
  registeredBy: enterprises.registeredBy,
  verifierName: verifier.name,
  stateReason: enterprises.stateReason,
  stateAt: enterprises.stateAt,
  createdAt: enterprises.createdAt,
};

const published = eq(enterprises.state, "verified");

/** Whoever has no grant of their own reads as the public does. */
function readable(asker: Asker): SQL {
  const reader = grantOf(asker.role, "enterprise", "read") ? asker : publicAsker;
  const grant = permit(reader, "enterprise", "read");
  return or(published, within(reader, grant, { enterprise: enterprises.id, published })) as SQL;
}

/** Only what the table lets the asker read beyond what is published: whole rows. */
const ownReadable = (asker: Asker): SQL =>
  grantOf(asker.role, "enterprise", "read")?.reach === "published"
    ? sql`1 = 0`
    : within(asker, permit(asker, "enterprise", "read"), { enterprise: enterprises.id });

/** @throws Refusal not-found when there is none, or none that is public or the asker's to see. */
export async function getPublicEnterprise(asker: Asker, id: string) {
  const [row] = await db
    .select(publicColumns)
    .from(enterprises)
    .innerJoin(village, eq(village.code, enterprises.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(and(eq(enterprises.id, id), readable(asker)));
  return row ?? refuse("not-found");
}
export type PublicEnterprise = Awaited<ReturnType<typeof getPublicEnterprise>>;

const wholeRows = (from: Source) =>
  from
    .select(columns)
    .from(enterprises)
    .innerJoin(village, eq(village.code, enterprises.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .leftJoin(verifier, eq(verifier.id, enterprises.verifiedBy));

/**
 * The whole entry, for its own people and officers. Its telephone is whole for its own people, masked for
 * everyone else.
 * @throws Refusal not-found when there is none, or none the asker may read whole.
 */
export async function getEnterprise(asker: Asker, id: string, from: Source = db) {
  const [found] = await wholeRows(from).where(and(eq(enterprises.id, id), ownReadable(asker)));
  if (!found) return refuse("not-found");
  const { contactPhoneSealed: sealed, ...row } = found;
  const place = { table: "enterprises", row: id, column: "contact_phone" };
  const whole = sealed === null ? null : unseal(sealed, place);
  const isOwn = asker.role === "enterprise" && asker.enterpriseId === id;
  return { ...row, phone: whole === null || isOwn ? whole : maskPhone(whole) };
}
export type Enterprise = Awaited<ReturnType<typeof getEnterprise>>;

/** The places of an enterprise whose entry the asker may read. */
export async function placesOf(asker: Asker, enterpriseId: string) {
  return db
    .select({
      id: enterprisePlaces.id,
      kind: enterprisePlaces.kind,
      name: enterprisePlaces.name,
      address: enterprisePlaces.address,
      villageCode: enterprisePlaces.villageCode,
      villageName: village.name,
      townName: town.name,
      lat: village.lat,
      lon: village.lon,
    })
    .from(enterprisePlaces)
    .innerJoin(enterprises, eq(enterprises.id, enterprisePlaces.enterpriseId))
    .innerJoin(village, eq(village.code, enterprisePlaces.villageCode))
    .innerJoin(town, eq(town.code, village.parentCode))
    .where(and(eq(enterprisePlaces.enterpriseId, enterpriseId), readable(asker)))
    .orderBy(asc(enterprisePlaces.createdAt), asc(enterprisePlaces.id));
}
export type EnterprisePlace = Awaited<ReturnType<typeof placesOf>>[number];

export type EnterpriseFilter = {
  /** Part of the name, in Chinese, pinyin or initials, or of the credit code. */
  q?: string;
  state?: EnterpriseState;
  kind?: EnterpriseKind;
  /** 9 or 12 digits. */
  town?: string;
  cursor?: string;
  limit?: number;
};

function matching(asker: Asker, { q, kind, town: townCode }: EnterpriseFilter): SQL {
  const key = (q ?? "").normalize("NFKC").trim().toLowerCase().replace(/\s+/g, "").slice(0, 60);
  const named = [enterprises.name, enterprises.pinyin, enterprises.creditCode];
  return and(
    ownReadable(asker),
    key === "" ? undefined : or(...named.map((column) => contains(column, key))),
    kind ? eq(enterprises.kind, kind) : undefined,
    townCode ? inDivision(enterprises.villageCode, townCode.slice(0, 9)) : undefined,
  ) as SQL;
}

/** Enterprises the asker may read whole, by name; with how many there are in each state. */
export async function listEnterprises(asker: Asker, filter: EnterpriseFilter) {
  const { state, cursor, limit = 40 } = filter;
  const all = matching(asker, filter);
  const after = cursor
    ? sql`(${enterprises.pinyin}, ${enterprises.id}) > (select pinyin, id from enterprises where id = ${cursor})`
    : undefined;
  const [rows, states] = await Promise.all([
    db
      .select({
        id: enterprises.id,
        name: enterprises.name,
        creditCode: enterprises.creditCode,
        kind: enterprises.kind,
        state: enterprises.state,
        stateAt: enterprises.stateAt,
        villageName: village.name,
        townName: town.name,
      })
      .from(enterprises)
      .innerJoin(village, eq(village.code, enterprises.villageCode))
      .innerJoin(town, eq(town.code, village.parentCode))
      .where(and(all, state ? eq(enterprises.state, state) : undefined, after))
      .orderBy(asc(enterprises.pinyin), asc(enterprises.id))
      .limit(limit + 1),
    db
      .select({ state: enterprises.state, enterprises: count() })
      .from(enterprises)
      .where(all)
      .groupBy(enterprises.state),
  ]);
  const items = rows.slice(0, limit);
  return {
    items,
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    states: Object.fromEntries(states.map((s) => [s.state, s.enterprises])) as Partial<
      Record<EnterpriseState, number>
    >,
  };
}
export type EnterpriseLine = Awaited<ReturnType<typeof listEnterprises>>["items"][number];

/**
 * What may be said to someone who types this credit code: whether an enterprise has it, and its name and page
 * where these are public anyway.
 */
export async function knownCode(code: string): Promise<{
  state: EnterpriseState;
  shown: { id: string; name: string } | null;
} | null> {
  const [row] = await db
    .select({ id: enterprises.id, name: enterprises.name, state: enterprises.state })
    .from(enterprises)
    .where(eq(enterprises.creditCode, code));
  if (!row) return null;
  return { state: row.state, shown: row.state === "verified" ? { id: row.id, name: row.name } : null };
}

/** The accounts of the asker's own enterprise, or of one an officer looks at. */
export async function peopleOf(asker: Asker, enterpriseId: string) {
  return db
    .select({
      id: users.id,
      name: users.name,
      username: users.username,
      state: users.state,
      createdAt: users.createdAt,
    })
    .from(users)
    .innerJoin(enterprises, eq(enterprises.id, users.enterpriseId))
    .where(and(eq(users.enterpriseId, enterpriseId), ownReadable(asker)))
    .orderBy(asc(users.createdAt), asc(users.id));
}
