import type { ParseArgsConfig } from "node:util";

/** What was typed after the command's name, already sorted into words and options. */
export type Typed = { words: string[]; options: Record<string, string | boolean | undefined> };

/** What a command says: one JSON document with --json, else lines for people. */
export type Said = { json: unknown; lines: string[] };

export type Command = {
  /** After `sanjin`: name, words and options. */
  usage: string;
  summary: string;
  /** How many words come after the name. */
  words: number;
  options?: NonNullable<ParseArgsConfig["options"]>;
  run: (typed: Typed) => Promise<Said>;
};

/** Typed wrongly: answered with the list of commands and exit code 2. */
export class WrongUsage extends Error {
  readonly mark = "sanjin.usage";
}

/** Refused for a reason of the command line's own: one line, exit code 1. */
export class Declined extends Error {}

/**
 * An option as a number.
 * @throws WrongUsage when it is not one between `min` and `max`.
 */
export function numberOf(
  { options }: Typed,
  name: string,
  fallback: number,
  { min, max, whole = true }: { min: number; max: number; whole?: boolean },
): number {
  const given = options[name];
  if (given === undefined) return fallback;
  const value = Number(given);
  const fits = /^-?\d+(\.\d+)?$/.test(String(given)) && value >= min && value <= max;
  if (!fits || (whole && !Number.isInteger(value)))
    throw new WrongUsage(`--${name} takes a ${whole ? "whole " : ""}number from ${min} to ${max}`);
  return value;
}
