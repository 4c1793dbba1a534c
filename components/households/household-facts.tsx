import { DefinitionList } from "@/components/ui/definition-list";
import type { Locale } from "@/db/words";
import type { HouseholdRecord } from "@/lib/households/record";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatList, formatMoney } from "@/lib/i18n/format";

/** The household as such; what the reader may not know is not in the record and gets no line. */
export function HouseholdFacts({ record, locale }: { record: HouseholdRecord; locale: Locale }) {
  const { households: h, words, ui } = dictionary(locale);
  const { incomePerPersonFen: income } = record;
  return (
    <DefinitionList
      items={[
        { term: h.code, value: record.code },
        {
          term: h.place,
          value: [record.townName, record.villageName, record.address].filter(Boolean).join(" "),
        },
        { term: h.phone, value: record.phone },
        { term: h.type, value: words.householdType[record.type] },
        { term: h.status, value: words.householdStatus[record.status] },
        { term: h.cause, value: record.cause && words.cause[record.cause] },
        {
          term: h.otherCauses,
          value: formatList(
            locale,
            (record.otherCauses ?? []).map((cause) => words.cause[cause]),
          ),
        },
        {
          term: h.income,
          value: income === undefined ? null : income === null ? ui.notRecorded : formatMoney(locale, income),
        },
      ]}
    />
  );
}
