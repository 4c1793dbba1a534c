import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Writer } from "@/db/client";
import { households } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { countLive } from "@/lib/households/bound";
import { changing, loadOwn, writeChecked } from "@/lib/households/change";
import type { RawAbout } from "@/lib/households/edit";
import { aboutInput } from "@/lib/households/input";
import { aHouseholdPart, type WholeRecord } from "@/lib/households/whole";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** 户编号: letters and digits, as the national system gives them out. */
export const householdCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{4,40}$/, "code:bad-characters");

const splitInput = z.object({
  code: householdCode,
  members: z.array(z.string()).min(1, "code:missing"),
  head: z.string().min(1),
  /** Who heads those who stay, when the head leaves. */
  stayingHead: z.string().optional(),
  parcels: z.array(z.string()).default([]),
});

/** @throws Refusal code-taken. */
export async function refuseTakenCode(w: Writer, code: string): Promise<void> {
  const [taken] = await w.select({ code: households.code }).from(households).where(eq(households.code, code));
  if (taken) refuse("code-taken");
}

const moved = (ids: readonly string[], to: string) => new Map(ids.map((id) => [id, to]));

/**
 * 分户: some of the household's people, with some of its land, are a household of their own from that day on.
 * @returns the new household's code. @throws Refusal input, not-found, changed, code-taken, live-matches (of the
 * people or plots that leave).
 */
export async function splitHousehold(
  asker: Asker,
  code: string,
  about: RawAbout,
  raw: unknown,
  today: string,
) {
  const { version, ...when } = parse(aboutInput(today), about);
  const input = parse(splitInput, raw);
  await changing(async (w) => {
    const before = await loadOwn(w, asker, code, version);
    if (before.record.household.register !== "listed") refuse("not-open");
    await refuseTakenCode(w, input.code);
    const { staying, leaving } = divide(before.record, input);
    const count = await countLive(w, { members: input.members, parcels: input.parcels });
    if (count > 0) refuse("live-matches", { count });
    const about = { kind: "split" as const, ...when };
    const ids = [...input.members, ...input.parcels];
    await writeChecked(
      w,
      asker,
      [
        {
          before,
          after: staying,
          about: { ...about, otherCode: input.code },
          elsewhere: moved(ids, input.code),
        },
        { before: null, after: leaving, about: { ...about, otherCode: code }, arrived: new Set(ids) },
      ],
      today,
    );
  });
  return input.code;
}

type SplitInput = z.output<typeof splitInput>;

function divide(record: WholeRecord, input: SplitInput): { staying: WholeRecord; leaving: WholeRecord } {
  const { household } = record;
  const leaves = (id: string) => input.members.includes(id);
  const people = record.members.filter((m) => m.state === "present");
  const chosen = people.filter((m) => leaves(m.id));
  const rest = people.filter((m) => !leaves(m.id));
  if (chosen.length < input.members.length) refuseFields({ members: { code: "not-in-list" } });
  if (rest.length === 0) refuseFields({ members: { code: "too-big", max: people.length - 1 } });
  if (!leaves(input.head)) refuseFields({ head: { code: "not-in-list" } });
  const plots = record.parcels.filter((p) => input.parcels.includes(p.id) && p.state === "present");
  if (plots.length < input.parcels.length) refuseFields({ parcels: { code: "not-in-list" } });
  const headStays = rest.some((m) => m.relation === "head");
  const stayingHead = headStays ? null : rest.find((m) => m.id === input.stayingHead)?.id;
  if (!headStays && !stayingHead) refuseFields({ stayingHead: { code: "missing" } });
  const head = chosen.find((m) => m.id === input.head)!;
  return {
    staying: {
      ...record,
      members: record.members
        .filter((m) => !leaves(m.id))
        .map((m) => (m.id === stayingHead ? { ...m, relation: "head" as const } : m)),
      parcels: record.parcels.filter((p) => !plots.includes(p)),
    },
    leaving: {
      code: input.code,
      household: aHouseholdPart({
        headName: head.name,
        villageCode: household.villageCode,
        address: household.address,
        type: household.type,
        status: household.status,
        cause: household.cause,
        otherCauses: household.otherCauses,
        incomePerPersonFen: household.incomePerPersonFen,
        liftedOn: household.liftedOn,
      }),
      members: chosen.map((m) => ({ ...m, relation: m.id === head.id ? "head" : "other" })),
      parcels: plots,
      incomes: [],
    },
  };
}
