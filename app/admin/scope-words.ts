import type { FormState } from "@/app/form-empty";
import type { dictionary } from "@/lib/i18n/dictionary";

/** A refused area says what an area is; elsewhere the same problems say something more general. */
export function withScopeWords(t: ReturnType<typeof dictionary>, refused: FormState): FormState {
  const said: Record<string, string> = {
    [t.fieldProblem.unknown()]: t.users.admin.unknownScope,
    [t.fieldProblem.wrong()]: t.users.admin.wrongScope,
  };
  const scope = refused.errors.scope && (said[refused.errors.scope] ?? refused.errors.scope);
  return { ...refused, errors: { ...refused.errors, ...(scope && { scope }) } };
}
