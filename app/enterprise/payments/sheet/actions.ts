"use server";
import { redirect } from "next/navigation";
import { attempt, type FormState } from "@/app/form-state";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney, formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { planPayments, recordSheet, type SheetPlan } from "@/lib/moneys/sheet-file";
import { requireAsker } from "@/lib/users/session";

/** What a sheet would do, in the reader's words, and what to send back to have it done. */
export type ShownPlan = {
  says: string;
  faulty: string;
  rows: string[];
  commit: string;
  ready: string | null;
};
export type SheetState = FormState & { plan?: ShownPlan };

/** Tries a sheet; with the plan it made before, records that. */
export async function sendSheet(_: SheetState, form: FormData): Promise<SheetState> {
  const asker = await requireAsker("enterprise");
  const ready = form.get("ready");
  if (typeof ready === "string") {
    const refused = await attempt(form, async () => recordSheet(asker, planOf(ready), today()));
    return refused ?? redirect("/enterprise/payments?done=paid");
  }
  let plan: ShownPlan | undefined;
  const refused = await attempt(form, async () => {
    const file = form.get("file");
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    plan = await shown(await planPayments(asker, bytes, today()));
  });
  return refused ?? { errors: {}, values: {}, ...(plan && { plan }) };
}

async function shown({ ready, faulty, sumFen }: SheetPlan): Promise<ShownPlan> {
  const locale = await currentLocale();
  const { sheet: t } = dictionary(locale).moneys;
  const n = formatNumber(locale, ready.length);
  return {
    says: ready.length > 0 ? t.result(n, formatMoney(locale, sumFen)) : t.nothing,
    faulty: t.faulty(faulty.length),
    rows: faulty
      .slice(0, 100)
      .map(({ row, column, problem }) => `${t.row(row)} · ${t.heads[column]} · ${t.problems[problem]}`),
    commit: t.commit(n),
    ready: ready.length > 0 ? JSON.stringify(ready) : null,
  };
}

/** What the page sent back; anything else is for the parser to refuse. */
function planOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
