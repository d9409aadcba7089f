import { readFileSync } from 'fs';
import { join } from 'path';
import { ANSWERS } from '../../projenrc/question-answers';
import { questionsPage } from '../../projenrc/questions-page-text';
import { QUESTIONS } from '../../src/query/questions';

test('docs/questions.md is up to date with the views, measures and questions', () => {
  expect(readFileSync(join(__dirname, '../../docs/questions.md'), 'utf8').trimEnd()).toBe(questionsPage().trimEnd());
});

test('the demo has answered each question, with the columns that the question declares', () => {
  expect(Object.keys(ANSWERS)).toEqual(QUESTIONS.map(({ id }) => id));
});
