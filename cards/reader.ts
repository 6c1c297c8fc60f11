import type { Lang } from "../bot/domain/lang.ts";
import type { Instant } from "../bot/domain/time.ts";
import type { Text } from "./text.ts";

/** For whom, when and where a card is drawn. */
export interface Reader {
  lang: Lang;
  text: Text;
  /** IANA name of the group's zone. */
  zone: string;
  /** IANA name of the reader's own zone, where their client told it. */
  ownZone?: string | undefined;
  now: Instant;
  /** Where our pages are reached, without a slash at the end; where it isn't known, cards lead to no page. */
  site?: string | undefined;
  /** A form stands in a dialog or in a card, and each has its own way back to the bot. */
  door: "card" | "dialog";
  client: {
    /** Whether buttons on cards can open dialogs; otherwise forms come in the card's place. */
    dialogs: boolean;
    /** Whether the client finds people by typing; otherwise the team's members are listed. */
    picker: boolean;
  };
}
