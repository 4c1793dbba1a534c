import { SearchBox } from "@/components/ui/search-box";
import type { Locale } from "@/db/words";
import type { Overview } from "@/lib/county/overview";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";

/** The way into the directory. */
export function FindProject({ t, locale, overview }: { t: Dictionary; locale: Locale; overview: Overview }) {
  const { home, ui } = t;
  const n = (value: number) => formatNumber(locale, value);
  return (
    <>
      <p className="mb-3">{home.directoryLead(n(overview.enterprises), n(overview.projects))}</p>
      <SearchBox
        action="/directory"
        label={home.searchLabel}
        hint={home.searchHint}
        buttonLabel={ui.search}
        value=""
      />
    </>
  );
}
