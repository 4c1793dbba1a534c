import { z } from "zod";
import { industryGroups, terms } from "@/db/words";

/** One line of a name: trimmed, without control characters. */
const name = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, "code:bad-characters");

const shared = {
  nameZh: name(20),
  nameEn: name(40),
  group: z.enum(industryGroups),
  term: z.enum(terms),
  sort: z.int().min(0).max(9999),
};

/** A new industry; its code is made of letters once and for all. */
export const newIndustryInput = z.strictObject({
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,23}$/, "code:bad-code"),
  ...shared,
});

export const industryInput = z.strictObject(shared);
