import type { MessageChannel } from "@/db/words";

/**
 * The adapters by which a message leaves the product. Each is off unless its address is configured: SMTP by
 * SANJIN_SMTP_URL and SANJIN_MAIL_FROM, SMS by SANJIN_SMS_URL (a gateway that takes a POST of
 * `{"to","text"}` as JSON, with SANJIN_SMS_TOKEN as bearer). The demo never sends: its numbers are nobody's.
 */
const settings = () => process.env;

export function configuredChannels(): MessageChannel[] {
  const env = settings();
  if (env.SANJIN_MODE !== "live") return [];
  return [
    ...(env.SANJIN_SMTP_URL && env.SANJIN_MAIL_FROM ? (["email"] as const) : []),
    ...(env.SANJIN_SMS_URL ? (["sms"] as const) : []),
  ];
}

/** What a gateway answered, without its words: they may quote the address. */
export class SendFailure extends Error {}

/** Gateways that do not answer are given up after this. */
const patienceMs = 10_000;

/**
 * Sends one text. @param to an e-mail address or a phone number, in plain; never logged.
 * @throws SendFailure with a code.
 */
export async function send(
  channel: MessageChannel,
  to: string,
  { subject, text }: { subject: string; text: string },
): Promise<void> {
  return channel === "email" ? sendEmail(to, subject, text) : sendSms(to, text);
}

async function sendEmail(to: string, subject: string, text: string): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const { SANJIN_SMTP_URL, SANJIN_MAIL_FROM } = settings();
  const transport = createTransport(SANJIN_SMTP_URL, {
    from: SANJIN_MAIL_FROM,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  } as Parameters<typeof createTransport>[1]);
  try {
    await transport.sendMail({ to, subject, text });
  } catch (error) {
    throw new SendFailure(codeOf(error));
  } finally {
    transport.close();
  }
}

async function sendSms(to: string, text: string): Promise<void> {
  const { SANJIN_SMS_URL = "", SANJIN_SMS_TOKEN } = settings();
  let status: number;
  try {
    const answer = await fetch(SANJIN_SMS_URL, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(SANJIN_SMS_TOKEN && { Authorization: `Bearer ${SANJIN_SMS_TOKEN}` }),
      },
      body: JSON.stringify({ to, text }),
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    status = answer.status;
  } catch (error) {
    throw new SendFailure(codeOf(error));
  }
  if (status < 200 || status > 299) throw new SendFailure(`http-${status}`);
}

/** "ETIMEDOUT", "550", "TimeoutError": a code, never a sentence. */
function codeOf(error: unknown): string {
  const { responseCode, code, name } = (error ?? {}) as {
    responseCode?: unknown;
    code?: unknown;
    name?: unknown;
  };
  const found = [responseCode, code, name].find(
    (part) => typeof part === "string" || typeof part === "number",
  );
  return /^[\w-]{1,40}$/.test(String(found)) ? String(found) : "unknown";
}
