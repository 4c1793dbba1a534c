import { Card } from "@/components/ui/card";
import { CoverageMeter } from "@/components/ui/coverage-meter";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { villagesIn } from "@/lib/county/overview";
import { countyOverview } from "@/lib/county/queries";
import { countHouseholds } from "@/lib/households/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatNumber, formatShare } from "@/lib/i18n/format";

/** 村村有产业, 户户有项目, 人人有活干: each opens to the list of names of who is still without. */
export async function Figures({ asker, locale }: { asker: Asker; locale: Locale }) {
  const [overview, counts] = await Promise.all([countyOverview(today()), countHouseholds(asker)]);
  const { desk } = dictionary(locale).officer;
  const n = (value: number) => formatNumber(locale, value);
  const share = (some: number, all: number) => (all === 0 ? "–" : formatShare(locale, some / all, 1));
  const villages = villagesIn(overview, asker.divisionScope);
  const reached = villages.filter((village) => village.hasProject).length;
  const covered = counts.all - counts.uncovered;
  // A square stands for as many households as keep the picture within some two hundred squares.
  const each = counts.all > 2000 ? 100 : 10;
  const { workers } = overview;
  const villagesSay = desk.says.villages(n(reached), n(villages.length));
  const householdsSay = desk.says.households(n(covered), n(counts.all));
  const workersSay = desk.says.workers(n(workers.working), n(workers.all));
  return (
    <Card title={desk.figures}>
      <div className="grid gap-6">
        <CoverageMeter
          title={desk.meters.villages}
          figure={share(reached, villages.length)}
          says={villagesSay}
          filled={reached}
          all={villages.length}
          alt={villagesSay}
          more={<More href="/officer/villages" label={desk.left.villages(n(villages.length - reached))} />}
        />
        <CoverageMeter
          title={desk.meters.households}
          figure={share(covered, counts.all)}
          says={`${householdsSay} ${desk.squares(String(each))}`}
          filled={Math.floor(covered / each)}
          all={Math.ceil(counts.all / each)}
          alt={householdsSay}
          more={
            <More
              href="/officer/households?show=no-project"
              label={desk.left.households(n(counts.uncovered))}
            />
          }
        />
        {asker.role === "county" && (
          <CoverageMeter
            title={desk.meters.workers}
            figure={share(workers.working, workers.all)}
            says={workersSay}
            filled={Math.round(workers.working / 100)}
            all={Math.round(workers.all / 100)}
            alt={workersSay}
            more={<More href="/officer/households?show=able" label={desk.left.workers} />}
          />
        )}
      </div>
    </Card>
  );
}

const More = ({ href, label }: { href: string; label: string }) => (
  <TextLink href={href} className="target no-print">
    {label}
  </TextLink>
);
