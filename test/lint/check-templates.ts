/** Validates every template that the tests synthesised; the last step of `npm test`. */
import { readdirSync } from 'fs';
import { join } from 'path';
import { TEMPLATES } from './collect-templates';
import { findings } from './findings';

const files = readdirSync(TEMPLATES).map((file) => join(TEMPLATES, file));
const found = findings(files);
found.forEach((line) => console.error(line));
console.log(`${files.length} templates, ${found.length} findings`);
process.exitCode = files.length > 0 && found.length === 0 ? 0 : 1;
