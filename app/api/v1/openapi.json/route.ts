import { reading } from "@/lib/api/door";
import { openapi } from "@/lib/api/openapi";
import { version } from "@/package.json";

export const GET = reading(async () => openapi(version), { publicToo: true });
