import { OfflineApp } from "@/app/village/offline/app";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/**
 * What a village worker can do without a connection. Nothing of a person stands in the page itself: the
 * browser keeps it, and it shows what the phone holds.
 */
export default async function OfflinePage() {
  const [asker, locale] = await Promise.all([requireAsker("village"), currentLocale()]);
  const { offline, frame, ui, words } = dictionary(locale);
  return (
    <Page width="text">
      <PageHeader
        title={offline.title}
        lead={offline.lead}
        crumbs={[{ href: "/village", label: frame.go.village }]}
        crumbsLabel={ui.breadcrumb}
      />
      <OfflineApp
        owner={asker.userId}
        locale={locale}
        labels={{ kinds: words.postingKind, plots: words.parcelKind }}
      />
    </Page>
  );
}
