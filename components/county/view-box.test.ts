import fc from "fast-check";
import { expect, it } from "vitest";
import {
  isDrag,
  kept,
  mostZoom,
  moved,
  showing,
  viewBoxOf,
  wholeView,
  zoomedAt,
} from "@/components/county/view-box";

const size = { width: 1000, height: 800 };
const views = fc
  .record({
    x: fc.integer({ min: -2000, max: 2000 }),
    y: fc.integer({ min: -2000, max: 2000 }),
    zoom: fc.integer({ min: 1, max: 8 }),
  })
  .map((view) => kept(view, size));
const points = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 800 }));

it("shows all of it at first and never more, nor less than its most", () => {
  expect(viewBoxOf(wholeView, size)).toBe("0 0 1000 800");
  expect(zoomedAt(wholeView, size, 0.5, [500, 400])).toEqual(wholeView);
  expect(zoomedAt(wholeView, size, 100, [500, 400]).zoom).toBe(mostZoom);
});

it("stays on the drawing whatever is done", () => {
  fc.assert(
    fc.property(views, points, fc.double({ min: 0.1, max: 10, noNaN: true }), (view, point, factor) => {
      for (const next of [
        zoomedAt(view, size, factor, point),
        moved(view, size, factor - 5, factor),
        showing(view, size, point),
      ]) {
        expect(next.x).toBeGreaterThanOrEqual(0);
        expect(next.y).toBeGreaterThanOrEqual(0);
        expect(next.x + size.width / next.zoom).toBeLessThanOrEqual(size.width + 1e-6);
        expect(next.y + size.height / next.zoom).toBeLessThanOrEqual(size.height + 1e-6);
      }
    }),
  );
});

it("brings a point into sight, and moves nothing when it is well in sight", () => {
  fc.assert(
    fc.property(views, points, (view, point) => {
      const next = showing(view, size, point);
      expect(point[0]).toBeGreaterThanOrEqual(next.x - 1e-6);
      expect(point[0]).toBeLessThanOrEqual(next.x + size.width / next.zoom + 1e-6);
      expect(showing(next, size, point)).toEqual(next);
    }),
  );
});

it("keeps the point under the finger where it is, as long as there is drawing around it", () => {
  const view = zoomedAt(wholeView, size, 4, [500, 400]);
  const next = zoomedAt(view, size, 2, [520, 410]);
  const seenAt = (v: typeof view) => (520 - v.x) / (size.width / v.zoom);
  expect(seenAt(next)).toBeCloseTo(seenAt(view), 10);
});

it("takes a press for a tap while the hand only trembles, and for a drag after that", () => {
  expect(isDrag([100, 100], [104, 97])).toBe(false);
  expect(isDrag([100, 100], [100, 90])).toBe(true);
});
