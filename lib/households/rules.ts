import type {
  Cause,
  Education,
  Health,
  HouseholdType,
  LaborClass,
  MemberState,
  Relation,
  Schooling,
  Sex,
  WorkPlace,
} from "@/db/words";
import { ageOn } from "@/lib/clock/clock";
import { ofMember } from "@/lib/households/member-rules";
import { problem, type RuleProblem } from "@/lib/households/rule-codes";
import { parsePhone } from "@/lib/numbers/phone";
import type { NumberWorld } from "@/lib/numbers/world";

/** The checks of a whole household; the editor and the spreadsheets ask the same. */

/** As much of a member as the rules read; null = not recorded. A `MemberPart` is one. */
export type CheckedMember = {
  /** The member's id, or where it stands in a sheet: what the problem names. */
  id: string;
  relation: Relation | null;
  sex: Sex | null;
  birth: string | null;
  idNumber: string | null;
  education: Education | null;
  schooling: Schooling | null;
  health: readonly Health[] | null;
  laborClass: LaborClass | null;
  workPlace: WorkPlace | null;
  workMonths: number | null;
  disabilityCard: string | null;
  illnessInsurance: boolean | null;
  residentMedical: boolean | null;
  employeeMedical: boolean | null;
  lowIncome: boolean | null;
  destitute: boolean | null;
  state?: MemberState;
};

export type CheckedHousehold = {
  household: {
    phone: string | null;
    type: HouseholdType | null;
    cause: Cause | null;
    otherCauses: readonly Cause[];
  };
  members: readonly CheckedMember[];
};

export type RuleContext = {
  /** YYYY-MM-DD: ages are counted on it. */
  today: string;
  world: NumberWorld;
};

/** All that is wrong or doubtful, errors first; members who left or died are not asked. */
export function householdProblems(record: CheckedHousehold, context: RuleContext): RuleProblem[] {
  const people = record.members.filter((m) => (m.state ?? "present") === "present");
  const found = [
    ...ofFamily(people, record.members.length > 0, context),
    ...people.flatMap((m) => ofMember(m, context)),
    ...ofHousehold(record, people, context),
  ];
  return [...found.filter((p) => p.level === "error"), ...found.filter((p) => p.level === "warning")];
}

function ofFamily(people: readonly CheckedMember[], anyone: boolean, { today }: RuleContext): RuleProblem[] {
  const found: RuleProblem[] = [];
  const heads = people.filter((m) => m.relation === "head");
  const spouses = people.filter((m) => m.relation === "spouse");
  const [head, second] = heads;
  const [spouse, other] = spouses;
  // A household of which nobody is left has no head, and needs none.
  if (!head && (people.length > 0 || !anyone)) found.push(problem("no-head", "relation"));
  if (second) found.push(problem("two-heads", "relation", second));
  if (other) found.push(problem("two-spouses", "relation", other));
  if (head?.sex && spouse?.sex === head.sex) found.push(problem("couple-of-one-sex", "sex", spouse));
  const seen = new Set<string>();
  for (const m of people) {
    const number = m.idNumber?.slice(0, 18).toUpperCase();
    if (number && seen.has(number)) found.push(problem("id-number-twice", "idNumber", m));
    if (number) seen.add(number);
  }
  if (head?.birth)
    for (const m of people) {
      if (!m.birth || !m.relation) continue;
      const elder = ["son", "daughter"].includes(m.relation) ? head : m;
      const younger = elder === head ? m : head;
      const isParent = ["son", "daughter", "father", "mother"].includes(m.relation);
      if (isParent && years(elder.birth, today) - years(younger.birth, today) < 12)
        found.push(problem("parent-too-young", "birth", m));
    }
  return found;
}

const years = (birth: string | null, today: string) => (birth ? ageOn(birth, today) : 0);

function ofHousehold(
  { household: h }: CheckedHousehold,
  people: readonly CheckedMember[],
  { world }: RuleContext,
): RuleProblem[] {
  const found: RuleProblem[] = [];
  if (!h.phone) found.push(problem("phone-missing", "phone"));
  else if (!parsePhone(h.phone, world)) found.push(problem("phone-wrong", "phone"));
  if (!h.cause) found.push(problem("cause-missing", "cause"));
  if (h.cause && h.otherCauses.includes(h.cause)) found.push(problem("cause-twice", "otherCauses"));
  if (h.otherCauses.length > 2) found.push(problem("causes-too-many", "otherCauses"));
  const asks = h.type === "low-income" ? "lowIncome" : h.type === "destitute" ? "destitute" : null;
  if (asks && people.length > 0 && people.every((m) => m[asks] === false))
    found.push(problem("type-without-member", "type"));
  return found;
}
