import { asked } from "@/app/asked";
import { found } from "@/app/found";
import { ImportFrame, type ImportSearch } from "@/app/imports/import-frame";
import { Page } from "@/components/ui/page";
import { currentLocale } from "@/lib/i18n/locale";
import { getImport } from "@/lib/imports/queries";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<ImportSearch> };

/** One file: what each row would do, and what can be done with it. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [{ id }, search, asker, locale] = await Promise.all([
    params,
    searchParams.then(asked),
    requireAsker("county", "town"),
    currentLocale(),
  ]);
  await found(getImport(asker, id));
  return (
    <Page>
      <ImportFrame asker={asker} locale={locale} id={id} search={search} />
    </Page>
  );
}
