import { command } from './command';

void command(process.argv.slice(2), process.stdout, process.stderr).then((code) => {
  process.exitCode = code;
});
