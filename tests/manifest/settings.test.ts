import assert from "node:assert/strict";
import { readPackageSettings, sampleEnv } from "../../manifest/settings.ts";

const env = { ...sampleEnv, APP_VERSION: "1.2.3" };
const problemsOf = (changes: Record<string, string>) => {
  const reading = readPackageSettings({ ...env, ...changes });
  return reading.ok ? [] : reading.problems;
};

describe("the app package's settings", () => {
  it("name every missing one at once", () => {
    const reading = readPackageSettings({});
    assert.ok(!reading.ok);
    assert.deepEqual(
      reading.problems.map((problem) => problem.split(" ")[0]),
      ["MICROSOFT_APP_ID", "PUBLIC_URL", "APP_VERSION"],
    );
  });

  it("name every malformed one with its value and what it must be", () => {
    const problems = problemsOf({
      MICROSOFT_APP_ID: "ehdolla",
      PUBLIC_URL: "http://ehdolla.example.org",
      APP_VERSION: "1.2",
      DEVELOPER_NAME: "x".repeat(33),
      DEVELOPER_WEBSITE_URL: "example.org",
      DEVELOPER_PRIVACY_URL: "javascript:alert(1)",
      DEVELOPER_TERMS_URL: "terms",
    });
    assert.equal(problems.length, 7);
    for (const problem of problems) assert.match(problem, /^\w+ is ".+": it must /);
  });

  it("take a public address without a path, with or without the last slash", () => {
    assert.deepEqual(problemsOf({ PUBLIC_URL: "https://ehdolla.example.org/" }), []);
    for (const address of ["https://example.org/bot", "https://example.org?a=1", "https://anna@example.org"])
      assert.equal(problemsOf({ PUBLIC_URL: address }).length, 1, address);
  });

  it("fall back to pages at the public address for the developer's", () => {
    const reading = readPackageSettings({ ...env, DEVELOPER_NAME: " Kaislaranta ", DEVELOPER_TERMS_URL: "" });
    assert.ok(reading.ok);
    assert.deepEqual(reading.settings.developer, {
      name: "Kaislaranta",
      websiteUrl: "https://ehdolla.example.org",
      privacyUrl: "https://ehdolla.example.org/privacy",
      termsOfUseUrl: "https://ehdolla.example.org/terms",
    });
  });
});
