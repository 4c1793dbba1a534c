import { ageOn } from "@/lib/clock/clock";
import { problem, type RuleProblem } from "@/lib/households/rule-codes";
import type { CheckedMember, RuleContext } from "@/lib/households/rules";
import { parseIdNumber } from "@/lib/numbers/id-number";

/** What is checked of each person by itself. */
export function ofMember(m: CheckedMember, context: RuleContext): RuleProblem[] {
  return [
    ...ofNumbers(m, context),
    ...ofSchoolAndHealth(m, context),
    ...ofWork(m, context),
    ...ofInsurance(m),
  ];
}

function ofNumbers(m: CheckedMember, { today, world }: RuleContext): RuleProblem[] {
  const found: RuleProblem[] = [];
  const read = m.idNumber === null ? null : parseIdNumber(m.idNumber, world, today);
  if (m.birth && m.birth > today) found.push(problem("birth-in-future", "birth", m));
  if (read && !read.ok) found.push(problem("id-number-wrong", "idNumber", m, { problem: read.problem }));
  if (read === null) found.push(problem("id-number-wrong", "idNumber", m, { problem: "length" }));
  if (read?.ok) {
    if (m.birth && read.value.birth !== m.birth) found.push(problem("id-number-birth", "birth", m));
    if (m.sex && read.value.sex !== m.sex) found.push(problem("id-number-sex", "sex", m));
  }
  if (m.disabilityCard !== null && m.disabilityCard !== "") {
    const card = parseIdNumber(m.disabilityCard, world, today);
    const isOwn =
      card.ok && card.value.disability && (!read?.ok || card.value.idNumber === read.value.idNumber);
    if (!isOwn) found.push(problem("card-not-own", "disabilityCard", m));
  } else if (m.health?.includes("disabled") && !(read?.ok && read.value.disability))
    found.push(problem("disabled-without-card", "disabilityCard", m));
  return found;
}

function ofSchoolAndHealth(m: CheckedMember, { today }: RuleContext): RuleProblem[] {
  const found: RuleProblem[] = [];
  const age = m.birth ? ageOn(m.birth, today) : null;
  if (m.education && m.schooling) found.push(problem("education-and-schooling", "schooling", m));
  if (!m.education && !m.schooling) found.push(problem("education-missing", "education", m));
  if (m.schooling && age !== null && (age > 35 || (age > 8 && m.schooling === "preschool-age")))
    found.push(problem("schooling-age", "schooling", m, { age }));
  const health = m.health ?? [];
  if (health.length === 0) found.push(problem("health-missing", "health", m));
  if (health.includes("healthy") && health.length > 1) found.push(problem("healthy-and-ill", "health", m));
  return found;
}

const isAtSchool = (m: CheckedMember) => m.schooling !== null && m.schooling !== "preschool-age";

function ofWork(m: CheckedMember, { today }: RuleContext): RuleProblem[] {
  const found: RuleProblem[] = [];
  const age = m.birth ? ageOn(m.birth, today) : null;
  const isHealthy = m.health?.length === 1 && m.health[0] === "healthy";
  const works = m.workPlace !== null || (m.workMonths ?? 0) > 0;
  if (!m.laborClass) found.push(problem("labor-missing", "laborClass", m));
  if (age !== null && age >= 16 && age <= 59 && isHealthy && !isAtSchool(m)) {
    if (m.laborClass === "none" || m.laborClass === "weak")
      found.push(problem("able-age-no-labor", "laborClass", m, { age }));
    if (m.laborClass === "lost") found.push(problem("healthy-but-lost", "laborClass", m, { age }));
  }
  if (age !== null && age < 16 && m.laborClass && m.laborClass !== "none")
    found.push(problem("too-young-to-work", "laborClass", m, { age }));
  if (works && (m.laborClass === "none" || m.laborClass === "lost"))
    found.push(problem("work-without-labor", "laborClass", m));
  if ((m.workPlace === null) !== (m.workMonths === null))
    found.push(problem("work-place-and-months", m.workPlace === null ? "workPlace" : "workMonths", m));
  if (m.workMonths !== null && (m.workMonths < 0 || m.workMonths > 12))
    found.push(problem("work-months-range", "workMonths", m));
  if (works && isAtSchool(m)) found.push(problem("work-while-at-school", "workPlace", m));
  return found;
}

function ofInsurance(m: CheckedMember): RuleProblem[] {
  const found: RuleProblem[] = [];
  if (m.residentMedical && m.employeeMedical) found.push(problem("medical-twice", "residentMedical", m));
  if (m.residentMedical === false && m.employeeMedical === false)
    found.push(problem("medical-none", "residentMedical", m));
  const missing = (["illnessInsurance", "lowIncome", "destitute"] as const).filter((key) => m[key] === null);
  if (missing.length > 0) found.push(problem("insurance-missing", missing[0]!, m, { missing }));
  return found;
}
