"use server";
import { headers } from "next/headers";
import { attempt } from "@/app/form-state";
import type { SlipState } from "@/app/village/households/[code]/slip/form";
import { drawQr } from "@/app/village/households/[code]/slip/qr";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";
import { issueSlip, type Slip } from "@/lib/users/slips";
import { slipInGroups } from "@/lib/users/users";

/** Makes the slip and a fresh number; both are shown by the page that asked, once. */
export async function makeSlip(_: SlipState, form: FormData): Promise<SlipState> {
  const asker = await requireAsker("village");
  let slip: Slip | undefined;
  const renew = form.get("renew") === "1";
  const refused = await attempt(form, async () => {
    slip = await issueSlip(asker, String(form.get("code") ?? ""), { renew });
  });
  if (refused || !slip) return { refused: refused?.sentence ?? null, slip: null };
  const [sent, locale] = await Promise.all([headers(), currentLocale()]);
  const host = sent.get("x-forwarded-host") ?? sent.get("host") ?? "";
  const address = `${sent.get("x-forwarded-proto") ?? "http"}://${host}/s`;
  const words = dictionary(locale).slips;
  return {
    refused: null,
    slip: {
      number: slipInGroups(slip.number),
      code: slip.code,
      until: words.codeUntil(formatInstant(locale, slip.expiresAt)),
      noScan: words.noScan(address),
      qr: drawQr(`${address}/${slip.number}`),
    },
  };
}
