import { Done } from "@/app/done";
import { Changes } from "@/app/officer/changes";
import { Sections } from "@/app/officer/sections";
import { ToDo } from "@/app/officer/to-do";
import { Card } from "@/components/ui/card";
import { CoverageMeter } from "@/components/ui/coverage-meter";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { scopeName } from "@/lib/divisions/queries";
import { countHouseholds, type HouseholdCounts } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber, formatShare } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** What must be done today, how we are doing, what changed. */
export default async function Desk({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ done }, locale] = await Promise.all([searchParams, currentLocale()]);
  const [counts, place] = await Promise.all([countHouseholds(asker), scopeName(asker.divisionScope ?? "")]);
  const { officer: o } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={`${o.title}${place ? ` · ${place}` : ""}`}
        lead={asker.role === "town" ? o.readOnly : undefined}
      />
      <Sections current="desk" locale={locale} />
      <Done done={done} locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <ToDo asker={asker} locale={locale} />
        <div className="grid gap-6">
          <Card title={o.desk.figures}>
            <Covered counts={counts} locale={locale} />
          </Card>
          <Changes asker={asker} locale={locale} />
        </div>
      </div>
    </Page>
  );
}

function Covered({ counts, locale }: { counts: HouseholdCounts; locale: Locale }) {
  const { desk } = dictionary(locale).officer;
  const covered = counts.all - counts.uncovered;
  // A square stands for as many households as keep the picture within some two hundred squares.
  const each = counts.all > 2000 ? 100 : 10;
  const says = desk.coveredSays(formatNumber(locale, covered), formatNumber(locale, counts.all));
  return (
    <CoverageMeter
      title={desk.covered}
      figure={counts.all === 0 ? "–" : formatShare(locale, covered / counts.all, 1)}
      says={`${says} ${desk.squares(String(each))}`}
      filled={Math.floor(covered / each)}
      all={Math.ceil(counts.all / each)}
      alt={says}
      more={
        <TextLink href="/officer/households?show=no-project" className="inline-block py-2">
          {desk.uncovered} {formatNumber(locale, counts.uncovered)}
        </TextLink>
      }
    />
  );
}
