"use client";
import { useActionState } from "react";
import type { FieldsProps } from "@/app/enterprise/postings/fields";
import type { PostingFormWords } from "@/app/enterprise/postings/form-words";
import { NeedFields, TermFields } from "@/app/enterprise/postings/kind-fields";
import type { FormState } from "@/app/form-empty";
import { DivisionPicker, type Place } from "@/components/ui/division-picker";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberField } from "@/components/ui/number-field";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { PostingKind } from "@/db/words";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  kind: PostingKind;
  words: PostingFormWords;
  projects: readonly Option[];
  places: readonly Place[];
  /** What stands in the fields at first, as typed. */
  initial: Record<string, string[]>;
  hidden: Record<string, string | number>;
  /** `sends` goes under the name `then`; the main one first. */
  buttons: readonly { sends: string; label: string }[];
};

/** A posting, written or changed. One column, in the order one would say it. */
export function PostingForm({ action, kind, words: w, projects, places, initial, hidden, buttons }: Props) {
  const [state, send] = useActionState(action, { errors: {}, values: initial });
  const fields: FieldsProps = {
    words: w,
    value: (name) => state.values[name]?.[0],
    values: (name) => state.values[name] ?? [],
    error: (name) => state.errors[name],
  };
  const { value, error } = fields;
  return (
    <form action={send} noValidate>
      <ErrorSummary
        title={w.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={labelsOf(w)}
      />
      {Object.entries({ ...hidden, kind }).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <Part title={w.parts.what}>
        <Select
          name="projectId"
          label={w.project}
          options={projects}
          placeholder={w.choose}
          defaultValue={value("projectId") ?? (projects.length === 1 ? projects[0]?.value : undefined)}
          error={error("projectId")}
        />
        <TextField
          name="title"
          label={w.name}
          hint={w.titleHints[kind]}
          defaultValue={value("title")}
          error={error("title")}
          autoComplete="off"
        />
        <NeedFields kind={kind} {...fields} />
      </Part>
      <Part title={w.parts.terms}>
        <TermFields kind={kind} {...fields} />
      </Part>
      <Part title={w.parts.where}>
        <DivisionPicker
          name="villageCode"
          label={w.village}
          places={places}
          placeholder={w.choose}
          findLabel={w.findVillage}
          nothingFound={w.nothingFound}
          defaultValue={value("villageCode")}
          error={error("villageCode")}
        />
        <NumberField
          name="radiusKm"
          label={w.radius}
          hint={w.radiusHint}
          optional={w.optional}
          unit={w.units.km}
          decimal
          defaultValue={value("radiusKm")}
          error={error("radiusKm")}
        />
        <TextField
          name="closesOn"
          type="date"
          label={w.closesOn}
          defaultValue={value("closesOn")}
          error={error("closesOn")}
        />
        <TextArea
          name="summary"
          label={w.summary}
          hint={w.summaryHint}
          optional={w.optional}
          defaultValue={value("summary")}
          error={error("summary")}
        />
      </Part>
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ sends, label }, i) => (
          <SubmitButton
            key={sends}
            name="then"
            value={sends}
            tone={i === 0 ? "primary" : "plain"}
            pendingLabel={w.working}
          >
            {label}
          </SubmitButton>
        ))}
      </div>
    </form>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mb-8 border-t border-line pt-5">
      <h2 className="mb-4 text-lg">{title}</h2>
      {children}
    </section>
  );
}

const labelsOf = (w: PostingFormWords): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(w).flatMap(([k, v]) => (typeof v === "string" ? [[k, v]] : []))),
  projectId: w.project,
  title: w.name,
  bindingLink: w.link,
  villageCode: w.village,
  radiusKm: w.radius,
  parcelKinds: w.growsOn,
});
