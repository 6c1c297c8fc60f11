import { type Candidate, knownBy } from "../domain/candidate.ts";
import { deliveriesOf } from "../domain/deliveries.ts";
import type { Delivery, Recipient, Saying } from "../domain/delivery.ts";
import type { GroupId, KeptId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import { sameEmail } from "../domain/person.ts";
import { isKnownAt } from "../domain/still.ts";
import { MINUTE } from "../domain/time.ts";
import { change } from "./change.ts";
import { ofAddress, ownDataOf } from "./my-data.ts";
import { namesOf } from "./poll-reading.ts";
import type { Ports } from "./ports.ts";
import { callAt } from "./public-call.ts";
import { openRound } from "./round.ts";
import { type RoundPath, roundAt } from "./round-path.ts";

/** The same address gets one new link in this time, however often it is asked for. */
const ONCE_IN = 15 * MINUTE;
/** Nobody has more in one call that a link leads to. */
const MOST = 20;

/** Sends new links to an address: to the candidate whose it is, and to the sender of a proposal from the web. */
export async function sendAgain(ports: Ports, publicId: string, email: string): Promise<void> {
  const found = await callAt(ports, publicId);
  if (!found || found.call.practice) return;
  await change(ports, found.call.id, "ehdolla", async (round) => {
    const now = ports.clock.now();
    const key = `again:${Math.floor(now / ONCE_IN)}`;
    const [candidates, nominations] = await Promise.all([round.list("candidate"), round.list("nomination")]);
    const wanted = [
      ...candidates.filter((c) => isKnownAt(c, addressOf(c.name, email))).map(ofCandidate),
      ...nominations.filter((n) => isSenderAt(n, email)).map(ofSender),
    ];
    const facts: Delivery[] = [];
    for (const { id, to, saying } of wanted.slice(0, MOST))
      for (const delivery of deliveriesOf(id, { key, at: now, to: [to], saying }, round.id, now))
        if (!(await round.get("delivery", delivery.id))) facts.push(delivery);
    return { ok: true, state: { facts, events: [] } };
  });
}

/** Sends an address the link to what is stored about it in a group, when anything is: asked for by a call, poll or meeting of it. */
export async function sendDataLink(ports: Ports, place: string, email: string): Promise<void> {
  const found = await placeAt(ports, place);
  if (!found) return;
  const { calls, polls, meetings, person } = await ownDataOf(ports, await ofAddress(ports, email, found.group));
  if (calls.length + polls.length + meetings.length === 0 && !person) return;
  const names = await namesOf(ports, [...polls, ...meetings][0]?.persons ?? []);
  const asked = person?.name ?? Object.values(names)[0] ?? "";
  const name = calls[0]?.candidates[0]?.name ?? calls[0]?.proposed[0]?.proposer.name ?? asked;
  await change(ports, found.round, "ehdolla", async (round) => {
    const now = ports.clock.now();
    const due = {
      key: `data:${Math.floor(now / ONCE_IN)}`,
      at: now,
      to: [addressOf(name, sameEmail(email))],
      saying: { kind: "dataLink" as const },
    };
    const facts: Delivery[] = [];
    for (const delivery of deliveriesOf(round.id, due, round.id, now))
      if (!(await round.get("delivery", delivery.id))) facts.push(delivery);
    return { ok: true, state: { facts, events: [] } };
  });
}

/** What an address of ours is about: a call by its public id, or `p/…` and `m/…`. */
async function placeAt(ports: Ports, place: string): Promise<{ round: KeptId; group: GroupId } | undefined> {
  const [, path, id = ""] = /^([pm])\/(.+)$/.exec(place) ?? [];
  const at = path && roundAt(path as RoundPath, id);
  const round = at && (await openRound(ports, at));
  const asking = round && (round.poll ?? round.meeting);
  // nobody is told of what hasn't been posted
  if (asking) return asking.status === "draft" ? undefined : { round: asking.id, group: asking.group };
  const found = await callAt(ports, place);
  return found && !found.call.practice ? { round: found.call.id, group: found.group.id } : undefined;
}

interface Wanted {
  id: string;
  to: Recipient;
  saying: Saying;
}

const addressOf = (name: string, email: string): Recipient => ({ to: "address", name, email });

const ofCandidate = (c: Candidate): Wanted => ({
  id: c.id,
  to: addressOf(c.name, knownBy(c) ?? ""),
  saying: { kind: "candidateLink", candidate: c.id },
});

/** Only the address that the sender themself gave on the web; what somebody else wrote about a sender opens nothing. */
const isSenderAt = ({ arrival, proposer, status }: Nomination, email: string): boolean =>
  arrival.way === "web" && status !== "withdrawn" && sameEmail(proposer.email ?? "") === sameEmail(email);

const ofSender = ({ id, by, unconfirmed, proposer: { name, email = "" } }: Nomination): Wanted => ({
  id,
  to: by && !unconfirmed ? { to: "person", person: by } : addressOf(name, email),
  saying: { kind: unconfirmed ? "confirmAddress" : "receipt", nomination: id },
});
