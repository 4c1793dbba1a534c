import type { ReactNode } from "react";
import { type OpenRecord, wayTo } from "@/app/record/open";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";

type Props = { record: OpenRecord; title: string; lead?: ReactNode; children: ReactNode };

/** A village worker's page below a household's: whose it is stands in the way there. */
export function RecordFrame({ record, title, lead, children }: Props) {
  return (
    <Page width="text">
      <PageHeader
        title={title}
        lead={lead}
        crumbs={wayTo(record)}
        crumbsLabel={record.said.t.ui.breadcrumb}
      />
      {children}
    </Page>
  );
}
