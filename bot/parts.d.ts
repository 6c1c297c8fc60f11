/** Parts of packages that are imported by themselves, so that the start doesn't wait for the rest. */
declare module "restify/lib/router.js" {
  const Router: new (options: object) => object;
  export default Router;
}

declare module "restify/lib/server.js" {
  const Server: new (options: object) => import("restify").Server;
  export default Server;
}

declare module "rate-limiter-flexible/lib/RateLimiterMemory.js" {
  import { RateLimiterMemory } from "rate-limiter-flexible";
  export default RateLimiterMemory;
}
