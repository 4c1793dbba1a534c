import { verifyAudit } from "@/lib/audit/queries";
import { type Command, Declined, WrongUsage } from "@/scripts/sanjin/command";

export const auditCommand: Command = {
  usage: "audit verify [--json]",
  summary: "walk the audit's hash chain and name the first bad row",
  words: 1,
  run: async ({ words: [verb] }) => {
    if (verb !== "verify") throw new WrongUsage("audit knows one word: verify");
    const { rows, firstBad } = await verifyAudit();
    if (firstBad !== null) throw new Declined(`the audit's row ${firstBad} does not fit the chain`);
    return { json: { rows, firstBad }, lines: [`${rows} rows, all fit`] };
  },
};
