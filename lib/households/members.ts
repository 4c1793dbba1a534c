import { z } from "zod";
import { newId } from "@/db/ids";
import type { Asker } from "@/lib/access/asker";
import { changeHousehold } from "@/lib/households/change";
import type { RawAbout } from "@/lib/households/edit";
import { aboutInput, parsers } from "@/lib/households/input";
import { leftWith, saidOver } from "@/lib/households/returned";
import { aMemberPart, type MemberPart, type WholeRecord } from "@/lib/households/whole";
import { presentWorld } from "@/lib/numbers/world";
import { parse } from "@/lib/refusal/parse";
import { type FieldProblems, refuse, refuseFields } from "@/lib/refusal/refusal";

/** How someone comes to a household; `edited`: was always there and had been forgotten. */
export const arrivals = ["born", "married-in", "member-moved-in", "edited"] as const;
/** How someone leaves it. */
export const departures = ["died", "member-moved-out"] as const;

const necessary = ["name", "relation", "sex", "birth", "idNumber", "health", "laborClass"] as const;

/**
 * Changes one member's fields.
 * @throws Refusal input (also household-rule, registered-already), forbidden, not-found, changed, not-open.
 */
export async function editMember(
  asker: Asker,
  code: string,
  member: string,
  about: RawAbout,
  raw: unknown,
  today: string,
): Promise<void> {
  const when = parse(aboutInput(today), about);
  const given = parse(parsers.member(presentWorld(), today), raw) as Partial<MemberPart>;
  if ("state" in given) refuseFields({ state: { code: "unknown-field" } });
  await changeHousehold(asker, code, { kind: "edited", memberId: member, ...when }, today, (record) => {
    present(record, member);
    const members = record.members.map((m) => (m.id === member ? { ...m, ...given } : m));
    return { ...record, members: oneHead(record, members, given.relation === "head" ? member : null) };
  });
}

/** Whoever becomes the head takes the place of the one before, whose relation has to be said anew. */
function oneHead(record: WholeRecord, members: MemberPart[], head: string | null): MemberPart[] {
  const old = record.members.find((m) => m.relation === "head" && m.state === "present");
  if (!head || !old || old.id === head) return members;
  return members.map((m) => (m.id === old.id ? { ...m, relation: "other" } : m));
}

/** A member who is in the household now. @throws Refusal not-found. */
export const present = (record: WholeRecord, member: string): MemberPart =>
  record.members.find((m) => m.id === member && m.state === "present") ?? refuse("not-found");

/**
 * Adds someone: born, married in, moved in, or forgotten so far. Whoever left this household before is back as who
 * they were, with what is said of them now.
 * @returns the member's id. @throws Refusal as editMember.
 */
export async function addMember(
  asker: Asker,
  code: string,
  kind: (typeof arrivals)[number],
  about: RawAbout,
  raw: unknown,
  today: string,
): Promise<string> {
  const when = parse(aboutInput(today), about);
  const how = parse(z.object({ kind: z.enum(arrivals) }), { kind }).kind;
  const given = parse(parsers.member(presentWorld(), today), raw) as Partial<MemberPart>;
  const lacking = necessary.filter((field) => given[field] === undefined || given[field] === null);
  if (lacking.length > 0)
    refuseFields(Object.fromEntries(lacking.map((field) => [field, { code: "missing" }])) as FieldProblems);
  const said = given as MemberPart;
  let id = newId();
  await changeHousehold(asker, code, { kind: how, ...when }, today, (record) => {
    if (how === "born" && said.birth !== when.happenedOn) refuseFields({ happenedOn: { code: "not-same" } });
    const left = leftWith(record.members, said.idNumber);
    id = left?.id ?? id;
    const member: MemberPart = left
      ? { ...saidOver(left, said), state: "present" }
      : aMemberPart({ ...said, id, state: "present" });
    const members = left ? record.members.map((m) => (m === left ? member : m)) : [...record.members, member];
    const after = { ...record, members: oneHead(record, members, member.relation === "head" ? id : null) };
    return { after, memberId: id };
  });
  return id;
}

/**
 * Someone died or moved out. When it is the head, somebody else present becomes it.
 * @param newHead a member's id; needed when the head leaves others behind.
 */
export async function memberLeaves(
  asker: Asker,
  code: string,
  { member, kind, newHead }: { member: string; kind: string; newHead?: string | undefined },
  about: RawAbout,
  today: string,
): Promise<void> {
  const when = parse(aboutInput(today), about);
  const how = parse(z.object({ kind: z.enum(departures) }), { kind }).kind;
  await changeHousehold(asker, code, { kind: how, memberId: member, ...when }, today, (record) => {
    const leaver = present(record, member);
    const others = record.members.filter((m) => m.state === "present" && m.id !== member);
    const needsHead = leaver.relation === "head" && others.length > 0;
    const head = needsHead ? others.find((m) => m.id === newHead)?.id : null;
    if (needsHead && !head) refuseFields({ newHead: { code: "missing" } });
    const state = how === "died" ? ("died" as const) : ("moved-out" as const);
    const members = record.members.map((m) =>
      m.id === member
        ? // The late head keeps no title: there is one head among the present, and one in the replayed past.
          { ...m, state, ...(needsHead && { relation: "other" as const }) }
        : m.id === head
          ? { ...m, relation: "head" as const }
          : m,
    );
    return { ...record, members };
  });
}
