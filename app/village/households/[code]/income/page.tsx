import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { openRecord } from "@/app/record/open";
import { RecordFrame } from "@/app/record/record-frame";
import { saveIncome } from "@/app/village/households/[code]/income/actions";
import { FilterChips } from "@/components/ui/filter-chips";
import { incomeKinds } from "@/lib/households/field-kinds";
import { formField } from "@/lib/households/field-text";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ year?: string }> };

/** Income by kind, one year at a time; last year unless another is asked for. */
export default async function EditIncome({ params, searchParams }: Props) {
  const [{ code }, { year: asked }] = await Promise.all([params, searchParams]);
  const record = await openRecord(code, "village");
  const { said, form, day } = record;
  const { record: r, ui } = said.t;
  const last = Number(day.slice(0, 4)) - 1;
  const years = [...new Set([last, last - 1, last - 2, ...form.incomes.map((i) => i.year)])].sort(
    (a, b) => b - a,
  );
  const year = years.find((one) => String(one) === asked) ?? last;
  const income = form.incomes.find((i) => i.year === year);
  const hints: Record<string, string> = { netFen: r.netHint, perPersonFen: r.perPersonHint };
  const fields = Object.keys(incomeKinds).map((field) => ({
    ...formField(said, "income", field, Reflect.get(income ?? {}, field)),
    ...(hints[field] && { hint: hints[field] }),
  }));
  return (
    <RecordFrame record={record} title={r.editOf(r.income.title)}>
      <div className="mb-6">
        <FilterChips
          label={r.income.year}
          chips={years.map((one) => ({
            label: r.income.ofYear(one),
            href: `/village/households/${code}/income?year=${one}`,
            active: one === year,
          }))}
        />
      </div>
      <RecordForm
        action={saveIncome}
        groups={[{ title: r.income.ofYear(year), fields }, { fields: aboutFields(said.t, day) }]}
        hidden={{ code, year, version: form.version }}
        words={{ errorsTitle: ui.errorsTitle, send: r.save, working: ui.working }}
      />
    </RecordFrame>
  );
}
