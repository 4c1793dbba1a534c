import { FileText, HandCoins, Handshake, House, LifeBuoy, Sprout } from "lucide-react";
import type { ComponentProps } from "react";
import { Now, nowLines } from "@/app/household/now";
import { Welcome } from "@/app/welcome";
import { BigLink } from "@/components/households/big-link";
import { ReadAloud } from "@/components/households/read-aloud";
import { dueSays, missingFen } from "@/components/moneys/words";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { listAgreements } from "@/lib/agreements/queries";
import { isUnderWay } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoney, formatMoneyRounded } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { bundleFen } from "@/lib/matching/bundle";
import { fittingPostings } from "@/lib/matching/queries";
import { listDues } from "@/lib/moneys/queries/lines";
import { requireAsker } from "@/lib/users/session";

/** Three big things: for us, our applications, our money. */
export default async function HouseholdPage() {
  const [asker, locale] = await Promise.all([requireAsker("household"), currentLocale()]);
  const code = asker.householdCode ?? "";
  const [names, fitting, { items }, unpaid, agreed] = await Promise.all([
    namesOf(asker, [code]),
    fittingPostings(asker, code, { today: today() }),
    listApplications(asker),
    listDues(asker, { show: "unpaid", limit: 20 }, today()),
    listAgreements(asker, today()),
  ]);
  const now = await nowLines(asker, items, locale);
  const next = unpaid.items.find((line) => line.kind !== "fee");
  const { agreements: ag, household: h, ourHome: o, toDo, words } = dictionary(locale);
  const unsigned = agreed.items.some((a) => a.state === "unsigned" && a.householdSignedHow === null);
  const name = names.get(code);
  const good = fitting.filter((f) => f.tier !== "C");
  const open = items.filter((a) => isUnderWay(a));
  const [last] = open.length > 0 ? open : items;
  const bundle = fitting.length > 0 ? o.forUsNote(formatMoneyRounded(locale, bundleFen(fitting))) : o.none;
  const state = last ? o.lastOne(last.postingTitle, words.applicationState[last.state]) : o.none;
  const title = h.home(name?.headName ?? "");
  const things: ComponentProps<typeof BigLink>[] = [
    {
      href: "/household/openings",
      icon: <Sprout />,
      label: h.forUs,
      value: h.count(good.length),
      note: bundle,
    },
    {
      href: "/household/applications",
      icon: <FileText />,
      label: h.ours,
      value: h.count(open.length),
      note: state,
    },
    ...(agreed.items.length > 0
      ? [
          {
            href: "/agreements",
            icon: <Handshake />,
            label: ag.ours,
            value: h.count(agreed.items.length),
            ...(unsigned && { note: ag.waitsFor.household }),
          },
        ]
      : []),
    {
      href: "/household/money",
      icon: <HandCoins />,
      label: h.money,
      ...(next
        ? { value: formatMoney(locale, missingFen(next)), note: dueSays(locale, next, today()) }
        : { note: h.moneyNone }),
    },
  ];
  const said = things.map(({ label, value, note }) => [label, value, note].filter(Boolean).join(" "));
  return (
    <Page width="household">
      <PageHeader title={title} lead={name && `${name.townName} ${name.villageName}`} />
      <Now lines={now} title={toDo.household.title} />
      <Welcome asker={asker} locale={locale} />
      <div className="grid gap-4">
        {things.map((thing) => (
          <BigLink key={thing.href} {...thing} />
        ))}
        <div className="grid gap-3 sm:grid-cols-2 sm:[&>:last-child:nth-child(odd)]:col-span-2">
          <ReadAloud
            label={h.listen}
            stopLabel={o.stop}
            lang={locale === "zh" ? "zh-CN" : "en"}
            says={[
              title,
              ...(now.length > 0 ? [toDo.household.title, ...now.map(({ says }) => says)] : []),
              ...said,
              h.who,
            ]}
          />
          <LinkButton tone="plain" wide href="/household/record">
            <House aria-hidden className="size-6" />
            {h.record}
          </LinkButton>
          <LinkButton tone="plain" wide href="/household/help">
            <LifeBuoy aria-hidden className="size-6" />
            {o.worker}
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
