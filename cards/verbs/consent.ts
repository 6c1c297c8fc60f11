/** What can be pressed about consent. */
export const consentVerbs = {};
