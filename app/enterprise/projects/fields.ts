import type { FieldSpec } from "@/app/fields-form";
import { linkKinds, sectors, terms } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import type { ProjectPage } from "@/lib/projects/queries";

/** The fields of a project, in the order one would say them. */
export function projectFields(
  { projects: p, words, enterprises: e }: Dictionary,
  industries: readonly { value: string; label: string }[],
): readonly FieldSpec[] {
  const { fields, hints } = p;
  const of = <W extends string>(list: readonly W[], labels: Record<W, string>) =>
    list.map((value) => ({ value, label: labels[value] }));
  return [
    { as: "text", name: "name", label: fields.name },
    { as: "select", name: "industry", label: fields.industry, options: industries },
    { as: "select", name: "sector", label: fields.sector, options: of(sectors, words.sector) },
    { as: "radios", name: "term", label: fields.term, hint: hints.term, options: of(terms, words.term) },
    { as: "area", name: "summary", label: fields.summary, hint: hints.summary },
    { as: "text", name: "capacity", label: fields.capacity, hint: hints.capacity, optional: true },
    { as: "number", name: "households", label: fields.households, unit: e.units.households, optional: true },
    {
      as: "checks",
      name: "links",
      label: fields.links,
      hint: hints.links,
      options: of(linkKinds, words.linkKind),
    },
    { as: "villages", name: "villages", label: fields.villages, hint: hints.villages },
    { as: "date", name: "startsOn", label: fields.startsOn, optional: true },
    { as: "date", name: "endsOn", label: fields.endsOn, optional: true },
  ];
}

/** A project as it would be typed. */
export function typedProject(project: ProjectPage): Record<string, string[]> {
  const { name, industry, sector, term, summary, capacity, households, startsOn, endsOn } = project;
  const one = { name, industry, sector, term, summary, capacity, households, startsOn, endsOn };
  return {
    ...Object.fromEntries(
      Object.entries(one).flatMap(([key, value]) => (value === null ? [] : [[key, [String(value)]]])),
    ),
    links: [...project.links],
    villages: project.villages.map(({ code }) => code),
  };
}
