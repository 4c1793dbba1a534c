import { Tabs } from "@/components/ui/tabs";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

const sections = ["desk", "postings", "applications", "households", "objections", "plan"] as const;
export type Section = (typeof sections)[number];

/** The officer's rooms, on top of each list. */
export function Sections({ current, locale }: { current: Section; locale: Locale }) {
  const { officer: o } = dictionary(locale);
  const tabs = sections.map((section) => ({
    label: o.tabs[section],
    href: section === "desk" ? "/officer" : `/officer/${section}`,
    current: section === current,
  }));
  return <Tabs label={o.sections} tabs={tabs} />;
}
