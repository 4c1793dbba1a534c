import { UserRound } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { villageWorkersOf } from "@/lib/users/queries";
import { requireAsker } from "@/lib/users/session";

/** Who helps us, with what, and what to take along. */
export default async function HelpPage() {
  const [asker, locale] = await Promise.all([requireAsker("household"), currentLocale()]);
  const code = asker.householdCode ?? "";
  const [names, workers] = await Promise.all([namesOf(asker, [code]), villageWorkersOf(asker)]);
  const { ourHome: o, frame, ui } = dictionary(locale);
  return (
    <Page width="household">
      <PageHeader
        title={o.worker}
        lead={o.workerLead}
        crumbs={[{ href: "/household", label: frame.go.household }]}
        crumbsLabel={ui.breadcrumb}
      />
      <div className="grid gap-4">
        <Card title={o.workers(names.get(code)?.villageName ?? "")}>
          {workers.length === 0 && <p className="text-base">{o.noWorker}</p>}
          {workers.map((name) => (
            <p key={name} className="flex items-center gap-3 text-xl font-semibold">
              <UserRound aria-hidden className="size-8 text-tea" />
              {name}
            </p>
          ))}
        </Card>
        <Points title={o.can} points={o.canWhat} />
        <Points title={o.bring} points={o.bringWhat} />
      </div>
    </Page>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <Card title={title}>
      <ul className="list-disc pl-6">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Card>
  );
}
