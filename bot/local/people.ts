/** Someone who sits at the local table: an invented account, and the door that is theirs. */
export type Person = {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
  readonly role: "chair" | "secretary" | "member" | "nominee";
  readonly locale: "fi" | "sv";
};

export const tenantId = "7dfd3a90-02a1-46d8-8372-f91382fe827c";
export const teamId = "team-id";
export const teamName = "Kaislarannan kumppanuuspöytä";
export const botId = "bot-id";
export const botName = "Ehdolla";

const person = (
  number: number,
  aadObjectId: string,
  [givenName, surname]: readonly [string, string],
  role: Person["role"],
  locale: Person["locale"] = "fi",
): Person => ({
  id: `user-id-${number}`,
  aadObjectId,
  name: `${givenName} ${surname}`,
  givenName,
  surname,
  email: `${givenName}.${surname}@example.org`.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""),
  role,
  locale,
});

/** The cast: the client wants a current user and exactly five others, and the first here is its current user. */
export const people: readonly Person[] = [
  person(0, "4f3c17ce-1c1a-4232-8cf5-f1a1ce0a6b7e", ["Helmi", "Kaislaharju"], "chair"),
  person(1, "c3b07ce7-088d-474b-9309-7bf25240fe80", ["Oskari", "Suvipuro"], "secretary"),
  person(2, "cd027498-32b9-4c52-a50f-f6676822e855", ["Tuulikki", "Aamuvaara"], "member"),
  person(3, "cc7f8fa0-d54a-4f99-99ed-0037feb1a34f", ["Göran", "Strandkvist"], "member", "sv"),
  person(4, "41f16a97-968d-49ab-b1c6-1dd7e05e1d89", ["Pihla", "Rantakorpi"], "nominee"),
  person(5, "aea39099-1187-4da8-9ebf-c09ec10017a0", ["Väinö", "Hakoniitty"], "member"),
];

/** The team that everyone is in, with the General channel and one more (the client allows no more). */
export const team = {
  id: teamId,
  name: teamName,
  aadGroupId: "0afc47b1-f043-4f0c-95bb-2fd7b2a3c4e4",
  channels: [{ id: "channel-ajankohtaista", name: "Ajankohtaista" }],
} as const;
