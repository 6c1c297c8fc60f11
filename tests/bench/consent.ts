import { type Connector, openConnector } from "../support/connector.ts";
import { inFolder } from "./folder.ts";
import { load, percentile } from "./load.ts";
import { pressBody } from "./presses.ts";
import { startBare, startEhdolla, startSaving } from "./processes.ts";
import { type Row, ratios, row } from "./ratio.ts";
import { askedCandidates, CALL, candidateAccount, candidateDocId, openCall, withStore } from "./scene.ts";

/** Presses in one turn of each bot. */
const PRESSES = 600;

/**
 * Consents, each by another candidate of one call, saved and answered with the card as it then is, while what follows
 * from them is being sent. The bare bots get the same presses.
 */
export const consent = (rounds: number): Promise<Row[]> =>
  inFolder(async (folder) => {
    const connector = await openConnector();
    await withStore(folder, async (ports) => {
      await openCall(ports, connector.url);
      await askedCandidates(ports, connector.url, (rounds + 1) * PRESSES);
    });
    const bots = [await startBare(), await startSaving(), await startEhdolla(folder)] as const;
    try {
      return await compared(rounds, bots.map(({ port }) => port) as [number, number, number], connector);
    } finally {
      for (const bot of bots) await bot.stop();
      await connector.close();
    }
  });

async function compared(rounds: number, [bare, saving, ehdolla]: [number, number, number], { url }: Connector) {
  const rates: { bare: number[]; saving: number[]; ehdolla: number[] } = { bare: [], saving: [], ehdolla: [] };
  const slowest: { bare: number[]; ehdolla: number[] } = { bare: [], ehdolla: [] };
  let given = 0;
  // the first round only warms up
  for (let round = 0; round <= rounds; round++) {
    const presses = Array.from({ length: PRESSES }, (_, i) => consentPress(round * PRESSES + i, url));
    const ofBare = await load(bare, presses);
    const ofEhdolla = await load(ehdolla, presses);
    const ofSaving = await load(saving, presses);
    given += ofEhdolla.answers.filter(({ status, body }) => status === 200 && body.includes("Suostuit")).length;
    if (round === 0) continue;
    rates.bare.push(ofBare.perSecond);
    rates.saving.push(ofSaving.perSecond);
    rates.ehdolla.push(ofEhdolla.perSecond);
    slowest.bare.push(percentile(ofBare.latencies, 0.99));
    slowest.ehdolla.push(percentile(ofEhdolla.latencies, 0.99));
  }
  const all = (rounds + 1) * PRESSES;
  return [
    { what: "consents answered as given", value: `${given} of ${all}`, target: "all", ok: given === all },
    row("consents a second, to the bare bot's answers", ratios(rates.ehdolla, rates.bare), { atLeast: 1.5 }),
    row("… to those of a bare bot with two savings", ratios(rates.ehdolla, rates.saving), { atLeast: 0.85 }),
    row("the bare bot with two savings, to the bare bot", ratios(rates.saving, rates.bare)),
    row("time of the slowest hundredth, to the bare bot's", ratios(slowest.ehdolla, slowest.bare)),
  ];
}

const consentPress = (n: number, serviceUrl: string): string =>
  pressBody(candidateAccount(n), {
    ...{ id: `press-${n}`, serviceUrl, verb: "consent.confirmGive" },
    data: { call: CALL, candidate: candidateDocId(n), rev: 1, nonce: `nonce-${n}-0000`, limit: "any" },
  });
