import type { TeamsManifestLatest } from "@microsoft/app-manifest";
import { type Lang, langs } from "../bot/domain/lang.ts";
import { app } from "../cards/text/app.ts";
import { type CommandId, commands, messageCommands, sharedCommands, unlistedCommands } from "../cards/text/commands.ts";
import type { PackageSettings } from "./settings.ts";

const schemaVersion = "1.30";
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}`;

/** The first is shown where the reader's language is none of ours. */
export const [defaultLanguage, ...additionalLanguages] = langs;

const commandLists: { scopes: ("personal" | "team" | "groupChat")[]; ids: readonly CommandId[] }[] = [
  {
    scopes: ["personal"],
    ids: (Object.keys(commands) as CommandId[]).filter((id) => unlistedCommands.every((one) => one !== id)),
  },
  { scopes: ["team", "groupChat"], ids: sharedCommands },
];

/** What Teams needs to know about the app, with the default language's words in place. It asks for no permission to
 * read messages, rosters or settings: an installed bot gets the members of its conversations without one. */
export function manifest({ appId, publicUrl, version, developer }: PackageSettings): TeamsManifestLatest {
  const words = app[defaultLanguage];
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      additionalLanguages: additionalLanguages.map((tag) => ({ languageTag: tag, file: `${tag}.json` })),
    },
    developer,
    name: { short: words.name, full: words.name },
    description: { short: words.tagline, full: words.description.join("\n\n") },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#1B4965",
    bots: [
      {
        botId: appId,
        scopes: ["personal", "team", "groupChat"],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: commandLists.map(({ scopes, ids }) => ({
          scopes,
          commands: ids.map((id) => {
            const { title, description } = commands[id][defaultLanguage];
            return { title, description };
          }),
        })),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: Object.entries(messageCommands).map(([id, languages]) => ({
          id,
          type: "action",
          context: ["compose", "commandBox"],
          fetchTask: true,
          ...languages[defaultLanguage],
        })),
      },
    ],
    permissions: ["identity", "messageTeamMembers"],
    supportsChannelFeatures: "tier1",
    defaultInstallScope: "team",
    defaultGroupCapability: { team: "bot", groupchat: "bot" },
    validDomains: [new URL(publicUrl).host],
  };
}

/** The manifest's words in another language: Teams replaces each entry by its place in the manifest. */
export function localisation(language: Lang): Record<string, string> {
  const { name, tagline, description } = app[language];
  return Object.assign(
    {
      $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
      "name.short": name,
      "name.full": name,
      "description.short": tagline,
      "description.full": description.join("\n\n"),
    },
    ...commandLists.flatMap(({ ids }, list) =>
      ids.map((id, at) => placed(`bots[0].commandLists[${list}].commands[${at}]`, commands[id][language])),
    ),
    ...Object.values(messageCommands).map((words, at) =>
      placed(`composeExtensions[0].commands[${at}]`, words[language]),
    ),
  );
}

const placed = (place: string, { title, description }: { title: string; description: string }) => ({
  [`${place}.title`]: title,
  [`${place}.description`]: description,
});
