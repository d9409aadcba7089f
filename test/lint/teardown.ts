export { teardown as default } from './collect-templates';
