export { keepTemplates as default } from './lint/collect-templates';
