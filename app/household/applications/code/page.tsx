import { CodeForm } from "@/app/household/applications/code/form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** One thing: six digits to read out, when we agree. */
export default async function ConsentCodePage() {
  await requireAsker("household");
  const { cases, frame, household: h, ui } = dictionary(await currentLocale());
  const { get, again } = cases.ownCode;
  return (
    <Page width="text">
      <PageHeader
        title={cases.ownCode.title}
        lead={cases.ownCode.lead}
        crumbs={[
          { href: "/household", label: frame.go.household },
          { href: "/household/applications", label: h.ours },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <CodeForm words={{ get, again, working: ui.working }} />
    </Page>
  );
}
