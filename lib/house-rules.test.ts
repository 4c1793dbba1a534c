import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameOf, pages } from "@/e2e/pages";

/** The house rules (docs/decisions.md), read from the files themselves. Each test lists who breaks the rule. */
const road = [
  ...[
    "numbers",
    "clock",
    "i18n",
    "refusal",
    "sealing",
    "spreadsheets",
    "access",
    "audit",
    "keys",
    "files",
    "policy",
  ],
  ...["users", "messages", "divisions", "industries", "enterprises", "households", "projects", "postings"],
  ...["matching", "applications", "notices", "approvals", "plans", "agreements", "allotments", "moneys"],
  ...["imports", "desk", "supervision", "county", "jobs", "demo", "api"],
];

/** Files over 250 lines, each with its reason. */
const longFor: Record<string, string> = {
  "db/schema.ts": "every table on one page, in the order of the road",
  "lib/access/table.ts": "the permission table on one page",
  "lib/matching/plan/auction.ts": "one algorithm",
  "lib/matching/plan/exchanges.ts": "one algorithm",
  "lib/matching/plan/shortest-paths.ts": "one algorithm",
  "lib/matching/plan/solve.ts": "the order in which the solver's parts are called",
  "db/words.ts": "every closed list on one page",
  "lib/i18n/en/words.ts": "as zh/words.ts",
  "lib/i18n/zh/words.ts": "the label of every closed list on one page, as db/words.ts has the lists",
};
/** Files that hold Chinese outside the dictionaries, each with its reason. */
const chineseFor: Record<string, string> = {
  "lib/divisions/files.ts": "the county's own name, which its data file leaves out",
  "lib/imports/form.ts": "the official form's own heads",
  "lib/imports/synonyms.ts": "what people write in the form's cells",
  "lib/imports/household-places.ts": "the endings of places' names",
  "lib/imports/households.ts": "a word of the later code set that says two things",
  "lib/imports/print.ts": "the form's own separator",
  "lib/imports/points.ts": "the heads of a file",
  "lib/imports/distances.ts": "the heads of a file",
  "lib/imports/poor-villages.ts": "the heads of a file",
  "lib/agreements/wrap.ts": "punctuation that may not begin or end a line",
  "lib/households/names.ts": "surnames of two characters, which masking must know",
};
/** Rooms where only queries, commands and what is listed ask the clock, the database or the session. */
const pureRooms = ["numbers", "i18n", "refusal", "sealing", "access", "policy", "matching"];
const impureFor: Record<string, string> = {
  "lib/i18n/locale.ts": "the reader's language stands in a cookie",
  "lib/matching/match-now.ts": "one pair, read inside the transaction that decides it",
};

type File = { path: string; text: string; code: string; imports: { from: string; typeOnly: boolean }[] };

function read(path: string): File {
  const text = readFileSync(path, "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(,])\/\/.*$/gm, "$1");
  const found = code.matchAll(
    /^\s*(import|export)\s+(type\s)?[^"';]*?\bfrom\s+["']([^"']+)["']|\bimport\(?\s*["']([^"']+)["']/gm,
  );
  const imports = [...found].map((m) => ({ from: m[3] ?? m[4] ?? "", typeOnly: m[2] !== undefined }));
  return { path, text, code, imports };
}

const files = ["app", "components", "db", "e2e", "lib", "scripts"]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .sort()
  .map(read);
const byName = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ""), file]));
const below = (...folders: string[]) =>
  files.filter((file) => folders.some((f) => file.path.startsWith(`${f}/`)));
const isTest = (file: File) => /\.test\.tsx?$|^e2e\/|testing\.ts$/.test(file.path);
const breaches = (list: File[], rule: (file: File) => string | string[] | false) =>
  list.flatMap((file) => [rule(file) || []].flat().map((what) => `${file.path}: ${what}`));
const roomOf = (path: string) => /^(?:@\/)?lib\/([^/]+)\//.exec(path)?.[1];

/** What a file needs at run time, through everything it imports; type imports vanish. */
function reaches(file: File, seen = new Set<string>()): Set<string> {
  for (const { from, typeOnly } of file.imports) {
    if (typeOnly || seen.has(from)) continue;
    seen.add(from);
    const next = byName.get(from.replace("@/", ""));
    if (next) reaches(next, seen);
  }
  return seen;
}
const impure = /^(@\/db\/client|next\/headers|next\/cache|next-auth.*|server-only|pg|better-sqlite3)$/;

describe("the house", () => {
  it("is read at all", () => expect(files.length).toBeGreaterThan(30));

  it("imports by @/ only: no path up, none sideways", () => {
    const rule = (file: File) =>
      file.imports
        .map((i) => i.from)
        .filter((from) => from.startsWith("..") || (/^\.\//.test(from) && !/\.(css|mjs)$/.test(from)));
    expect(breaches(files, rule)).toEqual([]);
  });

  it("has no barrels", () => {
    const isBarrel = ({ path, code }: File) =>
      /\/index\.tsx?$/.test(path) ||
      /^export \*/m.test(code) ||
      !/[^\s;]/.test(code.replace(/^export [^;]* from [^;]*;/gm, ""));
    expect(breaches(files, (file) => isBarrel(file) && "only hands on what others export")).toEqual([]);
  });

  it("has no drawers for what has no name", () => {
    const drawer =
      /(^|\/)(utils?|helpers?|types?|constants?|services?|managers?|common|misc)(\/|\.tsx?$|\.mjs$)/;
    expect(files.map((file) => file.path).filter((path) => drawer.test(path))).toEqual([]);
  });

  it("imports one way: app → components → lib → db", () => {
    const allowed: Record<string, RegExp> = {
      db: /^@\/db\//,
      lib: /^@\/(db|lib)\//,
      components: /^@\/(components|lib)\/|^@\/db\/words$/,
      app: /^@\/(app|components|lib)\/|^@\/db\/(words|columns)$|^@\/package\.json$/,
    };
    const rule = (file: File) => {
      const folder = file.path.split("/")[0]!;
      if (!allowed[folder] || (isTest(file) && folder !== "db")) return false;
      return file.imports
        .map((i) => i.from)
        .filter((from) => from.startsWith("@/") && !allowed[folder]!.test(from));
    };
    expect(breaches(files, rule)).toEqual([]);
  });

  it("keeps Drizzle out of pages and components", () => {
    const rule = (file: File) =>
      file.imports.map((i) => i.from).filter((from) => /^(drizzle-orm|better-sqlite3|pg$)/.test(from));
    expect(breaches(below("app", "components"), rule)).toEqual([]);
  });

  it("walks the road: a room of lib looks back, never ahead", () => {
    const rule = (file: File) => {
      const here = road.indexOf(roomOf(file.path) ?? "");
      if (!roomOf(file.path) || isTest(file)) return false;
      if (here < 0) return "is a room the road does not know";
      return file.imports.map((i) => i.from).filter((from) => road.indexOf(roomOf(from) ?? "") > here);
    };
    expect(breaches(below("lib"), rule)).toEqual([]);
  });

  it("keeps rules pure: what a move, an input or a score is, asks no clock, database or session", () => {
    const mustBePure = ({ path }: File) => {
      const [, room = "", name = ""] = /^lib\/([^/]+)\/(.*)\.ts$/.exec(path) ?? [];
      if (/^(queries|commands)(\/|$)/.test(name) || impureFor[path]) return false;
      return pureRooms.includes(room) || ["moves", "input", "rules", room].includes(name);
    };
    const rule = (file: File) => {
      const clock = /new Date\(\)|Date\.now\(\)/.test(file.code) ? ["asks the clock"] : [];
      return [...clock, ...[...reaches(file)].filter((from) => impure.test(from))];
    };
    const rules = below("lib").filter(
      (file) => !isTest(file) && mustBePure(file) && roomOf(file.path) !== "clock",
    );
    expect(rules.length).toBeGreaterThan(5);
    expect(breaches(rules, rule)).toEqual([]);
  });

  it("keeps data and rules out of components", () => {
    expect(
      breaches(below("components"), (file) => [...reaches(file)].filter((from) => impure.test(from))),
    ).toEqual([]);
  });

  it("has no file over 250 lines without a reason", () => {
    const long = files.filter((file) => file.text.split("\n").length > 251 && !isTest(file));
    expect(long.map((file) => file.path).filter((path) => !longFor[path])).toEqual([]);
    expect(Object.keys(longFor).filter((path) => !existsSync(path))).toEqual([]);
  });

  it("says nothing on screen but from the dictionaries", () => {
    const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]|[\ud840-\ud8ff][\udc00-\udfff]/;
    const mayHold = (file: File) =>
      /^lib\/(i18n|demo|divisions\/data)\//.test(file.path) || chineseFor[file.path];
    const rule = (file: File) =>
      file.code
        .split("\n")
        .filter((line) => chinese.test(line))
        .map((line) => line.trim());
    const list = below("app", "components", "db", "lib").filter((file) => !isTest(file) && !mayHold(file));
    expect(breaches(list, rule)).toEqual([]);
    const english = (file: File) =>
      [...file.code.matchAll(/<[a-z][\w.]*(?:\s[^<>]*)?>\s*([A-Za-z][\w ,.'’!?-]+)\s*<\//gi)].map(
        (m) => m[1]!,
      );
    expect(
      breaches(
        below("app", "components").filter((f) => f.path.endsWith("x")),
        english,
      ),
    ).toEqual([]);
  });

  it("has every page looked at: e2e/pages.ts lists each route of app/, and nothing that is not there", () => {
    const routes = below("app")
      .filter((file) => file.path.endsWith("page.tsx"))
      // Folders in brackets stand in no address.
      .map((file) => file.path.replace(/^app|\/page\.tsx$|\/\([^)]+\)/g, "") || "/");
    const listed = pages.map(({ route }) => route).filter((route) => route.startsWith("/"));
    expect([...new Set(listed)].sort()).toEqual([...new Set(routes)].sort());
    expect(new Set(pages.map(nameOf)).size).toBe(pages.length);
  });

  it("says of every link to a file that it is one: it is no page the router could show", () => {
    const answers = below("app")
      .filter((file) => file.path.endsWith("/route.ts") && !file.path.startsWith("app/api/"))
      .map(({ path }) => path.replace(/^app|\/route\.ts$/g, "").replace(/\[\w+\]/g, '[^/`"?]+'));
    expect(answers.length).toBeGreaterThan(5);
    const isPage = (to: string) => existsSync(`app${to.split("?")[0]}/page.tsx`);
    const leadsToOne = new RegExp(`[hH]ref=\\{?["\`]((?:${answers.join("|")})(?:\\?[^"\`]*)?)["\`]`);
    const rule = ({ code }: File) =>
      [...code.matchAll(/<(?:a|TextLink|LinkButton)\s[^<]*/g)].flatMap(([link]) => {
        const to = leadsToOne.exec(link)?.[1];
        return to && !isPage(to) && !/\sdownload\b|\srel="external"/.test(link) ? [to] : [];
      });
    expect(breaches(below("app", "components"), rule)).toEqual([]);
  });

  it("does not silence the compiler", () => {
    const silenced = new RegExp("@ts-" + "(ignore|nocheck|expect-error)");
    const rule = ({ text, code }: File) =>
      (silenced.exec(text) ?? /\bas any\b|[:<]\s*any\b/.exec(code))?.[0] ?? false;
    expect(breaches(files, rule)).toEqual([]);
  });
});
