import { FittingList } from "@/components/households/fitting-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { postingKinds } from "@/db/words";
import { underWay } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { fittingPostings } from "@/lib/matching/queries";
import { requireAsker } from "@/lib/users/session";

/** The openings that fit us, best first, each with why. */
type Props = { searchParams: Promise<{ kind?: string }> };

export default async function OpeningsPage({ searchParams }: Props) {
  const [{ kind }, asker, locale] = await Promise.all([
    searchParams,
    requireAsker("household"),
    currentLocale(),
  ]);
  const [fitting, { items }] = await Promise.all([
    fittingPostings(asker, asker.householdCode ?? "", { today: today() }),
    listApplications(asker),
  ]);
  const { household: h, frame, ui } = dictionary(locale);
  return (
    <Page width="text">
      <PageHeader
        title={h.forUs}
        crumbs={[{ href: "/household", label: frame.go.household }]}
        crumbsLabel={ui.breadcrumb}
      />
      <FittingList
        large
        items={fitting}
        locale={locale}
        applied={items.filter((a) => underWay.includes(a.state)).map((a) => a.postingId)}
        applyHref={(posting) => `/household/openings/${posting}`}
        applyLabel={h.applyHere}
        kind={postingKinds.find((k) => k === kind)}
        kindHref={(k) => `/household/openings?kind=${k}`}
      />
    </Page>
  );
}
