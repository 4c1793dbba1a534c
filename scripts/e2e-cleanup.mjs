import { rmSync } from "node:fs";

/** Removes the stories' database. */
export default function cleanup() {
  const folder = process.env.SANJIN_E2E_FOLDER;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
