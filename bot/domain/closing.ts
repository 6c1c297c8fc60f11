/** The closing is committed a little after the deadline: what arrived in time may still be on its way through. */
export const CLOSING_DELAY = 5_000;
