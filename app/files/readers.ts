import type { FileSubject } from "@/db/words";
import { permit } from "@/lib/access/scope";
import { mayOpenPaper } from "@/lib/agreements/paper";
import { getApplication } from "@/lib/applications/queries";
import { today } from "@/lib/clock/clock";
import { getEnterprise } from "@/lib/enterprises/queries";
import type { FileReader } from "@/lib/files/queries";
import { getObjection } from "@/lib/notices/objections";
import { getProject } from "@/lib/projects/queries";
import { refuse } from "@/lib/refusal/refusal";

/** Subjects whose files no page shows yet. */
const nobody: FileReader = async () => refuse("not-found");

/** Who may open the files of each subject: its own room says so. */
export const fileReaders: Readonly<Record<FileSubject, FileReader>> = {
  project: async (asker, id) => {
    await getProject(asker, id, today());
    return { householdCode: null };
  },
  // A slip with the household's word bears names and signatures: not for an enterprise or an auditor.
  application: async (asker, id) => {
    permit(asker, "identity", "read");
    const application = await getApplication(asker, id);
    return application.view === "full" ? { householdCode: application.householdCode } : refuse("not-found");
  },
  objection: async (asker, id) => {
    permit(asker, "identity", "read");
    const { householdCode } = await getObjection(asker, id);
    return { householdCode };
  },
  // The signed paper bears whole ID numbers: for whoever may open the agreement itself.
  agreement: (asker, id) => mayOpenPaper(asker, id, today()),
  payment: nobody,
  // License and lists of members: its own people and officers.
  enterprise: async (asker, id) => {
    await getEnterprise(asker, id);
    return { householdCode: null };
  },
  import: nobody,
};
