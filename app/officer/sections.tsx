import { Tabs } from "@/components/ui/tabs";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

const sections = [
  "desk",
  "postings",
  "applications",
  "enterprises",
  "agreements",
  "allotments",
  "households",
  "objections",
  "arrears",
  "plan",
  "pictures",
  "imports",
] as const;
export type Section = (typeof sections)[number];

/** The officer's rooms, on top of each list. */
export function Sections({ current, locale }: { current: Section; locale: Locale }) {
  const { officer: o } = dictionary(locale);
  const tabs = sections.map((section) => ({
    label: o.tabs[section],
    href: section === "desk" ? "/officer" : section === "agreements" ? "/agreements" : `/officer/${section}`,
    current: section === current,
  }));
  return <Tabs label={o.sections} tabs={tabs} />;
}
