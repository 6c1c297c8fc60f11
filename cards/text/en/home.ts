/** Words about home. */
export const home = {};
