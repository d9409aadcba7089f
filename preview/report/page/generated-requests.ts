/** A reader who did not run the preview could take the generated customers for real ones. */
export const GENERATED_REQUESTS = 'The preview generated these requests: they are not real.';
