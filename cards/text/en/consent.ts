/** Words about consent. */
export const consent = {};
