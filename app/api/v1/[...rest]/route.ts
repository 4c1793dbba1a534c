import { notThere } from "@/lib/api/door";

/** What the API does not have is answered like everything else it refuses. */
export const GET = notThere;
export const POST = notThere;
export const PUT = notThere;
export const PATCH = notThere;
export const DELETE = notThere;
