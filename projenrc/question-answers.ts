import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

export type AnswerRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** The first rows of the answer to each question on the demo's data. `projenrc/answer-questions.ts` writes the file. */
export const ANSWERS_FILE = join(__dirname, 'demo-answers.json');

export const ANSWERS: AnswerRows = existsSync(ANSWERS_FILE) ? JSON.parse(readFileSync(ANSWERS_FILE, 'utf8')) as AnswerRows : {};
