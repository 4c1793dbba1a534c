import type { Metadata } from "next";
import { Figures } from "@/app/officer/figures";
import { ArrearsTable, CoverageTable, Notices, Objections, Proposals } from "@/app/officer/pack/parts";
import { Sections } from "@/app/officer/sections";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { today } from "@/lib/clock/clock";
import { scopeName } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).pack.title };
}

/** 会议材料: how we are doing, who is behind, what is disputed and what waits, each part a sheet of paper. */
export default async function PackPage() {
  const [asker, locale] = await Promise.all([requireAsker("county", "town"), currentLocale()]);
  const place = await scopeName(asker.divisionScope ?? "");
  const { pack: t } = dictionary(locale);
  const part = { asker, locale };
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={<span className="no-print">{t.lead}</span>}
        actions={<PrintButton label={t.print} />}
      />
      <Sections current="pictures" locale={locale} />
      <p className="mb-4 text-lg">{t.cover(place ?? "", formatDayWithYear(locale, today()))}</p>
      <div className="grid gap-6 print:block">
        <section className="sheet grid gap-6">
          <Figures {...part} />
          <CoverageTable {...part} />
        </section>
        <section className="sheet grid gap-6">
          <ArrearsTable {...part} />
          <Objections {...part} />
        </section>
        <section className="sheet grid gap-6">
          <Notices {...part} />
          <Proposals {...part} />
        </section>
      </div>
    </Page>
  );
}
