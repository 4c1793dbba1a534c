import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Writer } from "@/db/client";
import { divisions } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { countLive } from "@/lib/households/bound";
import { changeHousehold } from "@/lib/households/change";
import type { RawAbout } from "@/lib/households/edit";
import { aboutInput } from "@/lib/households/input";
import type { HouseholdPart } from "@/lib/households/whole";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** What befalls the whole household; what befalls one of its people stands in members.ts. */
export const householdEvents = [
  "lifted",
  "fell-back",
  "moved-away",
  "moved-village",
  "moved-in",
  "struck-off",
] as const;
export type HouseholdEvent = (typeof householdEvents)[number];

const village = z.string().regex(/^\d{12}$/, "code:missing");
export const eventInput = z.discriminatedUnion("event", [
  z.object({ event: z.literal("lifted") }),
  z.object({ event: z.literal("fell-back"), status: z.enum(["poor", "monitored"]) }),
  z.object({ event: z.literal("moved-away") }),
  z.object({ event: z.literal("moved-village"), village }),
  z.object({ event: z.literal("moved-in") }),
  z.object({ event: z.literal("struck-off") }),
]);

/** Which events can befall a household as it stands: the buttons. */
export function openEvents({
  status,
  register,
}: Pick<HouseholdPart, "status" | "register">): HouseholdEvent[] {
  if (register === "moved-away") return ["moved-in"];
  if (register !== "listed") return [];
  const poverty = status === "lifted" ? ("fell-back" as const) : ("lifted" as const);
  return [poverty, "moved-away", "moved-village", "struck-off"];
}

/**
 * Writes down an event of the household's life.
 * @throws Refusal input, forbidden, not-found, changed, not-open (it cannot happen now), live-matches (struck off
 * with matches in force).
 */
export async function recordEvent(asker: Asker, code: string, about: RawAbout, raw: unknown, today: string) {
  const when = parse(aboutInput(today), about);
  const event = parse(eventInput, raw);
  const kind = event.event === "moved-village" ? ("moved-in" as const) : event.event;
  await changeHousehold(asker, code, { kind, ...when }, today, async (record, w) => {
    const { household } = record;
    if (!openEvents(household).includes(event.event)) refuse("not-open", { state: household.register });
    const changed = await changeOf(w, code, event, household, when.happenedOn);
    return { ...record, household: { ...household, ...changed } };
  });
}

async function changeOf(
  w: Writer,
  code: string,
  event: z.output<typeof eventInput>,
  household: HouseholdPart,
  on: string,
): Promise<Partial<HouseholdPart>> {
  switch (event.event) {
    case "lifted":
      return { status: "lifted", liftedOn: on };
    case "fell-back":
      return { status: event.status, liftedOn: null };
    case "moved-away":
      return { register: "moved-away" };
    case "moved-in":
      return { register: "listed" };
    case "moved-village": {
      if (event.village === household.villageCode) refuseFields({ village: { code: "not-in-list" } });
      await villageExists(w, event.village);
      // Its own point was in the old village.
      return { villageCode: event.village, lat: null, lon: null };
    }
    case "struck-off": {
      const count = await countLive(w, { household: code });
      if (count > 0) refuse("live-matches", { count });
      return { register: "struck-off" };
    }
  }
}

/** @throws Refusal input when there is no such village or community. */
export async function villageExists(w: Writer, code: string): Promise<void> {
  const [found] = await w.select({ kind: divisions.kind }).from(divisions).where(eq(divisions.code, code));
  if (found?.kind !== "village" && found?.kind !== "community")
    refuseFields({ village: { code: "unknown" } });
}
