import type { DataRequest } from "../data-request.ts";
import type { Recipient } from "../delivery.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";

/** The officers hear of a request, and whoever made it of its answer. */
export function dueOfRequest(request: DataRequest, { group }: Around): Due[] {
  const saying = { request: request.id };
  const asked: Due = {
    key: "asked",
    at: request.at,
    to: toOfficers(officers(group)),
    saying: { kind: "dataRequest", ...saying },
  };
  if (!request.answer) return [asked];
  return [
    asked,
    { key: "answered", at: request.answer.at, to: asker(request), saying: { kind: "dataRequestAnswered", ...saying } },
  ];
}

function asker({ by, name, email }: DataRequest): Recipient[] {
  if (email) return [{ to: "address", name, email }];
  return by ? [{ to: "person", person: by }] : [];
}
