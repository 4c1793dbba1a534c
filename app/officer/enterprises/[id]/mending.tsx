import { accountFields, licenseFields } from "@/app/enterprise/entry-fields";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { correctEntry, openAccountFor } from "@/app/officer/enterprises/actions";
import type { Enterprise } from "@/lib/enterprises/queries";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** What the license says, corrected by the original, folded away until it is needed. */
export function CorrectEntry({ enterprise, t }: { enterprise: Enterprise; t: Dictionary }) {
  const { fields, officer: w } = t.enterprises;
  const { id, version, creditCode, name, kind, legalPerson } = enterprise;
  return (
    <Folded title={w.correct} note={w.correctNote}>
      <FieldsForm
        action={correctEntry}
        words={formWords(t)}
        submit={w.save}
        tone="plain"
        scope="license"
        hidden={{ id, version }}
        initial={{ creditCode: [creditCode], name: [name], kind: [kind], legalPerson: [legalPerson] }}
        parts={[
          {
            fields: [
              { as: "text", name: "creditCode", label: fields.creditCode },
              ...licenseFields(t),
              { as: "area", name: "reason", label: fields.reason, rows: 2 },
            ],
          },
        ]}
      />
    </Folded>
  );
}

/** The way on for an enterprise nobody of which can sign in. */
export function OpenAccount({ id, t }: { id: string; t: Dictionary }) {
  const { fields, people, officer: w } = t.enterprises;
  return (
    <Folded title={w.open} note={w.openNote}>
      <FieldsForm
        action={openAccountFor}
        words={formWords(t)}
        submit={people.submit}
        tone="plain"
        scope="account"
        hidden={{ id }}
        parts={[
          {
            fields: [
              { as: "text", name: "name", label: people.name },
              ...accountFields(t),
              { as: "area", name: "reason", label: fields.reason, rows: 2 },
            ],
          },
        ]}
      />
    </Folded>
  );
}

function Folded({ title, note, children }: { title: string; note: string; children: React.ReactNode }) {
  return (
    <details className="mt-2">
      <summary className="target text-tea underline underline-offset-4">{title}</summary>
      <p className="my-2 text-ink-soft">{note}</p>
      {children}
    </details>
  );
}
