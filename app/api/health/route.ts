import { connection } from "next/server";
import { engine } from "@/db/columns";
import { today } from "@/lib/clock/clock";
import { policyFor } from "@/lib/policy/queries";
import { mode } from "@/lib/sealing/keys";

/** 200 once requests can be served: the database answers and has its tables. */
export async function GET() {
  await connection();
  await policyFor(today());
  return Response.json(
    { status: "ok", mode: mode(), database: engine },
    { headers: { "Cache-Control": "no-store" } },
  );
}
