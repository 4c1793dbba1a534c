import { z } from "zod";

/** What every list takes: at most 200 rows, and where the page before ended. */
export const listQuery = {
  limit: z
    .string()
    .transform((text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : text))
    .pipe(z.int().min(1).max(200))
    .default(50),
  cursor: z
    .string()
    .regex(/^[\w-]{1,40}$/, "code:unknown")
    .optional(),
};

/** The query of what takes no parameters. */
export const nothingAsked = z.strictObject({});

/** A division by its code at one of the levels there are; never widened by stripping zeros. */
export const division = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/, "code:unknown");

/** A list as it is answered: `next` is the cursor of the page after, null at the end. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

/** An instant in UTC, as ISO 8601. */
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const ident = z.string().min(1).max(40);
