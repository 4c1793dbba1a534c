"use client";
import { useActionState } from "react";
import { emptyForm } from "@/app/form-empty";
import { enter } from "@/app/sign-in/actions";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Words = Record<
  "errorsTitle" | "username" | "password" | "submit" | "working" | "forgotten" | "demoTitle" | "demoLead",
  string
>;
export type DemoAccount = { username: string; title: string; does: string; label: string };
type Props = { words: Words; next: string; beside: boolean; demo: readonly DemoAccount[] };

/** Two forms and one answer: by name and password, or by a tap on a demo account. */
export function SignInForm({ words, next, beside, demo }: Props) {
  const [state, action] = useActionState(enter, emptyForm);
  const target = (
    <>
      <input type="hidden" name="next" value={next} />
      {beside && <input type="hidden" name="beside" value="1" />}
    </>
  );
  return (
    <>
      <ErrorSummary
        title={words.errorsTitle}
        sentence={state.sentence}
        errors={state.errors}
        labels={{ username: words.username, password: words.password }}
      />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Card>
          <form action={action}>
            {target}
            <TextField
              name="username"
              label={words.username}
              error={state.errors.username}
              defaultValue={state.values.username?.[0]}
              autoComplete="username"
              maxLength={100}
            />
            <TextField
              name="password"
              type="password"
              label={words.password}
              error={state.errors.password}
              autoComplete="current-password"
              maxLength={200}
            />
            <SubmitButton pendingLabel={words.working} wide>
              {words.submit}
            </SubmitButton>
          </form>
          <p className="mt-4 text-sm text-ink-soft">{words.forgotten}</p>
        </Card>
        {demo.length > 0 && (
          <Card title={words.demoTitle}>
            <p translate="no" className="mb-3 text-sm text-ink-soft">
              {words.demoLead}
            </p>
            <form action={action}>
              {target}
              <ul className="divide-y divide-line">
                {demo.map((account) => (
                  <li key={account.username} className="flex items-center gap-3 py-2">
                    <span className="min-w-0 grow">
                      <span className="font-semibold">{account.title}</span>
                      <span className="block text-sm text-ink-soft">{account.does}</span>
                    </span>
                    <button
                      type="submit"
                      translate="no"
                      name="demo"
                      value={account.username}
                      aria-label={account.label}
                      className={`${buttonLook("plain")} shrink-0`}
                    >
                      {account.username}
                    </button>
                  </li>
                ))}
              </ul>
            </form>
          </Card>
        )}
      </div>
    </>
  );
}
