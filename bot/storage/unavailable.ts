/** The storage can't be used; the sentence names it, and what the operator can do. */
export class StorageUnavailable extends Error {}
