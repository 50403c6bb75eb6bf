// node apply.js PORT PEOPLE sqlite FILE | postgres SOCKET: an application for whoever the cookie names, stored durably before it is answered.
import { readFileSync } from "node:fs";
import Fastify from "fastify";

const [port, people, engine, place] = process.argv.slice(2);
const { insert } = await (engine === "sqlite" ? import("./sqlite.js") : import("./postgres.js")).then(({ open }) => open(place));

const sessions = new Map(readFileSync(people, "utf8").split("\n").filter(Boolean).map((line) => line.split(" ").toReversed()));
const integer = { type: "integer" };
const schema = {
  body: { type: "object", properties: { program_id: integer }, required: ["program_id"], additionalProperties: false },
  response: {
    201: {
      type: "object",
      properties: {
        application: { type: "object", properties: { id: integer, round: integer, program: integer, state: { type: "string" }, applied_at: integer } },
      },
    },
  },
};

const app = Fastify({ logger: false });
app.post("/api/v1/me/applications", { schema }, async (request, reply) => {
  const userId = sessions.get(/(?:^|; )senkoi=([^;]*)/.exec(request.headers.cookie ?? "")?.[1]);
  if (!userId) return reply.code(401).send();
  const at = Date.now();
  const id = await insert(userId, request.body.program_id, at);
  reply.code(201);
  return { application: { id, round: 1, program: request.body.program_id, state: "applied", applied_at: at } };
});
await app.listen({ port: Number(port), host: "127.0.0.1" });
