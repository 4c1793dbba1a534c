import { found } from "@/app/found";
import { SlipForm } from "@/app/village/households/[code]/slip/form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { refuse } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ code: string }> };

/** A household's slip and one-time code, made for it by its village. */
export default async function SlipPage({ params }: Props) {
  const [{ code }, asker, locale] = await Promise.all([params, requireAsker("village"), currentLocale()]);
  const head = await found(
    namesOf(asker, [code]).then((names) => names.get(code)?.headName ?? refuse("not-found")),
  );
  const { slips: s, frame, ui } = dictionary(locale);
  const { paperTitle, number, code: codeLabel, howTitle, how, keep, qr, print } = s;
  const { make, again, renew, renewHint, working } = s;
  return (
    <Page width="text">
      <PageHeader
        title={s.title}
        lead={s.lead(head)}
        crumbs={[
          { href: "/village", label: frame.go.village },
          { href: `/village/households/${code}`, label: head },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      <SlipForm
        code={code}
        county={frame.county}
        words={{
          paperTitle: paperTitle(head),
          ...{ number, code: codeLabel, howTitle, how, keep, qr, print },
          ...{ make, again, renew, renewHint, working },
        }}
      />
      <p className="mt-6 text-sm text-ink-soft">{s.scope}</p>
    </Page>
  );
}
