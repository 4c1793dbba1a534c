import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import { ageOn } from "@/lib/clock/clock";
import { fieldText, type Said } from "@/lib/households/field-text";
import type { HouseholdForm } from "@/lib/households/form";
import { formatDayWithYear } from "@/lib/i18n/format";

export type FormMember = HouseholdForm["members"][number];
type Props = {
  members: readonly FormMember[];
  said: Said;
  today: string;
  /** Buttons of a member: change, show the ID number. */
  beside?: (member: FormMember) => ReactNode;
};

/** The people of a household: who, how old, what they can do; one look each. */
export function FormMembers({ members, said, today, beside }: Props) {
  const { t, locale } = said;
  const text = (m: FormMember, field: keyof FormMember) => fieldText(said, "member", field, m[field]);
  const line = (...parts: string[]) => parts.filter(Boolean).join(" · ");
  return (
    <ul className="divide-y divide-line">
      {members.map((m) => (
        <li key={m.id} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <span translate="no" className="font-semibold">
              {m.name}
            </span>
            <span className="text-ink-soft">
              {line(
                text(m, "relation"),
                text(m, "sex"),
                m.birth ? t.record.age(ageOn(m.birth, today), formatDayWithYear(locale, m.birth)) : "",
              )}
            </span>
            {m.state !== undefined && m.state !== "present" && <Tag>{text(m, "state")}</Tag>}
          </p>
          <p>
            {line(text(m, "laborClass"), text(m, "skills"), text(m, "schooling") || text(m, "education"))}
          </p>
          <p className="text-ink-soft">
            {line(text(m, "health"), m.workPlace ? line(text(m, "workPlace"), text(m, "workMonths")) : "")}
          </p>
          {m.idNumber && (
            <p className="text-ink-soft">
              {t.households.idNumber} {m.idNumber}
            </p>
          )}
          {beside && <div className="flex flex-wrap items-start gap-x-4 gap-y-1">{beside(m)}</div>}
        </li>
      ))}
    </ul>
  );
}
