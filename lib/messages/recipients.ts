import { and, eq, inArray, type SQL } from "drizzle-orm";
import {
  agreements,
  applications,
  deliveries,
  disputes,
  dues,
  enterprises,
  payments,
  policy,
  postings,
  projects,
  users,
} from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { Recipient } from "@/lib/messages/kinds";

/** What a message is about, and the parties to it. */
export type Concerned = {
  title: string;
  householdCode?: string | null;
  enterpriseId?: string | null;
  /** Accounts of those who acted for the household, or proposed. */
  proxies?: readonly (string | null)[];
  proposer?: string | null;
  /** Where its readers look at it, when the subject has no page of its own. */
  at?: { subject: string; subjectId: string };
};

type Finder = (from: Source, id: string) => Promise<Concerned | null>;

/** The agreement of a line of money, by which its payments and disputes find their parties. */
const ofDue = (from: Source) =>
  from
    .select({ title: agreements.title, householdCode: dues.householdCode, enterpriseId: dues.enterpriseId })
    .from(dues)
    .innerJoin(agreements, eq(agreements.id, dues.agreementId));

const ofAgreement: Finder = async (from, id) => {
  const [row] = await from
    .select({
      title: agreements.title,
      householdCode: agreements.householdCode,
      enterpriseId: agreements.enterpriseId,
      onBehalfBy: applications.onBehalfBy,
    })
    .from(agreements)
    .innerJoin(applications, eq(applications.id, agreements.applicationId))
    .where(eq(agreements.id, id));
  return row ? { ...row, proxies: [row.onBehalfBy] } : null;
};

/** By the audit's subject: whom a row concerns. */
const finders: Record<string, Finder> = {
  application: async (from, id) => {
    const [row] = await from
      .select({
        title: postings.title,
        householdCode: applications.householdCode,
        enterpriseId: projects.enterpriseId,
        onBehalfBy: applications.onBehalfBy,
        invitedBy: applications.invitedBy,
      })
      .from(applications)
      .innerJoin(postings, eq(postings.id, applications.postingId))
      .innerJoin(projects, eq(projects.id, postings.projectId))
      .where(eq(applications.id, id));
    return row ? { ...row, proxies: [row.onBehalfBy] } : null;
  },
  agreement: ofAgreement,
  delivery: async (from, id) => {
    const [row] = await from
      .select({ agreementId: deliveries.agreementId })
      .from(deliveries)
      .where(eq(deliveries.id, id));
    const concerned = row && (await ofAgreement(from, row.agreementId));
    return concerned ? { ...concerned, at: { subject: "agreement", subjectId: row.agreementId } } : null;
  },
  payment: async (from, id) => {
    const [row] = await ofDue(from)
      .innerJoin(payments, eq(payments.dueId, dues.id))
      .where(eq(payments.id, id));
    return row ?? null;
  },
  dispute: async (from, id) => {
    const [row] = await ofDue(from)
      .innerJoin(disputes, eq(disputes.dueId, dues.id))
      .where(eq(disputes.id, id));
    return row ?? null;
  },
  enterprise: async (from, id) => {
    const [row] = await from
      .select({ title: enterprises.name, enterpriseId: enterprises.id })
      .from(enterprises)
      .where(eq(enterprises.id, id));
    return row ?? null;
  },
  posting: async (from, id) => {
    const [row] = await from
      .select({ title: postings.title, enterpriseId: projects.enterpriseId })
      .from(postings)
      .innerJoin(projects, eq(projects.id, postings.projectId))
      .where(eq(postings.id, id));
    return row ?? null;
  },
  project: async (from, id) => {
    const [row] = await from
      .select({ title: projects.name, enterpriseId: projects.enterpriseId })
      .from(projects)
      .where(eq(projects.id, id));
    return row ?? null;
  },
  policy: async (from, id) => {
    const [row] = await from
      .select({ title: policy.key, proposer: policy.proposedBy })
      .from(policy)
      .where(eq(policy.id, id));
    return row ?? null;
  },
};

/** @returns null for a subject nobody is told of, or that is gone. */
export const concernedBy = async (from: Source, subject: string, id: string): Promise<Concerned | null> =>
  (await finders[subject]?.(from, id)) ?? null;

/** Ids of the active accounts that are told, each once; never the one who did it. */
export async function readersOf(
  from: Source,
  concerned: Concerned,
  to: readonly Recipient[],
  doneBy: string | null,
): Promise<string[]> {
  const conditions: (SQL | false | undefined | "" | null)[] = [
    to.includes("household") && concerned.householdCode && eq(users.householdCode, concerned.householdCode),
    to.includes("enterprise") && concerned.enterpriseId && eq(users.enterpriseId, concerned.enterpriseId),
    to.includes("proxy") && anyOf(concerned.proxies),
    to.includes("proposer") && anyOf([concerned.proposer ?? null]),
  ];
  const found = new Set<string>();
  for (const condition of conditions) {
    if (!condition) continue;
    const rows = await from
      .select({ id: users.id })
      .from(users)
      .where(and(condition, eq(users.state, "active")));
    for (const { id } of rows) if (id !== doneBy) found.add(id);
  }
  return [...found];
}

function anyOf(ids: readonly (string | null)[] | undefined): SQL | null {
  const known = (ids ?? []).filter((id): id is string => id !== null);
  return known.length > 0 ? inArray(users.id, known) : null;
}
