import { LinkRow } from "@/components/ui/link-row";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** What the auditor reads besides the record. */
export function Rooms({ locale }: { locale: Locale }) {
  const { rooms } = dictionary(locale).auditor;
  const links = [
    { href: "/agreements", label: rooms.agreements },
    { href: "/officer/plan", label: rooms.plans },
    { href: "/officer/allotments", label: rooms.allotments },
    { href: "/policy", label: rooms.policy },
    { href: "/help/auditor", label: rooms.help },
  ];
  return <LinkRow label={rooms.label} links={links} />;
}
