import { z } from "zod";
import { ORGANISATION_ROWS } from "../../bot/domain/nominate-written.ts";
import { organisationLengths } from "../../bot/domain/organisations.ts";
import { callId, nominationId, nonce, rev, ticked, typed } from "./fields.ts";

/** How long what is typed in a proposal may be. A reason's own limit in a call can be lower: `reasonLength`. */
export const NOMINATION_CAPS = {
  person: 200,
  name: 80,
  email: organisationLengths.email,
  phone: 30,
  position: 80,
  organisation: organisationLengths.name,
  businessId: 12,
  locality: 40,
  funding: 60,
  targetGroups: 120,
  contact: organisationLengths.contact,
  others: 2_000,
  reason: 1_000,
  otherBodies: 250,
  lateReason: 500,
  receivedBy: 80,
} as const;
const C = NOMINATION_CAPS;

const nomination = { call: callId, nomination: nominationId };
const pressed = { ...nomination, rev, nonce };
const organisation = z.coerce.number().int().min(0).max(100);
const seat = z
  .string()
  .regex(/^[0-9a-z-]{1,64}$/i)
  .optional();
const day = z.string().max(10).optional();
const clock = z.string().max(8).optional();
const page = z.coerce.number().int().min(0).max(1_000).optional();

const row = z.object({
  name: typed(C.organisation),
  businessId: typed(C.businessId),
  reach: z.enum(["local", "regional", "national"]).optional(),
  locality: typed(C.locality),
  funding: typed(C.funding),
  targetGroups: typed(C.targetGroups),
  contactPerson: typed(C.person),
  contactName: typed(C.contact),
  contactEmail: typed(C.email),
});

const written = {
  person: typed(C.person),
  name: typed(C.name),
  email: typed(C.email),
  phone: typed(C.phone),
  position: typed(C.position),
  organisations: z.array(row).max(ORGANISATION_ROWS),
  others: typed(C.others),
  seatGroup: seat,
  alternative: seat.transform((v) => (v === "none" ? undefined : v)),
  role: z.enum(["member", "substitute", "either"]).optional(),
  reason: typed(C.reason),
  reasons: z.record(
    z.string().regex(/^[0-9a-z-]{1,40}$/i),
    z
      .string()
      .max(C.reason)
      .transform((s) => s.trim()),
  ),
  otherBodies: typed(C.otherBodies),
};

/** A form's inputs are flat: `org2-name`, `reason-c1`. */
function gathered(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(raw).flatMap(([key, v]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), v]] : [])),
    );
  const organisations = Array.from({ length: ORGANISATION_ROWS }, (_, at) => under(`org${at + 1}-`));
  return { ...raw, organisations, reasons: under("reason-") };
}

const form = <S extends z.ZodRawShape>(shape: S) => z.preprocess(gathered, z.object({ ...shape, ...written }));

/** What can be pressed about proposals. */
export const nominationVerbs = {
  "nomination.choose": z.object({ page }),
  "nomination.form": z.object({ call: callId }),
  "nomination.self": z.object({ call: callId }),
  "nomination.submit": form({ call: callId, nonce, own: z.literal(true).optional() }),
  "nomination.show": z.object(nomination),
  "nomination.editForm": z.object(nomination),
  "nomination.edit": form(pressed),
  "nomination.withdrawAsk": z.object(nomination),
  "nomination.withdraw": z.object(pressed),
  "proposals.mine": z.object({ page }),
  "nomination.enterForm": z.object({ call: callId }),
  "nomination.enter": form({
    call: callId,
    nonce,
    way: z.enum(["email", "phone", "paper"]).optional(),
    date: day,
    time: clock,
    proposerName: typed(C.name),
    proposerEmail: typed(C.email),
    proposerPhone: typed(C.phone),
    self: ticked,
  }),
  "nomination.confirmShow": z.object({ ...nomination, organisation }),
  "nomination.confirm": z.object({ ...pressed, organisation }),
  "nomination.object": z.object({ ...pressed, organisation }),
  "nomination.recordConfirmationForm": z.object(nomination),
  "nomination.recordConfirmation": z.object({
    ...pressed,
    organisation: organisation.optional(),
    answer: z.enum(["confirmed", "objected"]).optional(),
    way: z.enum(["email", "phone", "paper"]).optional(),
    receivedBy: typed(C.receivedBy),
    receivedDate: day,
    receivedTime: clock,
  }),
  "nomination.late": z.object({ call: callId, page }),
  "nomination.acceptLateForm": z.object(nomination),
  "nomination.acceptLate": z.object({ ...pressed, lateReason: typed(C.lateReason), untilDate: day, untilTime: clock }),
};
