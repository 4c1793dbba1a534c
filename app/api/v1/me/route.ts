import { reading } from "@/lib/api/door";
import { me } from "@/lib/api/me";

export const GET = reading(({ asker }) => me(asker));
