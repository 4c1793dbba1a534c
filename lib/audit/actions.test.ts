import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { bindingStates, changeKinds, duplicateStates } from "@/db/words";
import { agreementMoveNames, annexMoveNames } from "@/lib/agreements/moves";
import { roundMoveNames } from "@/lib/allotments/moves";
import { moveNames } from "@/lib/applications/moves";
import { enterpriseMoves } from "@/lib/enterprises/moves";
import { auditor as en } from "@/lib/i18n/en/auditor";
import { auditor as zh } from "@/lib/i18n/zh/auditor";
import { disputeMoves } from "@/lib/moneys/moves";
import { postingMoves } from "@/lib/postings/moves";
import { projectMoves } from "@/lib/projects/moves";

/** What a template in the code can become. A new template asks for its line here. */
const becomes: Record<string, readonly string[]> = {
  "agreement.binding-": bindingStates,
  "agreement.sign-": ["enterprise", "household"],
  "agreement.": [...agreementMoveNames, ...annexMoveNames],
  "allotment.": roundMoveNames,
  "application.": moveNames,
  "dispute.": Object.keys(disputeMoves),
  "duplicate.": duplicateStates.filter((state) => state !== "open"),
  "enterprise.": Object.keys(enterpriseMoves),
  "export.": ["allow", "refuse"],
  "household.": changeKinds,
  "objection.": ["dismiss", "uphold"],
  "posting.": Object.keys(postingMoves),
  "project.": Object.keys(projectMoves),
};

const texts = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !/\.(test|testing)\.ts$/.test(path))
  .map((path) => readFileSync(`lib/${path}`, "utf8"))
  .filter((text) => text.includes('from "@/lib/audit/commands"'));

const found = (pattern: RegExp) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""))),
];

it("every action that is written down has words for the auditor, in both languages", () => {
  const templates = found(/`([a-z-]+\.[a-z-]*)\$\{/g);
  expect(templates.filter((start) => !(start in becomes))).toEqual([]);
  const actions = [
    ...found(/"([a-z]+(?:-[a-z]+)*\.[a-z-]+)"/g),
    ...templates.flatMap((start) => (becomes[start] ?? []).map((end) => start + end)),
  ];
  expect(actions.length).toBeGreaterThan(120);
  for (const words of [zh, en]) expect(actions.filter((action) => !words.actions[action])).toEqual([]);
});

it("so has what each row is about", () => {
  const subjects = found(/subject: "([a-z-]+)"/g);
  expect(subjects.length).toBeGreaterThan(20);
  for (const words of [zh, en]) expect(subjects.filter((subject) => !words.subjects[subject])).toEqual([]);
});
