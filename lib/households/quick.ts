import { z } from "zod";
import type { Asker } from "@/lib/access/asker";
import type { Hand } from "@/lib/households/able";
import { changeHousehold, type FieldName } from "@/lib/households/change";
import type { RawAbout } from "@/lib/households/edit";
import { aboutInput, parsers } from "@/lib/households/input";
import { present } from "@/lib/households/members";
import type { HouseholdPart, MemberPart, ParcelPart } from "@/lib/households/whole";
import { presentWorld } from "@/lib/numbers/world";
import { parse } from "@/lib/refusal/parse";

/**
 * The few fields of a household that change from one visit to the next, changed together: how to reach it, what
 * it would like, which of its own land is on offer, and of each who may work what they can and where they are.
 */
export const quickFields = {
  household: ["phone", "wishKinds"],
  member: ["laborClass", "workPlace", "workMonths"],
} as const satisfies { household: (keyof HouseholdPart)[]; member: (keyof MemberPart)[] };

/** Whose work is asked about: a child's or a pupil's is not. */
export const isAsked = ({ why }: Hand): boolean => why !== "too-young" && why !== "at-school";

/** Plots that may be on offer or not; idle land always is. */
export const isOfferable = ({ use, state }: Pick<Partial<ParcelPart>, "use" | "state">): boolean =>
  use === "own-use" && state === "present";

/** What the form calls a field: a member's ends with the member's id, so that each is refused at its own. */
export const quickName: FieldName = ({ member, field }) => (member ? `${field}-${member}` : field);
const memberName = /^(laborClass|workPlace|workMonths)-(\w{1,40})$/;

/** A field by the form's name: which one, and of which member. */
export function quickField(name: string): { field: string; member?: string } | null {
  const [, field, member] = memberName.exec(name) ?? [];
  if (field && member) return { field, member };
  return (quickFields.household as readonly string[]).includes(name) ? { field: name } : null;
}

/** The parsers of exactly the fields that were sent, by the form's names; any other key is unknown. */
function inputOf(raw: object, today: string) {
  const world = presentWorld();
  const part = {
    household: parsers.household(world, today).shape,
    member: parsers.member(world, today).shape,
  };
  const fields = Object.keys(raw).flatMap((name) => {
    const found = quickField(name);
    const schema = found && part[found.member ? "member" : "household"][found.field];
    return schema ? [[name, schema] as const] : [];
  });
  return z.strictObject({
    ...Object.fromEntries(fields),
    /** Plots on offer, of those that may be; left out, all stay as they are. */
    offered: z.array(z.string().max(40)).max(100).optional(),
  });
}

/**
 * @param raw by `quickName`, and `offered`: the ids of the plots on offer. What is not named stays as it is.
 * @throws Refusal input (by the same names), forbidden, not-found, changed, not-open.
 */
export async function quickEdit(
  asker: Asker,
  code: string,
  about: RawAbout,
  raw: object,
  today: string,
): Promise<void> {
  const when = parse(aboutInput(today), about);
  const { offered, ...given } = parse(inputOf(raw, today), raw);
  const ofHousehold: Record<string, unknown> = {};
  const ofMembers = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(given)) {
    const { field, member } = quickField(name) ?? { field: name };
    if (member) ofMembers.set(member, { ...ofMembers.get(member), [field]: value });
    else ofHousehold[field] = value;
  }
  await changeHousehold(
    asker,
    code,
    { kind: "edited", ...when },
    today,
    (record) => {
      for (const id of ofMembers.keys()) present(record, id);
      // No box ticked says nothing new where no wish was ever recorded.
      const { wishKinds } = record.household;
      const noWish = wishKinds === null && String(ofHousehold.wishKinds) === "";
      return {
        ...record,
        household: { ...record.household, ...ofHousehold, ...(noWish && { wishKinds }) },
        members: record.members.map((m) => ({ ...m, ...ofMembers.get(m.id) })),
        parcels: record.parcels.map((p) =>
          offered && isOfferable(p) ? { ...p, offered: offered.includes(p.id) } : p,
        ),
      };
    },
    quickName,
  );
}
