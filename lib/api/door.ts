import type { z } from "zod";
import type { Asker } from "@/lib/access/asker";
import { assertJson, parseJson, readBytes } from "@/lib/api/body";
import { type Done, once, requestHash } from "@/lib/api/idempotency";
import { answerHeaders, answerToError } from "@/lib/api/problem";
import { addressOf, whoAsks } from "@/lib/api/who";
import { today } from "@/lib/clock/clock";
import { parse } from "@/lib/refusal/parse";
import { refuse, refuseFields } from "@/lib/refusal/refusal";

/** What a route is given: who asks, on which day, and the request in parts that are safe to use. */
export type Call = {
  request: Request;
  asker: Asker;
  today: string;
  /** A part of the address. @throws Refusal `not-found` for what cannot be an id. */
  id: (name: string) => string;
  /** The query, parsed. @throws Refusal `input`; unknown and repeated parameters are named. */
  query: <S extends z.ZodType>(schema: S) => z.output<S>;
};
export type WritingCall = Call & { body: Record<string, unknown> };

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Rule = {
  /** Answered to those who have not signed in, too. */
  publicToo?: boolean;
};

async function callOf(request: Request, context: Context, rule: Rule, writes: boolean): Promise<Call> {
  const asker = await whoAsks(request, writes);
  if (asker.role === "public" && !rule.publicToo) refuse("sign-in-needed");
  const params = await context.params;
  return {
    request,
    asker,
    today: today(),
    id: (name) => {
      const value = params[name];
      return typeof value === "string" && /^[\w-]{1,40}$/.test(value) ? value : refuse("not-found");
    },
    query: (schema) => parse(schema, queryOf(request)),
  };
}

/** A parameter given twice becomes a list, which no schema of ours accepts. */
function queryOf(request: Request): Record<string, unknown> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

const answer = ({ status, body, location }: Done): Response =>
  Response.json(body, { status, headers: { ...answerHeaders, ...(location && { Location: location }) } });

/** A GET: whatever `work` returns, as JSON. */
export const reading =
  (work: (call: Call) => Promise<object>, rule: Rule = {}) =>
  async (request: Request, context: Context): Promise<Response> => {
    try {
      return answer({ status: 200, body: await work(await callOf(request, context, rule, false)) });
    } catch (error) {
      return answerToError(error, request);
    }
  };

/** A POST or PUT with a JSON object; an Idempotency-Key makes it happen once. */
export const writing =
  (work: (call: WritingCall) => Promise<Done>, rule: Rule = {}) =>
  async (request: Request, context: Context): Promise<Response> => {
    try {
      const call = await callOf(request, context, rule, true);
      assertJson(request);
      const bytes = await readBytes(request);
      const body = parseJson(bytes);
      const act = () => work({ ...call, body });
      const key = keyOf(request);
      if (key === null) return answer(await act());
      const { userId } = call.asker;
      return answer(
        await once(userId ?? `public ${addressOf(request)}`, key, requestHash(request, bytes), act),
      );
    } catch (error) {
      return answerToError(error, request);
    }
  };

/** @throws Refusal `input` for a key that is empty or over 200 printable ASCII characters. */
function keyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    refuseFields({ "Idempotency-Key": { code: "wrong" } });
  return key;
}

/** An address the API does not have, by any method. */
export const notThere = reading(async () => refuse("not-found"), { publicToo: true });
