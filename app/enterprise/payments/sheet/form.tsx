"use client";
import { useActionState } from "react";
import { type SheetState, type ShownPlan, sendSheet } from "@/app/enterprise/payments/sheet/actions";
import { emptyForm } from "@/app/form-empty";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";

const nothingSent: SheetState = emptyForm;
type Words = Record<"file" | "fileHint" | "tryIt" | "working" | "errorsTitle", string>;

/** Hand in a sheet, read what it would record, then record it. */
export function SheetForm({ words }: { words: Words }) {
  const [state, action] = useActionState(sendSheet, nothingSent);
  return (
    <>
      <ErrorSummary title={words.errorsTitle} sentence={state.sentence} errors={state.errors} />
      <form action={action}>
        <FileField name="file" label={words.file} hint={words.fileHint} accept=".xlsx,.csv,.txt" required />
        <SubmitButton tone={state.plan ? "plain" : "primary"} pendingLabel={words.working}>
          {words.tryIt}
        </SubmitButton>
      </form>
      {state.plan && <Plan plan={state.plan} action={action} working={words.working} />}
    </>
  );
}

type PlanProps = { plan: ShownPlan; action: (form: FormData) => void; working: string };

function Plan({ plan, action, working }: PlanProps) {
  return (
    <div className="mt-6 grid gap-6">
      <Banner tone={plan.ready ? "good" : "refused"}>{plan.says}</Banner>
      {plan.rows.length > 0 && (
        <Card title={plan.faulty}>
          <ul className="divide-y divide-line">
            {plan.rows.map((row) => (
              <li key={row} className="py-2">
                {row}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {plan.ready && (
        <form action={action}>
          <input type="hidden" name="ready" value={plan.ready} />
          <SubmitButton pendingLabel={working}>{plan.commit}</SubmitButton>
        </form>
      )}
    </div>
  );
}
