import { eq, inArray } from "drizzle-orm";
import type { AgreementTerms } from "@/db/agreement-terms";
import { db, tx, type Writer } from "@/db/client";
import { enterprises, households, members, users } from "@/db/schema";
import type { Asker } from "@/lib/access/asker";
import { type Agreement, annexesOf, getAgreement } from "@/lib/agreements/queries";
import { loadAgreement } from "@/lib/agreements/step";
import type { PaperFacts } from "@/lib/agreements/text";
import { record } from "@/lib/audit/commands";
import { maskIdNumber } from "@/lib/numbers/id-number";
import { policyFor } from "@/lib/policy/queries";
import { refuse } from "@/lib/refusal/refusal";
import { unseal } from "@/lib/sealing/sealing";

/**
 * Whether an asker may open an agreement's paper, written or photographed, and whose household it is.
 * @throws Refusal not-found.
 */
export async function mayOpenPaper(
  asker: Asker,
  id: string,
  today: string,
): Promise<{ householdCode: string }> {
  const { paper } = await getAgreement(asker, id, today);
  if (!paper) return refuse("not-found");
  const { householdCode } = await loadAgreement(db, asker, id);
  return { householdCode };
}

/** Whose names the text holds besides the head's: who works, or who holds the shares. */
function memberIdsOf(terms: AgreementTerms): string[] {
  if (terms.kind === "equity") return terms.memberIds;
  return "memberId" in terms && terms.memberId ? [terms.memberId] : [];
}

async function peopleOf(w: Writer, householdCode: string, ids: readonly string[]) {
  const rows = await w
    .select({
      id: members.id,
      name: members.name,
      relation: members.relation,
      sealed: members.idNumberSealed,
    })
    .from(members)
    .where(eq(members.householdCode, householdCode));
  const wanted = rows.filter((row) => ids.includes(row.id) || row.relation === "head");
  return wanted.map(({ sealed, ...row }) => ({
    ...row,
    idNumber: unseal(sealed, { table: "members", row: row.id, column: "id_number" }),
  }));
}

async function signersOf(w: Writer, agreement: Agreement): Promise<PaperFacts["signed"]> {
  const { householdSlipBy: slipBy } = agreement;
  const by = [agreement.enterpriseSignedBy, agreement.householdSignedBy, slipBy].filter(
    (one) => one !== null,
  );
  const rows = by.length > 0 ? await w.select().from(users).where(inArray(users.id, by)) : [];
  const name = (id: string | null) => rows.find((row) => row.id === id)?.name ?? "";
  const of = (how: "screen" | "paper" | null, id: string | null, at: Date | null) =>
    how && at ? { how, name: name(id), at } : null;
  const household = of(
    agreement.householdSignedHow,
    agreement.householdSignedBy,
    agreement.householdSignedAt,
  );
  return {
    enterprise: of(agreement.enterpriseSignedHow, agreement.enterpriseSignedBy, agreement.enterpriseSignedAt),
    household: household && { ...household, ...(slipBy && { slipBy: name(slipBy) }) },
  };
}

/**
 * Everything the paper says. The ID numbers are whole in the paper itself, and only there (design/access.md, 3);
 * masked where it is read before signing. Opening the paper is written down; reading it masked, as a case page.
 * @throws Refusal not-found, forbidden for whoever may not open papers.
 */
export async function paperFacts(
  asker: Asker,
  id: string,
  today: string,
  { whole }: { whole: boolean },
): Promise<PaperFacts> {
  return tx(async (w) => {
    const agreement = await getAgreement(asker, id, today, w);
    if (!agreement.paper) return refuse("forbidden");
    const { householdCode, enterpriseId } = await loadAgreement(w, asker, id);
    const [household] = await w.select().from(households).where(eq(households.code, householdCode));
    const [enterprise] = await w.select().from(enterprises).where(eq(enterprises.id, enterpriseId));
    if (!household || !enterprise) return refuse("not-found");
    const ids = memberIdsOf(agreement.terms);
    const people = await peopleOf(w, householdCode, ids);
    const head = people.find((p) => p.relation === "head");
    const worker = agreement.kind === "equity" ? undefined : people.find((p) => ids.includes(p.id));
    const number = (idNumber: string | undefined) =>
      idNumber === undefined ? "" : whole ? idNumber : maskIdNumber(idNumber);
    const phone = (sealed: string | null, table: "households" | "enterprises", row: string, column: string) =>
      sealed && unseal(sealed, { table, row, column });
    if (asker.role !== "household")
      await record(w, asker, {
        action: whole ? "agreement.paper" : "agreement.read",
        subject: "agreement",
        subjectId: id,
        householdCode,
      });
    const place = `${agreement.townName}${agreement.villageName ?? ""}`;
    return {
      number: agreement.number,
      kind: agreement.kind,
      title: agreement.title,
      terms: agreement.terms,
      startsOn: agreement.startsOn,
      endsOn: agreement.agreedEndsOn,
      endedOn: agreement.endedOn,
      endCause: agreement.endCause,
      renewedFromNumber: agreement.renewedFromNumber,
      enterprise: {
        name: enterprise.name,
        creditCode: enterprise.creditCode,
        legalPerson: enterprise.legalPerson,
        phone: phone(enterprise.contactPhoneSealed, "enterprises", enterprise.id, "contact_phone"),
      },
      household: {
        headName: household.headName,
        idNumber: number(head?.idNumber),
        // Most addresses begin with their village already.
        place: household.address.startsWith(agreement.villageName ?? "-")
          ? `${agreement.townName}${household.address}`
          : `${place}${household.address}`,
        village: place,
        phone: phone(household.phoneSealed, "households", householdCode, "phone"),
      },
      names: Object.fromEntries(people.map((p) => [p.id, p.name])),
      workerIdNumber: worker && worker.relation !== "head" ? number(worker.idNumber) : null,
      annexes: await annexesOf(id, w),
      noticeDays: (await policyFor(today, w))["agreement.noticeDays"],
      signed: await signersOf(w, agreement),
    };
  });
}
