import { type FieldProblems, isRefusal, refuseFields } from "@/lib/refusal/refusal";

/** From what is typed (yuan, per cent, mu) to what the rules read (fen, basis points), and the problems back. */

/** Digits as people type them: full width, with commas or spaces. Anything else stays for the parser to name. */
function numberIn(form: FormData, name: string, times = 1): number | string | undefined {
  const text = String(form.get(name) ?? "").trim();
  if (text === "") return undefined;
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return text;
  // Rounding takes away what the binary product adds (0.29 × 100), not what was typed.
  return Math.round(Number(plain) * times * 1e6) / 1e6;
}

const optional = (value: number | string | undefined) => value ?? null;
const words = (form: FormData, name: string) => String(form.get(name) ?? "").replace(/\r\n/g, "\n");
const all = (form: FormData, name: string) => form.getAll(name).map(String);

function ownPart(form: FormData, kind: string, fenPerPerson: number): Record<string, unknown> {
  switch (kind) {
    case "job":
      return {
        positions: numberIn(form, "positions"),
        months: all(form, "months").map(Number),
        work: words(form, "work"),
        wageFen: numberIn(form, "wage", 100),
        wageUnit: words(form, "wageUnit"),
        ageMin: optional(numberIn(form, "ageMin")),
        ageMax: optional(numberIn(form, "ageMax")),
        skills: all(form, "skills"),
        skillsRequired: form.has("skillsRequired"),
        lodging: form.has("lodging"),
      };
    case "land":
      return {
        totalMu: numberIn(form, "totalMu"),
        parcelKinds: all(form, "parcelKinds"),
        minMu: numberIn(form, "minMu"),
        fullMu: optional(numberIn(form, "fullMu")),
        rentFenPerMuYear: numberIn(form, "rent", 100),
        years: numberIn(form, "years"),
      };
    case "order":
      return {
        product: words(form, "product"),
        grade: words(form, "grade"),
        totalJin: numberIn(form, "totalJin"),
        parcelKinds: all(form, "parcelKinds"),
        yieldJin: numberIn(form, "yieldJin"),
        minJin: numberIn(form, "minJin"),
        fullJin: numberIn(form, "fullJin"),
        floorFenPerJin: numberIn(form, "floorPrice", 100),
        deliveryMonths: all(form, "deliveryMonths").map(Number),
        payWithinDays: numberIn(form, "payWithinDays"),
        years: numberIn(form, "years"),
      };
    case "membership":
      return {
        households: numberIn(form, "households"),
        shareFen: numberIn(form, "share", 100),
        surplusBp: numberIn(form, "surplus", 100),
        services: all(form, "services"),
        ownVillages: form.has("ownVillages"),
      };
    case "contract":
      return {
        plots: numberIn(form, "plots"),
        plotMu: numberIn(form, "plotMu"),
        maxPlots: numberIn(form, "maxPlots"),
        product: words(form, "product"),
        months: all(form, "months").map(Number),
        skills: all(form, "skills"),
        feeFenPerPlotYear: numberIn(form, "fee", 100),
        inputsFenPerPlotYear: numberIn(form, "inputs", 100),
        yieldJinPerPlot: numberIn(form, "yieldJinPerPlot"),
        floorFenPerJin: numberIn(form, "floorPrice", 100),
        payWithinDays: numberIn(form, "payWithinDays"),
        years: numberIn(form, "years"),
      };
    default:
      return {
        roundId: words(form, "roundId") || null,
        persons: numberIn(form, "persons"),
        fenPerPerson,
        guaranteedBp: numberIn(form, "guaranteed", 100),
        secondBp: numberIn(form, "second", 100),
        bindingLink: words(form, "bindingLink"),
      };
  }
}

/** The form as the rules read it. @param fenPerPerson the policy's allotment: nobody types it */
export function readPosting(form: FormData, fenPerPerson: number): unknown {
  const kind = words(form, "kind");
  return {
    kind,
    projectId: words(form, "projectId"),
    title: words(form, "title"),
    summary: words(form, "summary"),
    villageCode: words(form, "villageCode"),
    radiusKm: optional(numberIn(form, "radiusKm")),
    closesOn: words(form, "closesOn"),
    ...ownPart(form, kind, fenPerPerson),
  };
}

/** Fields that are typed in another name and unit than the rules read: bounds are divided by `by`. */
const typedAs: Record<string, { name: string; by: number }> = {
  wageFen: { name: "wage", by: 100 },
  rentFenPerMuYear: { name: "rent", by: 100 },
  guaranteedBp: { name: "guaranteed", by: 100 },
  secondBp: { name: "second", by: 100 },
  floorFenPerJin: { name: "floorPrice", by: 100 },
  shareFen: { name: "share", by: 100 },
  surplusBp: { name: "surplus", by: 100 },
  feeFenPerPlotYear: { name: "fee", by: 100 },
  inputsFenPerPlotYear: { name: "inputs", by: 100 },
};
/** These already carry their bound as it is typed. */
const inTypedUnit = ["below-wage-floor", "below-guaranteed", "below-second", "below-surplus", "plot-loses"];
const leastOf: Record<string, number> = { radiusKm: 0.1 };
/** Here 0 is an answer. */
const mayBeNone = [
  "guaranteedBp",
  "secondBp",
  "shareFen",
  "surplusBp",
  "feeFenPerPlotYear",
  "inputsFenPerPlotYear",
  "payWithinDays",
];

/** The same problems at the fields of the form. */
export function problemsAsTyped(fields: FieldProblems): FieldProblems {
  const named: FieldProblems = {};
  for (const [path, problem] of Object.entries(fields)) {
    const field = path.split(".")[0] ?? path;
    const { name, by } = typedAs[field] ?? { name: field, by: 1 };
    const divisor = inTypedUnit.includes(problem.code) ? 1 : by;
    const { min, max, ...rest } = problem;
    // "Must be more than 0" is said as the least that can be typed.
    const positive = min === 0 && problem.code === "too-small" && !mayBeNone.includes(field);
    const least = positive ? (leastOf[field] ?? 0.01) : min;
    named[name] ??= {
      ...rest,
      ...(least !== undefined && { min: min === 0 ? least : least / divisor }),
      ...(max !== undefined && { max: max / divisor }),
    };
  }
  return named;
}

/** Runs a command on the form; what it refuses comes back at the form's own fields. */
export async function asTyped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error) && error.code === "input") return refuseFields(problemsAsTyped(error.fields));
    throw error;
  }
}
