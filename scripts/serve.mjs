/**
 * The server, as this one process: Next is loaded into it rather than started below it, so that a signal
 * reaches it and nothing is left listening. PORT (3000) and HOST (127.0.0.1) say where.
 */
import { join } from "node:path";
import { refuseMalformed } from "./malformed.mjs";

process.chdir(join(import.meta.dirname, ".."));
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

// Next waits for requests under way; whoever hangs on longer is cut off.
for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, () => setTimeout(() => process.exit(signal === "SIGINT" ? 130 : 143), 5000).unref());

// `npm start` execs us, so npm is our parent; killed outright, it must not leave a server listening either.
if (process.env.npm_lifecycle_event === "start") {
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || process.kill(process.pid, "SIGTERM"), 500).unref();
}

const { PORT = "3000", HOST = "127.0.0.1" } = process.env;
process.argv = [
  process.execPath,
  "next",
  "start",
  "--port",
  PORT || "3000",
  "--hostname",
  HOST || "127.0.0.1",
  // Longer than clients and proxies keep a connection: else one is closed just as the next request goes out on it.
  "--keepAliveTimeout",
  "65000",
];
refuseMalformed();
await import("next/dist/bin/next");
