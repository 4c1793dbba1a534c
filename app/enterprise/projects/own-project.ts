import { notFound } from "next/navigation";
import { found } from "@/app/found";
import type { Asker } from "@/lib/access/asker";
import { today } from "@/lib/clock/clock";
import { getProject, type ProjectPage } from "@/lib/projects/queries";

/** A project of the asker's own enterprise; another's, though it may be public, is not one to work on: 404. */
export async function ownProject(asker: Asker, id: string): Promise<ProjectPage> {
  const project = await found(getProject(asker, id, today()));
  return project.enterpriseId === asker.enterpriseId ? project : notFound();
}
