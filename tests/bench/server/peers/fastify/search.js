// node search.js PORT CATALOGUE: the search from memory, by folded texts and `includes`; answers as our server does.
import { readFileSync } from "node:fs";
import Fastify from "fastify";

const [port, catalogue] = process.argv.slice(2);
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

const fields = new Map(JSON.parse(readFileSync(catalogue, "utf8")).map(({ field, programs }) => [
  field,
  programs.map((program) => ({
    facility: fold(program.facility),
    name: fold(program.name),
    prefecture: program.prefecture,
    told: { ...program, applicants: 12, seeking: 12, over_capacity: 12 > program.capacity },
  })),
]));

const text = { type: "string", default: "" };
const integer = { type: "integer" };
const told = {
  type: "object",
  properties: {
    id: integer, name: { type: "string" }, facility: { type: "string" }, prefecture: { type: "string" }, capacity: integer,
    rounds: { type: "array", items: integer }, applicants: integer, seeking: integer, over_capacity: { type: "boolean" },
  },
};
const schema = {
  querystring: { type: "object", properties: { field: text, prefecture: text, facility: text, program_name: text }, required: ["field"] },
  response: { 200: { type: "object", properties: { programs: { type: "array", items: told } } } },
};

const app = Fastify({ logger: false });
app.get("/api/v1/programs", { schema }, (request, reply) => {
  const { field, prefecture, facility, program_name: name } = request.query;
  const words = (entry) => fold(entry).split(" ").filter(Boolean);
  const [facilities, names] = [words(facility), words(name)];
  const found = (fields.get(field) ?? []).filter((program) =>
    (prefecture === "" || program.prefecture === prefecture) &&
    facilities.every((word) => program.facility.includes(word)) && names.every((word) => program.name.includes(word)));
  reply.header("cache-control", "public, no-cache");
  return { programs: found.map((program) => program.told) };
});
await app.listen({ port: Number(port), host: "127.0.0.1" });
