/** A server's clock in a process of its own, for restart.slow.test.ts: runs what is due, says so, and waits. */
import { startMinuteJobs } from "@/lib/jobs/minute";

startMinuteJobs();
// The jobs' own timer keeps nobody alive.
setInterval(() => undefined, 1000);
process.send?.("started");
