import { z } from "zod";
import { type Operation, operations } from "@/lib/api/operations";
import { refusalStatus } from "@/lib/refusal/refusal";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
};
const json = (schema: Json, type = "application/json") => ({ content: { [type]: { schema } } });

/** Every refusal's code, and for input what is wrong with each field. */
const problem: Json = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: [...Object.keys(refusalStatus), "internal"] },
    state: { type: "string", description: "409: where it stands now" },
    fields: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["code", "message"],
        properties: { code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

function parametersOf(path: string, method: string, { query }: Operation): Json[] {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const asked = query ? schemaOf(query, "input") : {};
  const needed = new Set(asked.required as string[] | undefined);
  const queries = Object.entries((asked.properties ?? {}) as Json).map(([name, schema]) => ({
    name,
    in: "query",
    required: needed.has(name),
    schema,
  }));
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "A repeat with the same key and body gets the first answer and does nothing twice.",
    schema: { type: "string", minLength: 1, maxLength: 200 },
  };
  return [...places, ...queries, ...(method === "get" ? [] : [key])];
}

function operationOf(name: string, operation: Operation): Json {
  const [verb = "", path = ""] = name.split(" ");
  const method = verb.toLowerCase();
  const { summary, publicToo, body, status = 200, answer } = operation;
  const words = path.match(/\w+/g) ?? [];
  return {
    operationId: [method, ...words].join("-"),
    summary,
    parameters: parametersOf(path, method, operation),
    ...(body && { requestBody: { required: true, ...json(schemaOf(body, "input")) } }),
    responses: {
      [status]: { description: "Done", ...json(schemaOf(answer, "output")) },
      default: { $ref: "#/components/responses/problem" },
    },
    ...(publicToo && { security: [{}, { bearer: [] }] }),
  };
}

/** The API as an OpenAPI 3.1 document, made from the schemas that parse its input. */
export function openapi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [verb = "", path = ""] = name.split(" ");
    paths[path] = { ...paths[path], [verb.toLowerCase()]: operationOf(name, operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sanjin",
      version,
      description:
        "Links enterprises with households by wages, rent and dividends. Money in fen, area in mu.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: { problem },
      responses: {
        problem: {
          description: "Refused (RFC 9457)",
          ...json({ $ref: "#/components/schemas/problem" }, "application/problem+json"),
        },
      },
    },
  };
}
