/** Words about nomination. */
export const nomination = {};
