import { RecordForm } from "@/app/notices/record/form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ number?: string }> };

/** An objection handed in on paper or told by phone, written down by the village or an officer. */
export default async function RecordObjection({ searchParams }: Props) {
  await requireAsker("village", "town", "county");
  const [{ number }, locale] = await Promise.all([searchParams, currentLocale()]);
  const { cases, notices: n, ui } = dictionary(locale);
  const o = cases.objection;
  return (
    <Page width="text">
      <PageHeader
        title={o.recordTitle}
        lead={o.recordLead}
        crumbs={[{ href: "/notices", label: n.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <RecordForm
        number={number}
        words={{
          number: o.number,
          numberHint: o.numberHint,
          via: o.via,
          paper: o.viaPaper,
          phone: o.viaPhone,
          body: n.body,
          bodyHint: n.bodyHint,
          contact: n.contact,
          contactHint: n.contactHint,
          photo: o.photo,
          optional: ui.optional,
          send: o.send,
          working: ui.working,
          errorsTitle: ui.errorsTitle,
        }}
      />
    </Page>
  );
}
