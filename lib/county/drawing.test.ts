import { expect, it } from "vitest";
import { countyDrawing } from "@/lib/county/drawing";
import { readDivisions } from "@/lib/divisions/files";

it("draws the county and its 17 towns, light enough for a phone", () => {
  const drawing = countyDrawing();
  expect(drawing.towns).toHaveLength(17);
  expect(drawing.outline).toMatch(/^M[\d.,-]+L/);
  const letters = drawing.outline.length + drawing.towns.reduce((sum, town) => sum + town.path.length, 0);
  expect(letters).toBeLessThan(24_000);
});

it("places every division inside the sheet, north up and east right", () => {
  const { width, height, place } = countyDrawing();
  for (const { lat, lon, name } of readDivisions()) {
    const [x, y] = place(lat, lon);
    expect(x > 0 && x < width && y > 0 && y < height, name).toBe(true);
  }
  const [x, y] = place(32.9, 107.7);
  expect(place(33, 107.7)[1]).toBeLessThan(y);
  expect(place(32.9, 107.8)[0]).toBeGreaterThan(x);
});

it("keeps the towns' names apart", () => {
  const labels = countyDrawing().towns.map((town) => town.label);
  const covering = labels.flatMap(([x, y], i) =>
    labels.slice(i + 1).filter(([x2, y2]) => Math.abs(x - x2) < 90 && Math.abs(y - y2) < 30),
  );
  expect(covering).toEqual([]);
});
