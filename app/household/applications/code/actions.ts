"use server";
import { attempt, type FormState } from "@/app/form-state";
import { ownConsentCode } from "@/lib/applications/consent-code";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** The code, told once: it is kept nowhere but in what this answers. */
export type CodeState = FormState & { code?: { digits: string; says: string; until: string } };

const timeOf = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});

/** Makes a code for the household that asks. */
export async function takeCode(_: CodeState, form: FormData): Promise<CodeState> {
  const asker = await requireAsker("household");
  const { ownCode } = dictionary(await currentLocale()).cases;
  const told: CodeState = { errors: {}, values: {} };
  const refused = await attempt(form, async () => {
    const { code, expiresAt } = await ownConsentCode(asker);
    const digits = `${code.slice(0, 3)} ${code.slice(3)}`;
    told.code = { digits, says: ownCode.says(digits), until: ownCode.until(timeOf.format(expiresAt)) };
  });
  return refused ?? told;
}
