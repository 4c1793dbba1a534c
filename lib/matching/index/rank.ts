import type { CountyPosting } from "@/lib/matching/county";
import { earthRadiusKm } from "@/lib/matching/distance";
import { TopRows } from "@/lib/matching/index/heap";
import { type CountyIndex, cellDegrees, cellOf } from "@/lib/matching/index/layout";
import { binsPerRoot, halfRadian, lastBin, lowSquare } from "@/lib/matching/index/near";
import { jobLaborAt, kmAt, laborPartAt, landPartAt } from "@/lib/matching/index/parts";
import { type Question, questionOf } from "@/lib/matching/index/question";
import { orderKey } from "@/lib/matching/rank";
import { distancePart, needPart } from "@/lib/matching/score";
import type { Policy } from "@/lib/policy/policy";

/** A row of the answer: the index row, its unrounded score and its parts, as the reference computes them. */
export type TopRow = {
  row: number;
  score: number;
  labor: number;
  land: number;
  distance: number;
  need: number;
  distanceKm: number;
};

/**
 * The `limit` best rows for a posting, best first: the answer of `rankHouseholds`, without looking at most
 * rows. Cells are visited in rings around the posting; a ring too far for even a perfect household to enter
 * the best ends the search (nothing beyond can do better), and within a ring each row is first held against
 * an upper bound that costs no sine and no power. What passes is scored exactly, by the reference's formula.
 */
export function topRows(
  index: CountyIndex,
  posting: CountyPosting,
  policy: Policy,
  today: string,
  limit: number,
): TopRow[] {
  const question = questionOf(posting, policy, today, index.stated);
  return topOrder(index, question, limit).map((row) => exactRow(index, question, row));
}

/** The rows alone, best first. */
export function topOrder(index: CountyIndex, question: Question, limit: number): number[] {
  const { posting } = question;
  const top = new TopRows(Math.min(limit, index.size), index.codes);
  if (posting.kind !== "equity" || posting.bindingLive) visitRings(index, question, top);
  return top.ordered();
}

/** Cells around the posting, ring by ring. */
function visitRings(index: CountyIndex, question: Question, top: TopRows): void {
  const { x0, y0, nx, ny, from, covered, cosines } = index.grid;
  const { lat, lon } = question.posting.point;
  // Half the world away, "farther in degrees" is no longer "farther in km".
  const wide = Math.max(lon - x0 * cellDegrees, (x0 + nx) * cellDegrees - lon) > 180;
  // By a table of one's own, what lies near on the map may be far, and the other way round.
  if (nx === 0 || wide || question.stated !== null) {
    for (let r = 0; r < index.size; r++) scan(index, question, top, r, r + 1, 0, 1);
    return;
  }
  const px = cellOf(lon) - x0;
  const py = cellOf(lat) - y0;
  const outside = Math.max(0, -px, px - nx + 1, -py, py - ny + 1);
  const last = Math.max(px, nx - 1 - px, py, ny - 1 - py);
  const cosHere = Math.cos(2 * halfRadian * lat);
  const boxCos = Math.min(cosines[0]!, cosines[ny - 1]!) * cosHere;
  const { nearTable, posting, detour } = question;
  const radius = posting.radiusKm ?? Number.POSITIVE_INFINITY;
  const neediest = Math.max(
    needPart(0, index.grid.poorest[0]!, question.policy),
    needPart(1, index.grid.poorest[1]!, question.policy),
  );
  const run = (y: number, xFrom: number, xTo: number) => {
    if (y < 0 || y >= ny) return;
    const a = Math.max(0, xFrom);
    const b = Math.min(nx - 1, xTo);
    const cos = cosines[y]! * cosHere;
    const byLat = lowSquare(gap(y0 + y, lat) * halfRadian);
    for (let x = a, c = y * nx + a; x <= b; x++, c++) {
      const first = from[c]!;
      const end = from[c + 1]!;
      if (first === end) continue;
      const root = Math.sqrt(byLat + cos * lowSquare(gap(x0 + x, lon) * halfRadian));
      if (root * 2 * earthRadiusKm * detour * (1 - 1e-9) > radius) continue;
      const bin = root * binsPerRoot - 1e-6;
      const near = nearTable[bin < lastBin ? bin | 0 : lastBin]!;
      const half = covered[c]!;
      scan(index, question, top, first, half, cos, near);
      scan(index, question, top, half, end, cos, near);
    }
  };
  for (let ring = outside; ring <= last; ring++) {
    if (ring > 0 && beyond(question, top, neediest, ringKm(question, ring, px + x0, py + y0, boxCos))) return;
    if (ring === 0) run(py, px, px);
    else {
      run(py - ring, px - ring, px + ring);
      for (let y = Math.max(0, py - ring + 1); y <= Math.min(ny - 1, py + ring - 1); y++) {
        if (px - ring >= 0) run(y, px - ring, px - ring);
        if (px + ring < nx) run(y, px + ring, px + ring);
      }
      run(py + ring, px - ring, px + ring);
    }
  }
}

/** Degrees between a cell's band and a coordinate; 0 inside it. */
function gap(cell: number, degrees: number): number {
  const low = cell * cellDegrees - degrees;
  if (low > 0) return low;
  const high = degrees - (cell + 1) * cellDegrees;
  return high > 0 ? high : 0;
}

/** No point of this ring or a later one is nearer by road than this. */
function ringKm(question: Question, ring: number, cellX: number, cellY: number, boxCos: number): number {
  const { lat, lon } = question.posting.point;
  const south = lat - (cellY - ring + 1) * cellDegrees;
  const north = (cellY + ring) * cellDegrees - lat;
  const west = lon - (cellX - ring + 1) * cellDegrees;
  const east = (cellX + ring) * cellDegrees - lon;
  const byLat = lowSquare(Math.max(0, Math.min(south, north)) * halfRadian);
  const byLon = boxCos * lowSquare(Math.max(0, Math.min(west, east)) * halfRadian);
  // A hair less, for the rounding of edges and cosines.
  return 2 * earthRadiusKm * Math.sqrt(Math.max(0, Math.min(byLat, byLon))) * question.detour * (1 - 1e-9);
}

/** Whether a household at this distance, as needy as any and perfect in the rest, could not get in. */
function beyond(question: Question, top: TopRows, neediest: number, km: number): boolean {
  const { posting, weights, halfKm } = question;
  if (posting.radiusKm !== null && km > posting.radiusKm) return true;
  const near = distancePart(km, halfKm);
  return (
    100 * (weights.labor + weights.land + weights.distance * near + weights.need * neediest) < top.threshold
  );
}

/**
 * Rows first … end − 1 of one half of a cell, along which need falls: the first that could not get in even at
 * the cell's nearest point, perfect in all else, ends it.
 * @param cos at most the product of the cosines of both latitudes; @param nearest highest distance part here.
 */
function scan(
  index: CountyIndex,
  question: Question,
  top: TopRows,
  first: number,
  end: number,
  cos: number,
  nearest: number,
): void {
  const { income, projects } = index;
  const { weights, policy } = question;
  const line = policy["need.incomeLineFen"];
  const share = policy["need.parts"];
  const rest = weights.labor + weights.land + weights.distance * nearest;
  for (let r = first; r < end; r++) {
    const below = 1 - income[r]! / line;
    const clamped = below > 0 ? (below < 1 ? below : 1) : 0;
    const need = share.uncovered * (projects[r] === 0 ? 1 : 0) + share.income * clamped;
    if (100 * (rest + weights.need * need) < top.threshold) return;
    consider(index, question, top, r, cos, need);
  }
}

/** Offers a row to the best, if it is eligible and its bounds let it through. */
function consider(
  index: CountyIndex,
  question: Question,
  top: TopRows,
  r: number,
  cos: number,
  need: number,
): void {
  const { posting, weights, job, stated } = question;
  const near =
    stated === null
      ? nearestPart(index, question, r, cos)
      : distancePart(kmAt(index, r, question), question.halfKm);
  const { labor: wLabor, land: wLand, distance: wDistance, need: wNeed } = weights;
  const known = wDistance * near + wNeed * need;
  if (100 * (wLabor + wLand + known) < top.threshold || index.listed[r] === 0) return;
  let labor: number;
  let landPart = 0;
  if (job !== null) {
    labor = jobLaborAt(index, r, job);
    if (labor < 0) return;
  } else {
    landPart = landPartAt(index, r, question);
    if (landPart < 0 || 100 * (wLabor + wLand * landPart + known) < top.threshold) return;
    labor = laborPartAt(index, r, question);
  }
  if (100 * (wLabor * labor + wLand * landPart + known) < top.threshold) return;
  const km = kmAt(index, r, question);
  if (posting.radiusKm !== null && km > posting.radiusKm) return;
  const distance = distancePart(km, question.halfKm);
  top.offer(r, orderKey(100 * (wLabor * labor + wLand * landPart + wDistance * distance + wNeed * need)));
}

/** No less than the distance part of a row, without a sine. */
function nearestPart(index: CountyIndex, { posting, nearTable }: Question, r: number, cos: number): number {
  const { lat, lon } = posting.point;
  const byLat = lowSquare((index.lat[r]! - lat) * halfRadian);
  const bin = Math.sqrt(byLat + cos * lowSquare((index.lon[r]! - lon) * halfRadian)) * binsPerRoot;
  return nearTable[bin < lastBin ? bin | 0 : lastBin]!;
}

/** One eligible row's score and parts. */
export function exactRow(index: CountyIndex, question: Question, row: number): TopRow {
  const { weights, job, policy } = question;
  const distanceKm = kmAt(index, row, question);
  const distance = distancePart(distanceKm, question.halfKm);
  const below = 1 - index.income[row]! / policy["need.incomeLineFen"];
  const share = policy["need.parts"];
  const need =
    share.uncovered * (index.projects[row] === 0 ? 1 : 0) +
    share.income * (below > 0 ? (below < 1 ? below : 1) : 0);
  const labor = job ? jobLaborAt(index, row, job) : laborPartAt(index, row, question);
  const landPart = job ? 0 : landPartAt(index, row, question);
  const sum =
    weights.labor * labor + weights.land * landPart + weights.distance * distance + weights.need * need;
  return { row, score: 100 * sum, labor, land: landPart, distance, need, distanceKm };
}
