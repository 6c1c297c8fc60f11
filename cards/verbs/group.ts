/** What can be pressed about group. */
export const groupVerbs = {};
