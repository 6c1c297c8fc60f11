import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { hashed } from "../domain/hashed.ts";

/** A file for the browser: its address changes with its content, so that it can be kept for long. */
export interface Asset {
  path: string;
  type: string;
  body: Buffer;
  /** The same for browsers that unpack. */
  packed: Buffer;
}

const asset = (name: string, ending: "js" | "css", body: Buffer): Asset => ({
  path: `/${name}-${hashed(body, 12)}.${ending}`,
  type: ending === "js" ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8",
  body,
  packed: gzipSync(body),
});

/** What the nomination form loads besides the pages' style: its own, and the renderer of cards. */
export interface FormAssets {
  style: Asset;
  /** Bundled when the first form is asked for; without it the form works as plain HTML. */
  script(): Promise<Asset | undefined>;
}

export function formAssets(failed: (error: unknown) => void): FormAssets {
  let script: Promise<Asset | undefined> | undefined;
  return {
    style: asset("form", "css", readFileSync(new URL("form.css", import.meta.url))),
    script: () => {
      script ??= bundled().catch((error: unknown) => {
        failed(error);
        return undefined;
      });
      return script;
    },
  };
}

async function bundled(): Promise<Asset> {
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("browser/form.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  await stop();
  return asset("form", "js", Buffer.from(outputFiles[0]?.contents ?? new Uint8Array()));
}
