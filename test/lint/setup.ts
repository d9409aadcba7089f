export { setup as default } from './collect-templates';
