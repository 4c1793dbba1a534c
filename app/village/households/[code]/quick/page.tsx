import { asked } from "@/app/asked";
import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { openRecord } from "@/app/record/open";
import { type ListAt, listQuery } from "@/app/village/address";
import { saveQuick } from "@/app/village/households/[code]/quick/actions";
import { quickGroups } from "@/app/village/households/[code]/quick/fields";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<ListAt> };

/** What changes most often of one household, on one short page on the way through the list and back. */
export default async function QuickEdit({ params, searchParams }: Props) {
  const [{ code }, { show = "", q = "", cursor = "" }] = await Promise.all([
    params,
    searchParams.then(asked),
  ]);
  const record = await openRecord(code, "village");
  const { said, form, day } = record;
  const { ui, village: v } = said.t;
  const name = form.household.headName ?? code;
  const about = aboutFields(said.t, day).filter((field) => field.name !== "note");
  return (
    <Page width="text">
      <PageHeader
        title={v.quickTitle(name)}
        lead={v.quickLead}
        crumbs={[
          { href: `/village${listQuery({ show, q, cursor })}`, label: v.title },
          { href: `/village/households/${code}`, label: name },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <RecordForm
        action={saveQuick}
        groups={[...quickGroups(said, form), { fields: about }]}
        hidden={{ code, version: form.version, show, q, cursor }}
        words={{ errorsTitle: ui.errorsTitle, send: v.quickSave, working: ui.working }}
      />
    </Page>
  );
}
