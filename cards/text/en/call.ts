/** Words about call. */
export const call = {};
