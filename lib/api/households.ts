import { z } from "zod";
import {
  causes,
  educations,
  healths,
  householdStatuses,
  householdTypes,
  laborClasses,
  parcelKinds,
  parcelUses,
  relations,
  schoolings,
  sexes,
  skills,
  workPlaces,
} from "@/db/words";
import { division, ident, listQuery } from "@/lib/api/list";
import type { HouseholdRow } from "@/lib/households/queries";
import type { HouseholdRecord } from "@/lib/households/record";
import { line } from "@/lib/postings/input";

const yesNo = z.enum(["true", "false"]).optional();
export const householdsQuery = z.strictObject({
  ...listQuery,
  /** A division of any level, 2 to 12 digits. */
  village: division.optional(),
  /** Part of the head's name, its pinyin or initials, or the beginning of the code. */
  q: line(50).optional(),
  covered: yesNo,
});

const head = {
  code: ident,
  headName: z.string(),
  villageCode: division,
  villageName: z.string(),
  townName: z.string(),
  status: z.enum(householdStatuses),
  type: z.enum(householdTypes),
};

export const householdRowAnswer = z.strictObject({
  ...head,
  persons: z.int(),
  /** Members who can work. */
  able: z.int(),
  /** mu on offer. */
  idleMu: z.number(),
  /** Has a live project. */
  covered: z.boolean(),
});

export const householdRowShown = ({
  idleMu100,
  ...row
}: HouseholdRow): z.input<typeof householdRowAnswer> => ({
  ...row,
  idleMu: idleMu100 / 100,
});

/** What a role may not read is absent (design/access.md). */
export const householdAnswer = z.strictObject({
  ...head,
  version: z.int(),
  phone: z.string().nullable().optional(),
  address: z.string().optional(),
  cause: z.enum(causes).optional(),
  otherCauses: z.array(z.enum(causes)).optional(),
  incomePerPersonFen: z.int().nullable().optional(),
  members: z.array(
    z.strictObject({
      id: ident,
      name: z.string(),
      relation: z.enum(relations),
      sex: z.enum(sexes),
      birthYear: z.int(),
      birth: z.iso.date().optional(),
      /** Masked; showing one whole needs a reason and is logged. */
      idNumber: z.string(),
      health: z.array(z.enum(healths)).optional(),
      education: z.enum(educations).nullable().optional(),
      schooling: z.enum(schoolings).nullable().optional(),
      laborClass: z.enum(laborClasses).optional(),
      skills: z.array(z.enum(skills)).optional(),
      workPlace: z.enum(workPlaces).nullable().optional(),
      workMonths: z.int().nullable().optional(),
    }),
  ),
  parcels: z
    .array(
      z.strictObject({
        id: ident,
        kind: z.enum(parcelKinds),
        use: z.enum(parcelUses),
        offered: z.boolean(),
        areaMu: z.number(),
        /** Taken by live matches. */
        agreedMu: z.number(),
      }),
    )
    .optional(),
});

export function householdShown({ parcels, ...record }: HouseholdRecord): z.input<typeof householdAnswer> {
  if (!parcels) return record;
  return {
    ...record,
    parcels: parcels.map(({ areaMu100, agreedMu100, ...parcel }) => ({
      ...parcel,
      areaMu: areaMu100 / 100,
      agreedMu: agreedMu100 / 100,
    })),
  };
}
