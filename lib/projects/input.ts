import { z } from "zod";
import { linkKinds, sectors, terms } from "@/db/words";
import { isDay } from "@/lib/clock/clock";
import type { FieldProblems } from "@/lib/refusal/refusal";

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, "code:bad-characters");
const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(\P{Cc}|[\t\n])*$/u, "code:bad-characters");
const dayOrNothing = z.string().refine(isDay, "code:bad-date").nullable().default(null);

/** A project as its enterprise writes it down. */
export const projectInput = z
  .strictObject({
    name: line(40).min(1),
    industry: z.string().min(1).max(24),
    sector: z.enum(sectors),
    term: z.enum(terms),
    summary: prose(1000),
    /** What it makes and how much, in words. */
    capacity: line(80),
    households: z.int().min(1).max(100_000).nullable().default(null),
    links: z.array(z.enum(linkKinds)).max(linkKinds.length),
    villages: z.array(z.string().regex(/^\d{12}$/, "code:unknown")).max(60),
    startsOn: dayOrNothing,
    endsOn: dayOrNothing,
  })
  .transform((p) => ({ ...p, links: [...new Set(p.links)], villages: [...new Set(p.villages)].sort() }));
export type ProjectInput = z.output<typeof projectInput>;

/** What a schema of single fields cannot hold. */
export const projectProblems = ({ startsOn, endsOn }: ProjectInput): FieldProblems =>
  startsOn !== null && endsOn !== null && endsOn < startsOn ? { endsOn: { code: "before-start" } } : {};

/** What a project has to say before it stands in the directory. */
export function missingForDirectory(project: {
  summary: string;
  links: readonly string[];
  villages: readonly unknown[];
}): FieldProblems {
  const problems: FieldProblems = {};
  if (project.summary === "") problems.summary = { code: "missing" };
  if (project.links.length === 0) problems.links = { code: "missing" };
  if (project.villages.length === 0) problems.villages = { code: "missing" };
  return problems;
}

export const reasonInput = z.strictObject({ reason: prose(500) });
