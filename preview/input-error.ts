/** An argument or input file is wrong, and the message says how to correct it. The exit code is 2. */
export class InputError extends Error {}

/** A template has a value that the preview cannot resolve. */
export class TemplateError extends InputError {}
