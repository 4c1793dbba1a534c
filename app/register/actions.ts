"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { attempt, type FormState } from "@/app/form-state";
import { typedText } from "@/app/typed";
import { addressOf } from "@/lib/api/who";
import { creditCode } from "@/lib/enterprises/input";
import { knownCode } from "@/lib/enterprises/queries";
import { mayRegister, registerEnterprise } from "@/lib/enterprises/register";
import { parse } from "@/lib/refusal/parse";
import { isRefusal } from "@/lib/refusal/refusal";
import { currentAsker, signIn } from "@/lib/users/session";

const codeInput = z.object({ creditCode });
const known = (code: string) => `/register/known?code=${encodeURIComponent(code)}`;

/** The code first: whether it is one, and whether somebody has registered with it. */
export async function checkCode(_: FormState, form: FormData): Promise<FormState> {
  let next = "/register";
  const refused = await attempt(form, async () => {
    const code = parse(codeInput, { creditCode: typedText(form, "creditCode") }).creditCode;
    next = (await knownCode(code)) ? known(code) : `/register/new?code=${encodeURIComponent(code)}`;
  });
  return refused ?? redirect(next);
}

const fields = [
  "creditCode",
  "name",
  "kind",
  "legalPerson",
  "industry",
  "villageCode",
  "contactName",
  "phone",
  "username",
  "password",
  "again",
];

/** Writes the draft, opens its account and, for a stranger, signs in to it. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  const asker = await currentAsker();
  const input = Object.fromEntries(fields.map((name) => [name, typedText(form, name)]));
  let next = "/enterprise/profile?done=entry-registered";
  const refused = await attempt(form, async () => {
    try {
      if (asker.role === "public") mayRegister(addressOf({ headers: await headers() }), Date.now());
      const { enterpriseId, username } = await registerEnterprise(asker, input);
      if (asker.role === "public") await signIn(username, input.password ?? "");
      else next = `/officer/enterprises/${enterpriseId}?done=saved`;
    } catch (error) {
      if (!isRefusal(error) || error.code !== "code-registered") throw error;
      next = known(String(error.data.code));
    }
  });
  if (!refused) return redirect(next);
  // Passwords are never sent back.
  const { password: _p, again: _a, ...values } = refused.values;
  return { ...refused, values };
}
