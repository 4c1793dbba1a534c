import { LinkRow } from "@/components/ui/link-row";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** What else a village worker comes for, beside the list. */
export function Rooms({ village, doubles, locale }: { village: string; doubles: number; locale: Locale }) {
  const t = dictionary(locale);
  const rooms = [
    { href: "/agreements", label: t.agreements.title },
    { href: "/village/money", label: t.moneys.village.title },
    { href: `/notices/board/${village}`, label: t.cases.board.link },
    { href: "/village/offline", label: t.offline.open },
    { href: "/village/households/new", label: t.record.register.open },
    { href: "/village/duplicates", label: t.record.doubles.link(doubles) },
    { href: "/village/imports", label: t.imports.title },
  ];
  return <LinkRow label={t.village.rooms} links={rooms} />;
}
