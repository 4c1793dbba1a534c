import type { FieldSpec, FormPart } from "@/app/fields-form";
import { type EnterpriseKind, enterpriseKinds, enterpriseLevels } from "@/db/words";
import { type Figure, kindFields } from "@/lib/enterprises/kinds";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** The fields of an enterprise's entry, for whoever fills them in. */

type Options = readonly { value: string; label: string }[];

export const licenseFields = ({ enterprises: e, words }: Dictionary): readonly FieldSpec[] => [
  { as: "text", name: "name", label: e.fields.name, hint: e.hints.name, autoComplete: "organization" },
  {
    as: "radios",
    name: "kind",
    label: e.fields.kind,
    options: enterpriseKinds.map((value) => ({ value, label: words.enterpriseKind[value] })),
  },
  { as: "text", name: "legalPerson", label: e.fields.legalPerson },
];

export const contactFields = ({ enterprises: e }: Dictionary, industries: Options): readonly FieldSpec[] => [
  { as: "select", name: "industry", label: e.fields.industry, options: industries },
  { as: "village", name: "villageCode", label: e.fields.villageCode },
  { as: "text", name: "contactName", label: e.fields.contactName, autoComplete: "name" },
  { as: "tel", name: "phone", label: e.fields.phone, hint: e.hints.phone, autoComplete: "tel" },
];

export const accountFields = ({ enterprises: e }: Dictionary): readonly FieldSpec[] => [
  {
    as: "text",
    name: "username",
    label: e.fields.username,
    hint: e.hints.username,
    autoComplete: "username",
  },
  {
    as: "password",
    name: "password",
    label: e.fields.password,
    hint: e.hints.password,
    autoComplete: "new-password",
  },
  { as: "password", name: "again", label: e.fields.again, autoComplete: "new-password" },
];

/** What one typed unit is in the rules' unit. */
export const entryUnits = { capitalFen: 1_000_000, outputFen: 1_000_000, baseMu100: 100 } as const;

function figureField({ enterprises: e, words }: Dictionary, figure: Figure): FieldSpec {
  const { units } = e;
  const name = { name: figure, label: e.fields[figure], optional: true };
  if (figure === "level")
    return {
      ...name,
      as: "select",
      hint: e.hints.level,
      placeholder: e.noLevel,
      options: enterpriseLevels.map((value) => ({ value, label: words.enterpriseLevel[value] })),
    };
  const unit = {
    capitalFen: units.tenThousandYuan,
    outputFen: units.tenThousandYuan,
    baseMu100: units.mu,
    workers: units.people,
    memberHouseholds: units.households,
    tenants: units.firms,
    floorM2: units.squareMetres,
  }[figure];
  const decimal = figure in entryUnits;
  return {
    ...name,
    as: "number",
    unit,
    decimal,
    ...(figure === "outputFen" && { hint: e.hints.outputFen }),
  };
}

/** All that an enterprise of a kind keeps up to date. */
export function profileParts(t: Dictionary, kind: EnterpriseKind, industries: Options): FormPart[] {
  const { enterprises: e } = t;
  return [
    {
      fields: [
        ...contactFields(t, industries),
        { as: "text", name: "address", label: e.fields.address },
        { as: "area", name: "summary", label: e.fields.summary, hint: e.hints.summary },
        ...kindFields[kind].map((figure) => figureField(t, figure)),
        {
          as: "village",
          name: "pairedVillageCode",
          label: e.fields.pairedVillageCode,
          hint: e.hints.pairedVillageCode,
          optional: true,
        },
      ],
    },
  ];
}
