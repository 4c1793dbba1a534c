import { backTo } from "@/app/preferences/back";
import { themes } from "@/components/frame/themes";
import { locales } from "@/db/words";
import { localeCookie } from "@/lib/i18n/locale";

const known: Record<string, { cookie: string; values: readonly string[] }> = {
  locale: { cookie: localeCookie, values: locales },
  theme: { cookie: "theme", values: themes },
};

/** Keeps the reader's language or theme in a cookie for a year and goes back to the page they came from. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const headers = new Headers({ Location: backTo(request) });
  for (const [name, { cookie, values }] of Object.entries(known)) {
    const value = form.get(name);
    if (typeof value === "string" && values.includes(value))
      headers.append("Set-Cookie", `${cookie}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
  }
  return new Response(null, { status: 303, headers });
}
