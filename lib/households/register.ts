import { z } from "zod";
import { newId } from "@/db/ids";
import { causes, householdStatuses, householdTypes } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { isInside } from "@/lib/access/asker";
import { permit } from "@/lib/access/scope";
import { changing, writeChecked } from "@/lib/households/change";
import { villageExists } from "@/lib/households/events";
import { aboutInput, parsers } from "@/lib/households/input";
import { householdCode, refuseTakenCode } from "@/lib/households/split";
import { aHouseholdPart, aMemberPart, type MemberPart } from "@/lib/households/whole";
import { presentWorld } from "@/lib/numbers/world";
import { parse } from "@/lib/refusal/parse";
import { refuseFields } from "@/lib/refusal/refusal";

const registerInput = z.object({
  code: householdCode,
  village: z.string().regex(/^\d{12}$/, "code:missing"),
  type: z.enum(householdTypes),
  status: z.enum(householdStatuses),
  cause: z.enum(causes),
});

/**
 * A household that is new on the register, with its head; the others of it are added one by one.
 * @param head a member's fields without relation and state.
 * @returns its code. @throws Refusal input, forbidden, code-taken, registered-already.
 */
export async function registerHousehold(
  asker: Asker,
  about: { happenedOn: string; why: string },
  raw: unknown,
  head: unknown,
  today: string,
): Promise<string> {
  permit(asker, "household", "write");
  const { version: _, ...when } = parse(aboutInput(today), { ...about, version: 1 });
  const input = parse(registerInput, raw);
  const given = parse(parsers.member(presentWorld(), today), head) as Partial<MemberPart>;
  const lacking = (["name", "sex", "birth", "idNumber", "health", "laborClass"] as const).filter(
    (field) => given[field] === undefined || given[field] === null,
  );
  if (lacking.length > 0)
    refuseFields(Object.fromEntries(lacking.map((field) => [field, { code: "missing" as const }])));
  if (!isInside(asker.divisionScope, input.village)) refuseFields({ village: { code: "not-in-list" } });
  const { code, village: villageCode, ...rest } = input;
  const member = aMemberPart({ ...(given as MemberPart), id: newId(), relation: "head", state: "present" });
  await changing(async (w) => {
    await refuseTakenCode(w, code);
    await villageExists(w, villageCode);
    const household = aHouseholdPart({ ...rest, villageCode, headName: member.name });
    const after = { code, household, members: [member], parcels: [], incomes: [] };
    await writeChecked(w, asker, [{ before: null, after, about: { kind: "registered", ...when } }], today);
  });
  return code;
}
