/** What can be pressed about nomination. */
export const nominationVerbs = {};
