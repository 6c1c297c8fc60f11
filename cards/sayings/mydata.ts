import type { DataRequest } from "../../bot/domain/data-request.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { requestAnsweredCard, requestCard } from "../data-request.ts";
import { type Card, card, heading, line, strip } from "../kit.ts";
import type { Reader } from "../reader.ts";
import { purgeCard } from "../retention.ts";

const keptIn = ({ group, call, poll, meeting }: Showing) => {
  const kept = call ?? poll ?? meeting;
  if (!kept) throw new Error("A message about data has lost what it is about.");
  return { group, kept };
};

const requestIn = (showing: Showing): DataRequest => {
  if (!showing.request) throw new Error("A message about a data request has lost it.");
  return showing.request;
};

/** The nonce of a card that is sent follows from its message, so that it is the same when it is sent again. */
const nonceOf = ({ delivery }: Showing): string => delivery.id.replace(/[^0-9a-z]/g, "");

/** Messages about one's own data, requests about it, and coming erasings. */
export const mydataSayings = {
  dataRequest: (showing: Showing, reader: Reader): Card =>
    requestCard({ ...keptIn(showing), request: requestIn(showing) }, nonceOf(showing), reader),
  dataRequestAnswered: (showing: Showing, reader: Reader): Card =>
    requestAnsweredCard({ ...keptIn(showing), request: requestIn(showing) }, reader),
  dataLink: (_: Showing, { lang, text: { mydata } }: Reader): Card =>
    card({
      lang,
      fallbackText: mydata.dataLink.heading,
      body: [heading(mydata.dataLink.heading), strip("accent", mydata.dataLink.strip), line(mydata.dataLink.line)],
    }),
  purgeComing: (showing: Showing, reader: Reader): Card => purgeCard(keptIn(showing), nonceOf(showing), reader),
};
