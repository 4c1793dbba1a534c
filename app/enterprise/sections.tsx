import { Tabs } from "@/components/ui/tabs";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

const sections = ["home", "obligations", "agreements", "projects", "profile", "people"] as const;

/** The enterprise's rooms, on top of each. */
export function EnterpriseSections({
  current,
  locale,
}: {
  current: (typeof sections)[number];
  locale: Locale;
}) {
  const { enterprise: e } = dictionary(locale);
  const tabs = sections.map((section) => ({
    label: e.tabs[section],
    href:
      section === "home"
        ? "/enterprise"
        : section === "agreements"
          ? "/agreements"
          : `/enterprise/${section}`,
    current: section === current,
  }));
  return <Tabs label={e.sections} tabs={tabs} />;
}
