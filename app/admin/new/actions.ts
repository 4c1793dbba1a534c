"use server";
import { withScopeWords } from "@/app/admin/scope-words";
import type { FormState } from "@/app/form-empty";
import { attempt } from "@/app/form-state";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { openUser } from "@/lib/users/open";
import { currentAsker } from "@/lib/users/session";
import { startCodeInGroups } from "@/lib/users/users";

/** What the page shows once: the starting code is gone with it. */
export type OpenState = FormState & { opened?: { title: string; code: string; note: string } };

/** Opens an account; its starting code goes to the page that asked and nowhere else. */
export async function openAccount(_: OpenState, form: FormData): Promise<OpenState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const input = Object.fromEntries(
    ["username", "name", "role", "scope", "why"].map((name) => [name, text(name)]),
  );
  let opened: Awaited<ReturnType<typeof openUser>> | undefined;
  const refused = await attempt(form, async () => {
    opened = await openUser(await currentAsker(), input);
  });
  const locale = await currentLocale();
  const t = dictionary(locale);
  if (refused || !opened) return withScopeWords(t, refused ?? { errors: {}, values: {} });
  const a = t.users.admin;
  return {
    errors: {},
    values: {},
    opened: {
      title: a.startTitle(opened.username),
      code: startCodeInGroups(opened.code),
      note: a.startNote(formatInstant(locale, opened.until)),
    },
  };
}
