import type { FieldSpec } from "@/app/fields-form";
import { industryGroups, terms } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** The fields of an industry, but for its code, which is given once. */
export const industryFields = ({
  enterprises: { industries: i },
  words,
}: Dictionary): readonly FieldSpec[] => [
  { as: "text", name: "nameZh", label: i.nameZh },
  { as: "text", name: "nameEn", label: i.nameEn },
  {
    as: "select",
    name: "group",
    label: i.group,
    options: industryGroups.map((value) => ({ value, label: words.industryGroup[value] })),
  },
  {
    as: "select",
    name: "term",
    label: i.term,
    options: terms.map((value) => ({ value, label: words.term[value] })),
  },
  { as: "number", name: "sort", label: i.sort },
];
