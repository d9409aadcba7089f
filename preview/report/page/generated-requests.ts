/** So that nobody takes made-up customers for real ones: the reader may not be the person who ran the preview. */
export const GENERATED_REQUESTS = 'The preview generated these requests: they are not real.';
