import { Done } from "@/app/done";
import { Changes } from "@/app/officer/changes";
import { Figures } from "@/app/officer/figures";
import { Sections } from "@/app/officer/sections";
import { ToDo } from "@/app/officer/to-do";
import { Welcome } from "@/app/welcome";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { scopeName } from "@/lib/divisions/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** What must be done today, how we are doing, what changed. */
export default async function Desk({ searchParams }: Props) {
  const asker = await requireAsker("county", "town");
  const [{ done }, locale] = await Promise.all([searchParams, currentLocale()]);
  const place = await scopeName(asker.divisionScope ?? "");
  const { officer: o } = dictionary(locale);
  return (
    <Page>
      <PageHeader
        title={`${o.title}${place ? ` · ${place}` : ""}`}
        lead={asker.role === "town" ? o.readOnly : undefined}
      />
      <Sections current="desk" locale={locale} />
      <Done done={done} locale={locale} />
      <Welcome asker={asker} locale={locale} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <ToDo asker={asker} locale={locale} />
        <div className="grid gap-6">
          <Figures asker={asker} locale={locale} />
          <Changes asker={asker} locale={locale} />
        </div>
      </div>
    </Page>
  );
}
