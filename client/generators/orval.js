// orval's own command wants a configuration file of its own kind; its function takes the same options.
import { generate } from "orval";

await generate({ input: { target: process.argv[2] }, output: { target: "generated/orval.ts", client: "fetch", headers: true } });
