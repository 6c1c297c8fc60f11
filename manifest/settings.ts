/** What an app package is made for: whose bot, reached where, offered by whom. */
export interface PackageSettings {
  appId: string;
  /** The origin people reach the bot's pages at, without a slash at the end. */
  publicUrl: string;
  /** Teams takes an update only when this has risen. */
  version: string;
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string };
}

export type SettingsReading = { ok: true; settings: PackageSettings } | { ok: false; problems: string[] };

/** For a package to look at; Teams can install it, but no bot answers. */
export const sampleEnv = {
  MICROSOFT_APP_ID: "00000000-0000-0000-0000-000000000000",
  PUBLIC_URL: "https://ehdolla.example.org",
} as const;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const mustBeUrl = "must be a web address that begins with https://";

const isWebAddress = (value: string) => URL.parse(value)?.protocol === "https:";
const isOrigin = (value: string) => isWebAddress(value) && new URL(value).href === `${new URL(value).origin}/`;

/** Reads the package's settings, and reports every missing or malformed one at once. */
export function readPackageSettings(env: Record<string, string | undefined>): SettingsReading {
  const problems: string[] = [];
  const read = (name: string, valid: (value: string) => boolean, demand: string, otherwise?: string) => {
    const value = env[name]?.trim() || otherwise;
    if (value === undefined) problems.push(`${name} is missing: it ${demand}`);
    else if (!valid(value)) problems.push(`${name} is "${value}": it ${demand}`);
    return value ?? "";
  };

  const appId = read("MICROSOFT_APP_ID", (v) => guid.test(v), "must be the bot's app id, like 01234567-89ab-…");
  const url = read("PUBLIC_URL", isOrigin, "must be the bot's public address, like https://ehdolla.example.org");
  const version = read("APP_VERSION", (v) => semver.test(v), "must be three numbers, like 1.0.0");
  const name = read("DEVELOPER_NAME", (v) => v.length <= 32, "must have at most 32 characters", "Ehdolla");
  const publicUrl = isOrigin(url) ? new URL(url).origin : sampleEnv.PUBLIC_URL;
  const websiteUrl = read("DEVELOPER_WEBSITE_URL", isWebAddress, mustBeUrl, publicUrl);
  const privacyUrl = read("DEVELOPER_PRIVACY_URL", isWebAddress, mustBeUrl, `${publicUrl}/privacy`);
  const termsOfUseUrl = read("DEVELOPER_TERMS_URL", isWebAddress, mustBeUrl, `${publicUrl}/terms`);

  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    settings: { appId, publicUrl, version, developer: { name, websiteUrl, privacyUrl, termsOfUseUrl } },
  };
}
