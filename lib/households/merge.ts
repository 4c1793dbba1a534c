import { z } from "zod";
import type { Asker } from "@/lib/access/asker";
import { countLive } from "@/lib/households/bound";
import { changing, loadOwn, writeChecked } from "@/lib/households/change";
import type { RawAbout } from "@/lib/households/edit";
import { aboutInput } from "@/lib/households/input";
import type { WholeRecord } from "@/lib/households/whole";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

const mergeInput = z.object({
  /** The household that ends. */
  from: z.string().min(1),
});

/** The household that goes on, with the people and plots of the one that ends. */
export function merged(into: WholeRecord, from: WholeRecord): { into: WholeRecord; from: WholeRecord } {
  // What they were to the head of the household that ends says nothing here.
  const people = from.members
    .filter((m) => m.state === "present")
    .map((m) => ({ ...m, relation: "other" as const }));
  const plots = from.parcels.filter((p) => p.state === "present");
  return {
    into: { ...into, members: [...into.members, ...people], parcels: [...into.parcels, ...plots] },
    from: {
      ...from,
      household: { ...from.household, register: "merged", mergedInto: into.code },
      members: from.members.filter((m) => m.state !== "present"),
      parcels: from.parcels.filter((p) => p.state !== "present"),
    },
  };
}

/**
 * 并户: another household's people and land become this one's; the other leaves the register with its history.
 * @param code the household that goes on.
 * @throws Refusal input, not-found (either, within what the asker may write), changed, not-open, live-matches
 * (the household that ends has applications under way or matches in force).
 */
export async function mergeHouseholds(
  asker: Asker,
  code: string,
  about: RawAbout,
  raw: unknown,
  today: string,
) {
  const { version, ...when } = parse(aboutInput(today), about);
  const { from: other } = parse(mergeInput, raw);
  if (other === code) refuseFields({ from: { code: "not-in-list" } });
  await changing(async (w) => {
    const into = await loadOwn(w, asker, code, version);
    const from = await loadOwn(w, asker, other);
    for (const { record } of [into, from])
      if (record.household.register !== "listed") refuse("not-open", { state: record.household.register });
    const count = await countLive(w, { household: other });
    if (count > 0) refuse("live-matches", { count });
    const after = merged(into.record, from.record);
    const known = new Set([...into.record.members, ...into.record.parcels].map(({ id }) => id));
    const ids = [...after.into.members, ...after.into.parcels]
      .map(({ id }) => id)
      .filter((id) => !known.has(id));
    const about = { kind: "merged" as const, ...when };
    await writeChecked(
      w,
      asker,
      [
        {
          before: from,
          after: after.from,
          about: { ...about, otherCode: code },
          elsewhere: new Map(ids.map((id) => [id, code])),
        },
        { before: into, after: after.into, about: { ...about, otherCode: other }, arrived: new Set(ids) },
      ],
      today,
    );
  });
}
