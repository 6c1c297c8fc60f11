/** Words about group. */
export const group = {};
