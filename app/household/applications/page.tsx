import { Done } from "@/app/done";
import { withdraw } from "@/app/household/applications/actions";
import { refusedSentence } from "@/app/refused";
import { ApplicationList } from "@/components/households/application-list";
import { Banner } from "@/components/ui/banner";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { mayApply, openMoves } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ done?: string; refused?: string }> };

/** What became of each of our applications, and why. */
export default async function OurApplicationsPage({ searchParams }: Props) {
  const [{ done, refused }, asker, locale] = await Promise.all([
    searchParams,
    requireAsker("household"),
    currentLocale(),
  ]);
  const { items } = await listApplications(asker);
  const t = dictionary(locale);
  const { household: h, households, frame, ui } = t;
  const problem = await refusedSentence(refused);
  return (
    <Page width="household">
      <PageHeader
        title={h.ours}
        crumbs={[{ href: "/household", label: frame.go.household }]}
        crumbsLabel={ui.breadcrumb}
      />
      <Done done={done} locale={locale} />
      {problem && <Banner tone="refused">{problem}</Banner>}
      <p className="mb-4">
        <TextLink href="/household/applications/code" className="target">
          {t.cases.ownCode.link}
        </TextLink>
      </p>
      <div>
        <ApplicationList
          items={items}
          locale={locale}
          today={today()}
          action={(a) => (
            <div className="grid gap-3">
              {mayApply(asker.role, a.state) && (
                <LinkButton href={`/household/openings/${a.postingId}`}>
                  {t.toDo.household.apply[a.state === "returned" ? "returned" : "invited"]}
                </LinkButton>
              )}
              {openMoves(asker.role, a.state).includes("withdraw") && (
                <ConfirmButton
                  label={households.withdraw}
                  tone="plain"
                  question={households.withdrawQuestion}
                  confirmLabel={households.withdraw}
                  pendingLabel={ui.working}
                  action={withdraw}
                  hidden={{ id: a.id, version: a.version }}
                />
              )}
            </div>
          )}
        />
      </div>
    </Page>
  );
}
