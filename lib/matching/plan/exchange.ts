/**
 * The exchange format of instances and answers (matching.md §5), for `solve` on the command line and for checking the
 * solver against others. Unknown keys, wrong numbers, unknown names are refused with the path of what is wrong.
 */
import { z } from "zod";
import { gapOf } from "@/lib/matching/plan/bound";
import { check, type Fault, type Plan } from "@/lib/matching/plan/check";
import { type Instance, InstanceBuilder, LARGEST, LONG, SHORT } from "@/lib/matching/plan/instance";
import { optionOf, withRules } from "@/lib/matching/plan/rules";
import { type SolveOptions, solve } from "@/lib/matching/plan/solve";

const id = z.string().min(1);
const amount = z.int().min(0).max(LARGEST);
/** Capacities, bonuses, limits may exceed 31 bits; all sums must stay exact in a double. */
const large = z.int().min(0);

const optionSchema = z.strictObject({ bin: id, size: amount, value: amount });
const pairSchema = z.strictObject({ item: id, bin: id });

/** An instance as JSON. `term`, `perTerm`, `pins`, `forbids` may be left out. */
export const instanceSchema = z.strictObject({
  bins: z.array(z.strictObject({ id, capacity: large, term: z.enum(["short", "long"]).optional() })),
  groups: z.array(
    z.strictObject({
      id,
      limit: large,
      bonus: large,
      perTerm: large.optional(),
      items: z.array(z.strictObject({ id, options: z.array(optionSchema) })),
    }),
  ),
  pins: z.array(pairSchema).optional(),
  forbids: z.array(pairSchema).optional(),
});
export type InstanceJson = z.infer<typeof instanceSchema>;

/** An answer as JSON; `seconds` is the caller's to measure. */
export const answerSchema = z.strictObject({
  value: z.number(),
  bound: z.number(),
  gap: z.number(),
  seconds: z.number().min(0),
  assigned: z.array(pairSchema),
  prices: z.record(id, z.number()),
});
export type AnswerJson = z.infer<typeof answerSchema>;

/** Something wrong in a file, at a path such as `groups[3].items[0].options[2].bin`. */
export interface Flaw {
  readonly path: string;
  readonly message: string;
}

/** A file that is no instance (or no answer to one); `flaws` has at least one entry. */
export class Malformed extends Error {
  constructor(readonly flaws: readonly Flaw[]) {
    super(flaws.map((flaw) => `${flaw.path || "(whole file)"}: ${flaw.message}`).join("\n"));
    this.name = "Malformed";
  }
}

/** `["groups", 3, "items"]` → `groups[3].items`. */
function pathOf(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) text += typeof step === "number" ? `[${step}]` : `${text && "."}${String(step)}`;
  return text;
}

function parsed<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new Malformed(
    result.error.issues.map((issue) => ({ path: pathOf(issue.path), message: issue.message })),
  );
}

/** Numbers names in order; a name twice is a flaw at its second place. */
class Names {
  readonly number = new Map<string, number>();
  constructor(private readonly flaws: Flaw[]) {}

  add(name: string, path: string): void {
    if (this.number.has(name)) this.flaws.push({ path, message: `"${name}" is used twice` });
    else this.number.set(name, this.number.size);
  }
}

/**
 * Reads an instance from JSON.
 * @throws Malformed with every flaw found, InfeasiblePin when pins cannot all be kept.
 */
export function parseInstance(json: unknown): Instance {
  const file = parsed(instanceSchema, json);
  const flaws: Flaw[] = [];
  const bins = new Names(flaws);
  const groups = new Names(flaws);
  const items = new Names(flaws);
  const builder = new InstanceBuilder();
  for (const [j, bin] of file.bins.entries()) {
    bins.add(bin.id, `bins[${j}].id`);
    builder.addBin(bin.id, bin.capacity, bin.term === "short" ? SHORT : bin.term === "long" ? LONG : 0);
  }
  /** The item that last named each bin: a second option to the same bin could not be told apart in an answer. */
  const lastItem = new Int32Array(file.bins.length).fill(-1);
  let most = 0;
  for (const [g, group] of file.groups.entries()) {
    groups.add(group.id, `groups[${g}].id`);
    builder.addGroup(group.id, group);
    most += group.bonus;
    for (const [i, item] of group.items.entries()) {
      items.add(item.id, `groups[${g}].items[${i}].id`);
      const number = builder.addItem(item.id);
      let top = 0;
      for (const [o, option] of item.options.entries()) {
        const bin = bins.number.get(option.bin);
        const path = () => `groups[${g}].items[${i}].options[${o}].bin`;
        if (bin === undefined) {
          flaws.push({ path: path(), message: `no bin is called "${option.bin}"` });
          continue;
        }
        if (lastItem[bin] === number)
          flaws.push({ path: path(), message: `"${option.bin}" is offered twice` });
        lastItem[bin] = number;
        builder.addOption(bin, option.size, option.value);
        top = Math.max(top, option.value);
      }
      most += top;
    }
  }
  if (most > Number.MAX_SAFE_INTEGER) flaws.push({ path: "", message: "the values add up past 2^53" });
  const pairs = (list: "pins" | "forbids") =>
    (file[list] ?? []).map((pair, k) => {
      const item = items.number.get(pair.item);
      const bin = bins.number.get(pair.bin);
      if (item === undefined)
        flaws.push({ path: `${list}[${k}].item`, message: `no item is called "${pair.item}"` });
      if (bin === undefined)
        flaws.push({ path: `${list}[${k}].bin`, message: `no bin is called "${pair.bin}"` });
      return { item: item ?? -1, bin: bin ?? -1 };
    });
  const rules = { pins: pairs("pins"), forbids: pairs("forbids") };
  if (flaws.length > 0) throw new Malformed(flaws);
  const instance = builder.build();
  return rules.pins.length + rules.forbids.length > 0 ? withRules(instance, rules) : instance;
}

/** A plan as JSON: pairs in item order, prices of 0 left out. */
export function answerOf(instance: Instance, plan: Plan, seconds: number): AnswerJson {
  const assigned: AnswerJson["assigned"] = [];
  for (let i = 0; i < instance.items; i++) {
    const o = plan.option[i]!;
    if (o >= 0) assigned.push({ item: instance.itemId[i]!, bin: instance.binId[instance.optionBin[o]!]! });
  }
  const prices: Record<string, number> = {};
  for (let j = 0; j < instance.bins; j++)
    if (plan.prices[j]! > 0) prices[instance.binId[j]!] = plan.prices[j]!;
  return { value: plan.value, bound: plan.bound, gap: plan.gap, seconds, assigned, prices };
}

/** A fault of an answer by name: what `check` finds, and what only names can show. */
export interface NamedFault {
  readonly kind: Fault["kind"];
  readonly at: string;
}

/**
 * Checks an answer in JSON against its instance.
 * @throws Malformed when the answer has not the form of one.
 */
export function checkAnswer(
  instance: Instance,
  json: unknown,
): { faults: NamedFault[]; value: number; bound: number; gap: number } {
  const answer = parsed(answerSchema, json);
  const faults: NamedFault[] = [];
  const itemOf = new Map(instance.itemId.map((name, i) => [name, i]));
  const binOf = new Map(instance.binId.map((name, j) => [name, j]));
  const option = new Int32Array(instance.items).fill(-1);
  for (const pair of answer.assigned) {
    const item = itemOf.get(pair.item) ?? -1;
    const bin = binOf.get(pair.bin) ?? -1;
    const o = item < 0 || bin < 0 ? -1 : optionOf(instance, item, bin);
    if (o < 0) faults.push({ kind: "not-an-option", at: `${pair.item} → ${pair.bin}` });
    else if (option[item]! >= 0) faults.push({ kind: "item-twice", at: pair.item });
    else option[item] = o;
  }
  const prices = new Float64Array(instance.bins);
  for (const [name, price] of Object.entries(answer.prices)) {
    const bin = binOf.get(name);
    if (bin === undefined) faults.push({ kind: "not-an-option", at: name });
    else prices[bin] = price;
  }
  const verdict = check(instance, {
    value: answer.value,
    bound: answer.bound,
    gap: answer.gap,
    option,
    prices,
  });
  for (const { kind, at } of verdict.faults) faults.push({ kind, at: nameOf(instance, kind, at) });
  return { faults, value: verdict.value, bound: verdict.bound, gap: gapOf(verdict.value, verdict.bound) };
}

function nameOf(instance: Instance, kind: Fault["kind"], at: number): string {
  if (at < 0) return "plan";
  if (kind === "bin-overfull" || kind === "price-negative") return instance.binId[at]!;
  if (kind === "group-over-limit" || kind === "group-over-term") return instance.groupId[at]!;
  return instance.itemId[at]!;
}

/**
 * Reads, solves and answers in the exchange format. `clock` gives seconds from any start (this room has no clock).
 * @throws Malformed, InfeasiblePin as `parseInstance` does.
 */
export function solveJson(json: unknown, clock: () => number, options: SolveOptions = {}): AnswerJson {
  const start = clock();
  const instance = parseInstance(json);
  const plan = solve(instance, options);
  return answerOf(instance, plan, Math.max(0, clock() - start));
}
