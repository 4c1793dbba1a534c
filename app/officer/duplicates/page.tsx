import { asked } from "@/app/asked";
import { Doubles } from "@/app/record/doubles";
import { listDuplicates } from "@/lib/households/duplicates";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string }> };

/** People who may stand on the register twice, also across villages. */
export default async function OfficerDoubles({ searchParams }: Props) {
  const [{ done }, asker, locale] = await Promise.all([
    searchParams.then(asked),
    requireAsker("county", "town"),
    currentLocale(),
  ]);
  const { officer: o } = dictionary(locale);
  return (
    <Doubles
      pairs={await listDuplicates(asker)}
      locale={locale}
      crumbs={[
        { href: "/officer", label: o.title },
        { href: "/officer/households", label: o.households.back },
      ]}
      householdHref={(code) => `/officer/households/${code}`}
      done={done}
    />
  );
}
