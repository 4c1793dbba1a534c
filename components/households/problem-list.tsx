import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { fieldLabel, type Said } from "@/lib/households/field-text";
import type { RuleProblem } from "@/lib/households/rule-codes";
import { formatList } from "@/lib/i18n/format";

type Props = {
  problems: readonly RuleProblem[];
  said: Said;
  nameOf: (member: string) => string;
  hrefOf: (problem: RuleProblem) => string;
};

/** What the counties' checks say: whose, what is wrong, what would be right, and the way to it. */
export function ProblemList({ problems, said, nameOf, hrefOf }: Props) {
  const { t, locale } = said;
  return (
    <ul className="divide-y divide-line">
      {problems.map((problem) => {
        const { code, level, member, field, data } = problem;
        const { says, remedy } = t.householdRules[code];
        const missing = data?.missing?.map((name) => fieldLabel(said, "member", name));
        const sentence = says({
          ...(data?.age !== undefined && { age: data.age }),
          ...(missing && { missing: formatList(locale, missing) }),
        });
        return (
          <li key={`${code} ${member} ${field}`} className="grid gap-1 py-3 sm:grid-cols-[1fr_auto]">
            <p>
              <Tag tone={level === "error" ? "refused" : "waiting"}>{t.record.problem[level]}</Tag>{" "}
              {member && (
                <span translate="no" className="font-semibold">
                  {nameOf(member)}{" "}
                </span>
              )}
              {sentence}
              <span className="block text-ink-soft">{remedy}</span>
            </p>
            <TextLink href={hrefOf(problem)} className="target">
              {t.record.edit}
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
