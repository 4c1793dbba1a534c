import type { z } from "zod";
import { type FieldProblem, refuseFields } from "@/lib/refusal/refusal";

/** One zod issue as a field problem. A schema may name its own by `message: "code:below-wage-floor"`. */
function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const named = /^code:([a-z-]+)$/.exec(issue.message)?.[1];
  if (named)
    return { code: named as FieldProblem["code"], ...("params" in issue ? (issue.params as object) : {}) };
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null || issue.input === "") return { code: "missing" };
      if (issue.expected === "number") return { code: "not-a-number" };
      return { code: issue.expected === "int" ? "not-whole" : "wrong" };
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) === 1) return { code: "missing" };
      return { code: issue.origin === "string" ? "too-short" : "too-small", min: Number(issue.minimum) };
    case "too_big":
      return { code: issue.origin === "string" ? "too-long" : "too-big", max: Number(issue.maximum) };
    case "invalid_value":
      return { code: issue.input === undefined || issue.input === "" ? "missing" : "not-in-list" };
    case "invalid_union": {
      // The field that says which: zod reports the whole object as its input.
      const { input, path } = issue;
      const given: unknown =
        typeof input === "object" && input !== null ? Reflect.get(input, path.at(-1) ?? "") : input;
      return { code: given === undefined || given === null || given === "" ? "missing" : "not-in-list" };
    }
    case "unrecognized_keys":
      return { code: "unknown-field" };
    default:
      return { code: "wrong" };
  }
}

/**
 * Parses what came in at a door.
 * @throws Refusal `input` with one problem per field; unknown keys are named themselves.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  // A map, since a key like "constructor" is something to every plain object.
  const fields = new Map<string, FieldProblem>();
  for (const issue of result.error.issues) {
    const paths =
      issue.code === "unrecognized_keys" ? issue.keys.map((k) => [...issue.path, k]) : [issue.path];
    for (const path of paths) {
      const field = path.map(String).join(".");
      if (!fields.has(field)) fields.set(field, problemOf(issue));
    }
  }
  return refuseFields(Object.fromEntries(fields));
}
