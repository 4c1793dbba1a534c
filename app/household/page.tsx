import { FileText, HandCoins, House, Sprout } from "lucide-react";
import { BigLink } from "@/components/households/big-link";
import { ReadAloud } from "@/components/households/read-aloud";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { underWay } from "@/lib/applications/moves";
import { listApplications } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { namesOf } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatMoneyRounded } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { bundleFen } from "@/lib/matching/bundle";
import { fittingPostings } from "@/lib/matching/queries";
import { requireAsker } from "@/lib/users/session";

/** Three big things: for us, our applications, our money. */
export default async function HouseholdPage() {
  const [asker, locale] = await Promise.all([requireAsker("household"), currentLocale()]);
  const code = asker.householdCode ?? "";
  const [names, fitting, { items }] = await Promise.all([
    namesOf(asker, [code]),
    fittingPostings(asker, code, { today: today() }),
    listApplications(asker),
  ]);
  const { household: h, households } = dictionary(locale);
  const name = names.get(code);
  const good = fitting.filter((f) => f.tier !== "C");
  const open = items.filter((a) => underWay.includes(a.state));
  const bundle = households.bundleNote(formatMoneyRounded(locale, bundleFen(fitting)));
  const title = h.home(name?.headName ?? "");
  return (
    <Page width="text">
      <PageHeader title={title} lead={name && `${name.townName} ${name.villageName}`} />
      <div className="grid gap-4 text-lg">
        <BigLink
          href="/household/openings"
          icon={<Sprout />}
          label={h.forUs}
          value={h.count(good.length)}
          note={fitting.length > 0 ? bundle : null}
        />
        <BigLink
          href="/household/applications"
          icon={<FileText />}
          label={h.ours}
          value={h.count(open.length)}
        />
        <BigLink href="/household/record" icon={<House />} label={h.record} />
        <div className="flex gap-4 rounded border border-line bg-surface p-4">
          <HandCoins aria-hidden className="size-8 shrink-0 text-ink-soft" />
          <p>
            <span className="block font-semibold">{h.money}</span>
            <span className="text-ink-soft">{h.moneyNone}</span>
          </p>
        </div>
        <ReadAloud
          label={h.listen}
          lang={locale === "zh" ? "zh-CN" : "en"}
          text={[title, h.forUs, h.count(good.length), bundle, h.ours, h.count(open.length), h.who].join(" ")}
        />
        <p className="text-ink-soft">{h.who}</p>
      </div>
    </Page>
  );
}
