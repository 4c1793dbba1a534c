/**
 * Which numbers are believed. `production` takes only numbers that can be real and refuses every number of
 * the demo county; `demo` also takes the invented ones (number-formats.md). The invented numbers use area
 * prefix 69, never assigned in GB/T 2260, and mobile prefix 144, which ordinary telephones do not have.
 */
export type NumberWorld = "production" | "demo";

/** The world of this process: everything but `SANJIN_MODE=live` is a demonstration. */
export const presentWorld = (mode = process.env.SANJIN_MODE): NumberWorld =>
  mode === "live" ? "production" : "demo";

/** Province codes in use (GB/T 2260). */
const provinces = new Set(
  [
    [11, 15],
    [21, 23],
    [31, 37],
    [41, 46],
    [50, 54],
    [61, 65],
    [71, 71],
    [81, 82],
  ].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))),
);

/** The province that stands for "invented". */
export const inventedProvince = "69";

/** Whether a division code begins with a province this world believes in. */
export const isProvince = (code: string, world: NumberWorld): boolean =>
  provinces.has(code.slice(0, 2)) || (world === "demo" && code.startsWith(inventedProvince));
