import { main } from './command';

void main();
