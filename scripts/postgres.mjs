/**
 * A PostgreSQL of the tests' own: found among the machine's packages, started in a temporary directory on
 * a free loopback port, and removed again. Nothing else on the machine is touched.
 */
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** @returns {string | null} the folder that holds initdb and postgres: the newest of Debian's, else the PATH's. */
export function findPostgres() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((f) => existsSync(join(folder, f)))) ?? null;
}

/** initdb and postgres refuse root: then both run as the postgres user. */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const number = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

/** @returns {Promise<number>} a TCP port of the loopback address nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts a fresh server.
 * @returns {Promise<{ url: string, version: string, stop: () => Promise<void> }>}
 * @throws Error when PostgreSQL is not installed or does not come up within 30 s.
 */
export async function startPostgres() {
  const bin = findPostgres();
  if (!bin) throw new Error("PostgreSQL is needed for the data layer's tests and was not found (initdb)");
  const as = owner();
  const folder = mkdtempSync(join(tmpdir(), "sanjin-postgres-"));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const options = { ...as, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" } };
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "sanjin", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
    { ...options, stdio: ["ignore", "ignore", "inherit"] },
  );
  const port = await freePort();
  // Durability off: a test database is thrown away. The socket stays in the temporary folder.
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60"];
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, "-k", folder, "-h", "127.0.0.1", "-p", String(port), ...settings.flatMap((s) => ["-c", s])],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  );
  let log = "";
  server.stderr.on("data", (chunk) => {
    log = (log + chunk).slice(-4000);
  });
  const gone = new Promise((resolve) => server.once("exit", resolve));
  const killWithUs = () => server.kill("SIGQUIT");
  process.once("exit", killWithUs);
  const stop = async () => {
    process.removeListener("exit", killWithUs);
    server.kill("SIGINT"); // fast shutdown: disconnects clients
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; !log.includes("ready to accept connections"); waited += 50) {
    if (server.exitCode !== null || waited > 30_000) {
      await stop();
      throw new Error(`PostgreSQL did not start:\n${log}`);
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
  const version = execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }).trim();
  return { url: `postgres://sanjin@127.0.0.1:${port}/postgres`, version, stop };
}
