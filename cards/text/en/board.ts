/** Words about board. */
export const board = {};
