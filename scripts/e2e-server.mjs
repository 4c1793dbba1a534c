/** The server the stories run against: a production server on a whole demo county of its own. */
import { runNode } from "./run.mjs";

if ((await runNode(["--import", "tsx", "scripts/setup.ts"])) !== 0) process.exit(1);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.removeAllListeners(signal);
await import("./serve.mjs");
