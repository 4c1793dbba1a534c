import type { ReactNode } from "react";
import type { OpenRecord } from "@/app/record/open";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";

type Props = { record: OpenRecord; title: string; lead?: string; children: ReactNode };

/** A page below our record. */
export function OurFrame({ record, title, lead, children }: Props) {
  const { frame, household: h, ui } = record.said.t;
  return (
    <Page width="text">
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { href: "/household", label: frame.go.household },
          { href: "/household/record", label: h.record },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      {children}
    </Page>
  );
}
