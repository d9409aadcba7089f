import { main } from './command';

// npm runs a script in the folder of its package. INIT_CWD is the folder in which the user called npm.
process.chdir(process.env.INIT_CWD ?? '.');
void main();
