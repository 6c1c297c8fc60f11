/** Words about appendix. */
export const appendix = {};
