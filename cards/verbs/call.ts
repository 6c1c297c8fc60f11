/** What can be pressed about call. */
export const callVerbs = {};
