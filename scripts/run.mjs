import { spawn } from "node:child_process";

/** Children still running; they get the signal we get, so that no build or install outlives its parent. */
const children = new Set();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"])
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(signal === "SIGINT" ? 130 : 143);
  });

/**
 * Runs a program to its end with our own output.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to ours.
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it could not be started.
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    children.add(child);
    const end = (code) => {
      children.delete(child);
      resolve(code ?? 1);
    };
    child.once("error", (error) => {
      console.error(`sanjin: ${command}: ${error.message}`);
      end(1);
    });
    child.once("exit", end);
  });
}

/** Runs one of our packages' programs by its file, without a shell or npx in between. */
export const runNode = (args, env) => run(process.execPath, args, env);

/** Says in one line why we cannot go on, and ends. */
export function stop(line, code = 1) {
  console.error(`sanjin: ${line}`);
  process.exit(code);
}
