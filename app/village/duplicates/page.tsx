import { asked } from "@/app/asked";
import { Doubles } from "@/app/record/doubles";
import { listDuplicates } from "@/lib/households/duplicates";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** People of the village who may stand on the register twice. */
export default async function VillageDoubles({ searchParams }: Props) {
  const [{ done }, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("village"),
    currentLocale(),
  ]);
  return (
    <Doubles
      pairs={await listDuplicates(asker)}
      locale={locale}
      crumbs={[{ href: "/village", label: dictionary(locale).village.title }]}
      householdHref={(code) => `/village/households/${code}`}
      done={done}
    />
  );
}
