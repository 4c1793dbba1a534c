import type { Writer } from "@/db/client";
import * as s from "@/db/schema";

/** Text that trips careless code: characters of four bytes, quotes, a backslash, wildcards, both line ends. */
export const awkward = "𫖯𠮷 'x' \"y\" \\ %_ ; -- <b>é</b>\r\n\t👩‍🌾 ";
export const bigFen = Number.MAX_SAFE_INTEGER;
const at = new Date("2026-02-28T15:59:59.987Z");
const later = new Date("2026-03-01T00:00:00.001Z");
const village = "610724100201";

/**
 * One row for each table, in an order that foreign keys accept, with a value in every column. Typed by the
 * tables, so that a new column without a value here is found by values.test.ts.
 */
export const fullRows = [
  [
    s.divisions,
    {
      code: village,
      name: awkward,
      pinyin: "xixiang",
      kind: "village",
      parentCode: "610724100000",
      lat: 32.98712345678901,
      lon: 107.7654321,
      coordSource: "synthetic",
      accuracyKm: 0.1 + 0.2,
      officialName: awkward,
      edition: "2023",
      poor: true,
    },
  ],
  [
    s.enterprises,
    {
      id: "E1",
      creditCode: "92610724MA6YTEST0X",
      name: awkward,
      pinyin: "mao",
      kind: "cooperative",
      state: "verified",
      industry: "tea",
      villageCode: village,
      address: awkward,
      legalPerson: awkward,
      contactName: awkward,
      contactPhoneSealed: "g1.test.AAAA",
      summary: awkward,
      createdAt: at,
    },
  ],
  [
    s.projects,
    {
      id: "R1",
      enterpriseId: "E1",
      name: awkward,
      pinyin: "cha",
      industry: "tea",
      sector: "primary",
      term: "long",
      summary: awkward,
      createdAt: at,
    },
  ],
  [s.projectVillages, { projectId: "R1", villageCode: village }],
  [
    s.postings,
    {
      id: "P1",
      projectId: "R1",
      kind: "job",
      state: "published",
      title: awkward,
      summary: awkward,
      villageCode: village,
      lat: 32.5,
      lon: 107.5,
      radiusKm: 12.5,
      closesOn: "2026-12-31",
      capacity: 10_000_000,
      taken: 3,
      reachBand: "20-49",
      version: 7,
      createdBy: "U1",
      reviewedBy: "U2",
      publishedAt: at,
      stateReason: awkward,
      createdAt: at,
      updatedAt: later,
    },
  ],
  [
    s.jobDetails,
    {
      postingId: "P1",
      months: 4095,
      work: "ordinary",
      wageFen: bigFen,
      wageUnit: "month",
      ageMin: 18,
      ageMax: 60,
      skills: ["tea-picking", "pruning"],
      skillsRequired: true,
      lodging: true,
    },
  ],
  [
    s.landDetails,
    {
      postingId: "P1",
      parcelKinds: ["tea", "dry"],
      minMu100: 150,
      fullMu100: 600,
      rentFenPerMuYear: 50_000,
      years: 30,
    },
  ],
  [
    s.equityDetails,
    { postingId: "P1", fenPerPerson: 1_000_000, guaranteedBp: 500, secondBp: 200, bindingLink: "land" },
  ],
  [
    s.households,
    {
      code: "H1",
      headName: awkward,
      pinyin: "li",
      villageCode: village,
      address: awkward,
      lat: -0.5,
      lon: 179.999999999,
      phoneSealed: "g1.test.BBBB",
      type: "low-income",
      status: "poor",
      register: "listed",
      cause: "illness",
      otherCauses: ["no-funds", "no-skill"],
      incomePerPersonFen: -bigFen,
      version: 2147483647,
      createdAt: at,
    },
  ],
  [
    s.members,
    {
      id: "M1",
      householdCode: "H1",
      name: awkward,
      relation: "head",
      sex: "female",
      birth: "1936-02-29",
      idNumberSealed: "g1.test.CCCC",
      idNumberIndex: "index-1",
      education: "junior",
      schooling: null,
      healthSealed: "g1.test.DDDD",
      laborClass: "weak",
      skills: ["sewing"],
      workPlace: "in-county",
      workMonths: 12,
      state: "present",
    },
  ],
  [
    s.parcels,
    { id: "L1", householdCode: "H1", kind: "tea", use: "own-use", offered: true, areaMu100: 1_000_000 },
  ],
  [
    s.applications,
    {
      id: "A1",
      postingId: "P1",
      householdCode: "H1",
      state: "approved",
      memberId: "M1",
      size: 1,
      cardToken: "card-1",
      appliedBy: "U3",
      onBehalfBy: "U3",
      consentHow: "slip",
      consentEvidence: awkward,
      match: {
        score: 1 / 3,
        parts: { labor: 0.1, land: 0, distance: 1e-9, need: 1 },
        reasons: [{ code: "near", km: 3.25, name: awkward, deep: { list: [1, null, true] } }],
        policyOn: "2026-01-01",
      },
      answeredBy: "U4",
      approvedBy: "U5",
      declineReason: "other",
      stateReason: awkward,
      version: 2,
      createdAt: at,
      stateAt: later,
    },
  ],
  [s.applicationParcels, { applicationId: "A1", parcelId: "L1", mu100: 150 }],
  [
    s.notices,
    {
      id: "N1",
      number: "2026-1",
      applicationId: "A1",
      state: "open",
      publishedOn: "2026-02-28",
      endsOn: "2026-03-10",
      createdAt: at,
    },
  ],
  [
    s.objections,
    {
      id: "O1",
      noticeId: "N1",
      via: "web",
      state: "upheld",
      body: awkward,
      contactSealed: "g1.test.EEEE",
      recordedBy: "U6",
      decidedBy: "U7",
      decisionReason: awkward,
      createdAt: at,
      decidedAt: later,
    },
  ],
  [
    s.agreements,
    {
      id: "G1",
      number: "2026-G-1",
      applicationId: "A1",
      state: "live",
      startsOn: "2026-03-11",
      endsOn: "2056-03-10",
      createdAt: at,
    },
  ],
  [
    s.users,
    {
      id: "U1",
      username: awkward,
      name: awkward,
      role: "enterprise",
      divisionScope: null,
      enterpriseId: "E1",
      householdCode: null,
      passwordHash: "x",
      state: "suspended",
      sessionVersion: 3,
      failedTries: 4,
      lockedUntil: later,
      createdAt: at,
    },
  ],
  [s.sessions, { id: "S1", userId: "U1", createdAt: at, endedAt: later }],
  [s.tokens, { id: "T1", userId: "U1", tokenHash: "h", expiresAt: at, revokedAt: later, createdAt: at }],
  [
    s.idempotency,
    { userId: "U1", key: awkward, requestHash: "h", status: 201, body: [awkward, 1.5], createdAt: at },
  ],
  [
    s.audit,
    {
      seq: 1,
      at,
      userId: "U1",
      role: "enterprise",
      action: "posting.submit",
      subject: "posting",
      subjectId: "P1",
      householdCode: "H1",
      before: { state: "draft", note: awkward },
      after: "12",
      why: awkward,
      requestId: "Q1",
      previousHash: "0",
      hash: "1",
    },
  ],
  [
    s.policy,
    {
      id: "Y1",
      key: "tiers.a",
      value: 70.25,
      startsOn: "2026-01-01",
      document: awkward,
      proposedBy: "U1",
      appliedBy: "U2",
      appliedAt: at,
      createdAt: at,
    },
  ],
  [s.countyChanges, { seq: 1_000_000, householdCode: "H1", postingId: "P1" }],
] as const;

/** Columns no row of `fullRows` may fill, because another column's value forbids it. */
export const exclusive = ["members.schooling", "users.divisionScope", "users.householdCode"];

type Table = (typeof fullRows)[number][0];

/** Inserts all of `fullRows`. */
export async function insertFullRows(w: Writer): Promise<void> {
  for (const [table, row] of fullRows)
    await w.insert(table as Table & typeof s.projects).values(row as never);
}
