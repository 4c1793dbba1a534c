import Database from "better-sqlite3";
import { parcelUses } from "@/db/words";
import type { CountyPosting } from "@/lib/matching/county";
import {
  areaMask,
  type CountyIndex,
  kindShift,
  monthShift,
  schoolBit,
  skillShift,
  useShift,
} from "@/lib/matching/index/layout";
import { onOffer, type Question, questionOf } from "@/lib/matching/index/question";
import type { Policy } from "@/lib/policy/policy";

/**
 * The ranking as SQL in better-sqlite3, as good as we can make it: an in-memory database made for it, need
 * and cosines computed beforehand, members and parcels clustered by household, the score in one statement.
 */
export function sqlRanking(index: CountyIndex, policy: Policy) {
  const db = new Database(":memory:");
  db.exec(`
    create table h (row integer primary key, code text, lat real, lon real, cos real, need real, persons int, left int, mu real, listed int);
    create table m (row int, birth int, class int, school int, bound int, skills int);
    create table p (row int, kind int, mu100 int);`);
  const h = db.prepare("insert into h values (?,?,?,?,?,?,?,?,?,?)");
  const m = db.prepare("insert into m values (?,?,?,?,?,?)");
  const p = db.prepare("insert into p values (?,?,?)");
  const share = policy["need.parts"];
  const leased = parcelUses.indexOf("leased-out");
  db.transaction(() => {
    for (let r = 0; r < index.size; r++) {
      const lat = (index.lat[r]! * Math.PI) / 180;
      const below = 1 - index.income[r]! / policy["need.incomeLineFen"];
      const income = below > 0 ? Math.min(1, below) : 0;
      const need = share.uncovered * (index.projects[r] === 0 ? 1 : 0) + share.income * income;
      let mu = 0;
      for (let i = index.parcelFrom[r]!; i < index.parcelFrom[r + 1]!; i++) {
        const bits = index.land[i]!;
        if (((bits >> useShift) & 3) !== leased) mu += bits & areaMask;
        const rest = (bits & areaMask) - index.agreed[i]!;
        if (onOffer[(bits >> useShift) & 7] && rest > 0) p.run(r, (bits >> kindShift) & 7, rest);
      }
      for (let i = index.memberFrom[r]!; i < index.memberFrom[r + 1]!; i++) {
        const bits = index.work[i]!;
        const school = bits & schoolBit ? 1 : 0;
        m.run(r, index.birth[i], bits & 7, school, (bits >> monthShift) & 4095, bits >>> skillShift);
      }
      const persons = index.persons[r]!;
      const lon = (index.lon[r]! * Math.PI) / 180;
      const left = persons - index.allotted[r]!;
      const muEach = mu / 100 / Math.max(1, persons);
      h.run(r, index.codes[r], lat, lon, Math.cos(lat), need, persons, left, muEach, index.listed[r]);
    }
  })();
  db.exec(
    "create index m_row on m (row, birth, class, school, bound, skills); create index p_row on p (row, kind, mu100); analyze",
  );
  const ready = new Map<string, Database.Statement>();
  return (posting: CountyPosting, today: string, limit: number): { ms: number; rows: number[] } => {
    const question = questionOf(posting, policy, today, null);
    const text = sqlOf(question);
    const statement = ready.get(text) ?? db.prepare(text).pluck();
    ready.set(text, statement);
    const start = performance.now();
    const rows = statement.all(limit) as number[];
    return { ms: performance.now() - start, rows };
  };
}

const bitsOf = (mask: number) => Array.from({ length: 16 }, (_, i) => i).filter((i) => mask & (1 << i));
const ones = (expression: string, mask: number) =>
  bitsOf(mask)
    .map((i) => `((${expression} >> ${i}) & 1)`)
    .join(" + ") || "0";

function sqlOf(q: Question): string {
  const { posting, weights: w, policy, job, land } = q;
  const rad = Math.PI / 180;
  const lat = posting.point.lat * rad;
  const lon = posting.point.lon * rad;
  const halves = `(sin((${lat} - lat) / 2) * sin((${lat} - lat) / 2) + cos * ${Math.cos(lat)} * sin((${lon} - lon) / 2) * sin((${lon} - lon) / 2))`;
  const km = `(2 * 6371.0088 * asin(sqrt(${halves})) * ${q.detour})`;
  const units = `(select total(case class when 1 then ${q.capacities[1]} else 1 end) from m where m.row = h.row and school = 0 and bound & ${q.monthMask} = 0 and birth <= ${q.adultBirth})`;
  const less = `(1 - min(1.0, ${units} / max(1, persons)))`;
  const parts = policy["labor.jobParts"];
  let labor = less;
  let area = "0";
  let where = "listed = 1";
  let from = "h";
  if (job && "skills" in posting) {
    const wanted = posting.skills.length;
    const months = bitsOf(job.months).length;
    const skill = wanted === 0 ? "1.0" : `(${ones("skills", job.skills)}) / ${wanted}.0`;
    const required = job.skillsRequired ? `and skills & ${job.skills} <> 0` : "";
    labor = "x.labor";
    // Grouped once over the members in row order: several times faster than a subquery a household.
    from = `(select row, max(${parts.capacity} * (case class when 1 then ${q.capacities[1]} else 1 end) + ${parts.skill} * ${skill} + ${parts.season} * (${ones("(~bound)", job.months)}) / ${months}.0) as labor
      from m where class & ${job.admitted} <> 0 and school = 0 and birth between ${job.oldestBirth} and ${job.youngestBirth} and ~bound & ${job.months} <> 0 ${required} group by row) x join h on h.row = x.row`;
  } else if (land) {
    const kinds = [...land.wanted.keys()].filter((i) => land.wanted[i]).join();
    area = `min(1.0, x.mu100 / ${land.full}.0)`;
    from = `(select row, sum(mu100) as mu100 from p where kind in (${kinds}) group by row having sum(mu100) >= ${land.min}) x join h on h.row = x.row`;
  } else {
    area = `(1 - min(1.0, mu / ${policy["land.equityMuPerPerson"]}))`;
    where += posting.kind === "equity" && posting.bindingLive ? " and left > 0" : " and 0";
  }
  if (posting.radiusKm !== null) where += ` and ${km} <= ${posting.radiusKm}`;
  return `select row from (select h.row, code, 100 * (${w.labor} * ${labor} + ${w.land} * ${area} + ${w.distance} * pow(2, -${km} / ${q.halfKm}) + ${w.need} * need) as score from ${from} where ${where})
    order by round(score * 1e9) desc, code limit ?`;
}
