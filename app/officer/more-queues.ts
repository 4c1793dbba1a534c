import type { QueueLine } from "@/app/officer/queue";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { listAgreements } from "@/lib/agreements/queries";
import { unsignedSides } from "@/lib/agreements/signing";
import { openRoundMoves } from "@/lib/allotments/moves";
import { listRounds } from "@/lib/allotments/queries";
import { addDays, dayOf, daysBetween, today } from "@/lib/clock/clock";
import { countDuplicates, listDuplicates } from "@/lib/households/duplicates";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay, formatMoney, formatMoneyRounded, formatNumber } from "@/lib/i18n/format";
import { listFullExports } from "@/lib/imports/full-exports";
import { listImports } from "@/lib/imports/queries";
import { undeclaredProfits } from "@/lib/moneys/queries/facts";
import { listDisputes } from "@/lib/moneys/queries/payments";

export type MoreQueue = { title: string; count: string; href: string; lines: QueueLine[] };

/** As many as the desk shows of one kind. */
const few = 5;
const most = 200;

/** What waits more seldom; a kind of which nothing waits is not named at all. Each leads to where it is done. */
export async function moreQueues(asker: Asker, locale: Locale): Promise<MoreQueue[]> {
  const may = (resource: "export" | "import" | "identity") =>
    grantOf(asker.role, resource, "decide") !== null;
  const [disputes, broken, late, silent, rounds, exports, imports, doubles, pairs] = await Promise.all([
    listDisputes(asker, { states: ["open", "answered"], limit: most }),
    listAgreements(asker, today(), { filter: "red", limit: most }),
    listAgreements(asker, today(), { filter: "sign-late", limit: most }),
    undeclaredProfits(asker, today()),
    listRounds(asker),
    may("export") ? listFullExports(asker) : [],
    may("import") ? listImports(asker) : [],
    may("identity") ? countDuplicates(asker) : 0,
    may("identity") ? listDuplicates(asker, { limit: few }) : [],
  ]);
  const t = dictionary(locale);
  const { desk } = t.officer;
  const o = t.toDo.officer;
  const n = (value: number) => formatNumber(locale, value);
  const counted = (length: number, more = false) => `${n(length)}${more ? "+" : ""}`;
  const waited = (since: Date) => desk.waited(daysBetween(dayOf(since), today()));
  // Nobody allows, commits or opens what they asked for, brought in or prepared themselves.
  const byOthers = <Row>(rows: readonly Row[], by: (row: Row) => string | null) =>
    rows.filter((row) => by(row) !== asker.userId);
  const queues = [
    {
      title: o.disputes,
      count: counted(disputes.length, disputes.length === most),
      href: "/officer/arrears#disputes",
      lines: disputes.map((one) => ({
        key: one.id,
        href: "/officer/arrears#disputes",
        title: `${one.headName} · ${one.townName} ${one.villageName}`,
        says: `${one.enterpriseName} · ${t.words.disputeReason[one.reason]} · ${formatMoney(locale, one.amountFen)}`,
        when: waited(one.openedAt),
      })),
    },
    {
      title: o.broken,
      count: counted(broken.items.length, broken.next !== null),
      href: "/agreements?show=red",
      lines: broken.items.map((one) => ({
        key: one.id,
        href: `/agreements/${one.id}`,
        title: `${one.title} · ${one.number}`,
        says: `${one.headName ?? one.townName} · ${one.enterpriseName}`,
        when: one.bindingSince && o.since(formatDay(locale, one.bindingSince)),
      })),
    },
    {
      title: o.unsigned,
      count: counted(late.items.length, late.next !== null),
      href: "/agreements?show=sign-late",
      // The longest first; who has not signed is named.
      lines: late.items.toReversed().map((one) => ({
        key: one.id,
        href: `/agreements/${one.id}`,
        title: o.notSigned(
          unsignedSides(one).map((side) =>
            side === "enterprise" ? one.enterpriseName : (one.headName ?? one.townName),
          ),
        ),
        says: `${one.title} · ${one.number} · ${one.headName ?? one.townName}`,
        when: desk.waited(daysBetween(one.startsOn, today())),
      })),
    },
    ofLines(
      o.undeclared,
      "/officer/enterprises",
      silent.map((one) => ({
        key: `${one.id} ${one.dueOn}`,
        href: `/officer/enterprises/${one.id}`,
        title: one.name,
        says: o.undeclaredSays(one.year, n(one.households)),
        when: o.since(formatDay(locale, addDays(one.dueOn, 1))),
      })),
    ),
    ofLines(
      o.rounds,
      "/officer/allotments",
      byOthers(
        rounds.filter(
          (one) => one.state === "draft" && openRoundMoves(asker.role, one.state).includes("open"),
        ),
        (one) => one.createdBy,
      ).map((one) => ({
        key: one.id,
        href: `/officer/allotments/${one.id}`,
        title: one.name,
        says: `${one.document} · ${formatMoneyRounded(locale, one.fundFen)}`,
        when: waited(one.createdAt),
      })),
    ),
    ofLines(
      o.exports,
      "/officer/exports",
      byOthers(
        exports.filter((one) => one.state === "asked"),
        (one) => one.askedBy,
      ).map((one) => ({
        key: one.id,
        href: "/officer/exports",
        title: [one.askedByName, one.divisionName].filter(Boolean).join(" · "),
        says: one.reason,
        when: waited(one.createdAt),
      })),
    ),
    ofLines(
      o.imports,
      "/officer/imports",
      byOthers(
        imports.filter((one) => one.state === "staged"),
        (one) => one.stagedBy,
      ).map((one) => ({
        key: one.id,
        href: `/officer/imports/${one.id}`,
        title: one.fileName,
        says: [one.stagedByName, one.scopeName].filter(Boolean).join(" · "),
        when: waited(one.createdAt),
      })),
    ),
    {
      title: o.doubles,
      count: n(doubles),
      href: "/officer/duplicates",
      lines: pairs.map(({ id, a, b }) => ({
        key: id,
        href: "/officer/duplicates",
        title: a.name === b.name ? a.name : `${a.name} · ${b.name}`,
        says: o.bothIn(a.village, b.village),
        when: null,
      })),
    },
  ];
  return queues.filter(({ lines }) => lines.length > 0);

  function ofLines(title: string, href: string, lines: QueueLine[]): MoreQueue {
    return { title, count: n(lines.length), href, lines };
  }
}
