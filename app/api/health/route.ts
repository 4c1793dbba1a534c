import { connection } from "next/server";
import { db } from "@/db/client";
import { engine } from "@/db/columns";
import { policy } from "@/db/schema";
import { mode } from "@/lib/sealing/keys";

/** 200 once requests can be served: the database answers and has its tables. */
export async function GET() {
  await connection();
  await db.select({ id: policy.id }).from(policy).limit(1);
  return Response.json(
    { status: "ok", mode: mode(), database: engine },
    { headers: { "Cache-Control": "no-store" } },
  );
}
