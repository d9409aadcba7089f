/** Handlers of hand-made pipelines, as source text: the preview runs any bundle, not only the construct's. */

const HANDLER = (perRecord: string) => `
exports.handler = async (event) => ({
  records: event.records.map((record) => {
    const line = Buffer.from(record.data, 'base64');
    const entry = JSON.parse(line.toString('utf8'));
    const ok = (row) => ({ recordId: record.recordId, result: 'Ok', data: Buffer.from(JSON.stringify(row) + '\\n').toString('base64') });
    ${perRecord}
  }),
});`;

/** Types what the log has as text. */
export const TYPING = HANDLER(`
    return ok({ request_id: entry.id, status: Number(entry.status), agent: entry.agent, plan: process.env.PLAN,
      requested_at: new Date(Number(entry.time)).toISOString().replace('T', ' ').replace('Z', '') });`);

/** Gives rows that do not fit the table where the agent says so. */
export const ILL_TYPED = HANDLER('return ok({ request_id: entry.id, status: entry.agent === \'odd\' ? \'many\' : 200 });');

/** Answers by the status of each request. */
export const MOODY = HANDLER(`
    switch (entry.status) {
      case 'failed': return { recordId: record.recordId, result: 'ProcessingFailed', data: record.data };
      case 'dropped': return { recordId: record.recordId, result: 'Dropped' };
      case 'strange': return { recordId: record.recordId, result: 'Fine', data: record.data };
      case 'renamed': return { ...ok({ request_id: entry.id }), recordId: 'another' };
      case 'not base64': return { recordId: record.recordId, result: 'Ok', data: '%' };
      default: return ok({ request_id: entry.id });
    }`);

export const THROWING = 'exports.handler = async () => { throw new TypeError(\'no thanks\'); };';

export const DYING = 'exports.handler = async () => process.exit(3);';

export const HANGING = 'exports.handler = () => new Promise(() => setInterval(() => {}, 1000));';

export const BOASTFUL = 'exports.handler = async (event) => ({ records: event.records.map(({ recordId }) => ({ recordId, result: \'Ok\', data: \'x\'.repeat(7e6) })) });';

export const MUTE = 'exports.handler = async () => undefined;';

/** Fails the first time in each process, and is well then. */
export const RECOVERING = `let calls = 0; ${TYPING.replace('async (event) => (', 'async (event) => { if (calls++ === 0) throw new Error(\'not yet\'); return (')
  .replace(/\}\);$/, '}); };')}`;

/** Prints the time of the first record of each batch, and fails once in the way of `failure` at the batch of that time. */
export const failingOnce = (time: number, failure: string): string => `
const { existsSync, writeFileSync, writeSync } = require('fs');
${TYPING.replace('async (event) => (', `async (event) => {
  const { time } = JSON.parse(Buffer.from(event.records[0].data, 'base64').toString());
  writeSync(1, 'batch of ' + time + '\\n');
  const failed = __dirname + '/failed';
  if (time === '${time}' && !existsSync(failed)) { writeFileSync(failed, ''); ${failure} }
  return (`).replace(/\}\);$/, '}); };')}`;

/** Tells its environment instead of a row. */
export const TELLING = HANDLER('return ok({ request_id: entry.id, agent: JSON.stringify(process.env) });');
