import { several } from "@/app/officer/postings/[id]/trial";
import { refusedSentence } from "@/app/refused";
import { Banner } from "@/components/ui/banner";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";

type Props = {
  asker: Asker;
  invited: string | undefined;
  skipped: string | string[] | undefined;
  locale: Locale;
};

/** What became of the households that were to be invited: how many were, and who was not, and why. */
export async function Told({ asker, invited, skipped, locale }: Props) {
  const {
    officer: { ranking: w },
    ui,
  } = dictionary(locale);
  const rows = several(skipped, 200).map((text) => {
    const dot = text.lastIndexOf(".");
    return { code: text.slice(0, dot), why: text.slice(dot + 1) };
  });
  const names = await namesOf(
    asker,
    rows.map((row) => row.code),
  );
  const said = await Promise.all(rows.map((row) => refusedSentence(row.why)));
  return (
    <div id="told">
      {/^\d{1,3}$/.test(invited ?? "") && Number(invited) > 0 && (
        <Banner>{w.invitedSome(formatNumber(locale, Number(invited)))}</Banner>
      )}
      {rows.length > 0 && (
        <Banner tone="waiting">
          {w.notInvited}
          <ul className="list-disc pl-6">
            {rows.map((row, i) => (
              <li key={row.code}>{ui.said(names.get(row.code)?.headName ?? row.code, said[i] ?? "")}</li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
