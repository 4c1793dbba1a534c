import { and, eq, ne, or, type SQL } from "drizzle-orm";
import { tx, type Writer } from "@/db/client";
import { industries } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { record } from "@/lib/audit/commands";
import { industryInput, newIndustryInput } from "@/lib/industries/input";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** @throws Refusal input when another industry already has one of the names. */
async function refuseSameName(
  w: Writer,
  names: { nameZh: string; nameEn: string },
  except?: string,
): Promise<void> {
  const same = or(eq(industries.nameZh, names.nameZh), eq(industries.nameEn, names.nameEn)) as SQL;
  const others = await w
    .select({ nameZh: industries.nameZh })
    .from(industries)
    .where(and(same, except === undefined ? undefined : ne(industries.code, except)));
  if (others[0])
    refuseFields({ [others[0].nameZh === names.nameZh ? "nameZh" : "nameEn"]: { code: "taken" } });
}

/**
 * Adds an industry to the county's list.
 * @throws Refusal forbidden, input (a code or a name that is taken).
 */
export async function addIndustry(asker: Asker, raw: unknown): Promise<void> {
  permit(asker, "industry", "write");
  const input = parse(newIndustryInput, raw);
  await tx(async (w) => {
    const [taken] = await w
      .select({ code: industries.code })
      .from(industries)
      .where(eq(industries.code, input.code));
    if (taken) refuseFields({ code: { code: "taken" } });
    await refuseSameName(w, input);
    await w.insert(industries).values(input);
    const about = { subject: "industry", subjectId: input.code };
    await record(w, asker, { action: "industry.add", ...about, after: input });
  });
}

/**
 * Changes names, group, term or place of an industry; its code stays.
 * @param version the one the writer saw. @throws Refusal forbidden, not-found, input, changed.
 */
export async function changeIndustry(
  asker: Asker,
  code: string,
  raw: unknown,
  version: number,
): Promise<void> {
  permit(asker, "industry", "write");
  const input = parse(industryInput, raw);
  await tx(async (w) => {
    const before = await load(w, code);
    await refuseSameName(w, input, code);
    await write(w, code, version, input);
    const about = { subject: "industry", subjectId: code };
    await record(w, asker, { action: "industry.change", ...about, before, after: input });
  });
}

/**
 * Retires an industry, or takes a retired one back into use. What was written with it keeps its name.
 * @throws Refusal forbidden, not-found, changed (also when it already is so).
 */
export async function setIndustryActive(
  asker: Asker,
  code: string,
  active: boolean,
  version: number,
): Promise<void> {
  permit(asker, "industry", "write");
  await tx(async (w) => {
    const before = await load(w, code);
    if (before.active === active) refuse("changed");
    await write(w, code, version, { active });
    const action = active ? "industry.restore" : "industry.retire";
    await record(w, asker, { action, subject: "industry", subjectId: code });
  });
}

async function load(w: Writer, code: string) {
  const [row] = await w.select().from(industries).where(eq(industries.code, code));
  return row ?? refuse("not-found");
}

async function write(
  w: Writer,
  code: string,
  version: number,
  set: Partial<typeof industries.$inferInsert>,
): Promise<void> {
  const changed = await w
    .update(industries)
    .set({ ...set, version: version + 1 })
    .where(and(eq(industries.code, code), eq(industries.version, version)))
    .returning({ code: industries.code });
  if (changed.length === 0) refuse("changed");
}
