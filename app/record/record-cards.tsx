import type { OpenRecord } from "@/app/record/open";
import { FormGroup } from "@/components/households/form-group";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { householdGroupNames, householdGroups, incomeKinds } from "@/lib/households/field-kinds";
import { fieldLabel, fieldText } from "@/lib/households/field-text";

type Props = {
  record: OpenRecord;
  /** The page a group is changed on; none where it may not be. */
  editHref?: (group: string) => string | null;
};

/** The groups of the form, and the latest year's income: what the reader may read of it. */
export function RecordCards({ record: { said, form }, editHref }: Props) {
  const { record: r, households: h } = said.t;
  const edit = (group: string) => {
    const href = editHref?.(group);
    return (
      href && (
        <TextLink href={href} className="target">
          {r.edit}
        </TextLink>
      )
    );
  };
  const [income] = form.incomes;
  const fixed = { code: form.code, status: form.household.status };
  return (
    <div className="grid gap-3">
      <Card title={h.household}>
        <DefinitionList
          items={[
            { term: h.code, value: fixed.code },
            { term: h.place, value: <span translate="no">{`${form.townName} ${form.villageName}`}</span> },
            { term: h.status, value: fieldText(said, "household", "status", fixed.status) },
            {
              term: fieldLabel(said, "household", "liftedOn"),
              value: fieldText(said, "household", "liftedOn", form.household.liftedOn),
            },
          ]}
        />
      </Card>
      {householdGroupNames.map((group) => (
        <FormGroup
          key={group}
          title={r.groups[group]}
          subject="household"
          fields={householdGroups[group]}
          part={form.household}
          said={said}
          aside={edit(group)}
        />
      ))}
      {form.household.incomePerPersonFen !== undefined && (
        <FormGroup
          title={income ? `${r.income.title} · ${r.income.ofYear(income.year)}` : r.income.title}
          subject="income"
          fields={Object.keys(incomeKinds)}
          part={income ?? {}}
          said={said}
          aside={edit("income")}
        />
      )}
    </div>
  );
}
