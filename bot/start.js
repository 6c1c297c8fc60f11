import { enableCompileCache } from "node:module";

// In JavaScript, for the first module in TypeScript that isn't from the cache loads the type stripper.
enableCompileCache();
const { main } = await import("./main.ts");
await main(process.env);
