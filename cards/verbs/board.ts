/** What can be pressed about board. */
export const boardVerbs = {};
