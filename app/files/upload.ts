import { type AcceptedFile, acceptFile } from "@/lib/files/files";

/**
 * The file a form brought under a name, looked into.
 * @returns null when none was chosen. @throws Refusal `input` at that field.
 */
export async function upload(form: FormData, name: string): Promise<AcceptedFile | null> {
  const given = form.get(name);
  // A field left empty comes as an empty file whose name React fills in; an empty file holds nothing either way.
  if (!(given instanceof File) || given.size === 0) return null;
  return acceptFile(name, { name: given.name, body: Buffer.from(await given.arrayBuffer()) });
}
