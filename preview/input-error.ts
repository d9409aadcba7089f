/** What the user gave cannot be used, and the message says how to put it right: exit code 2. */
export class InputError extends Error {}
