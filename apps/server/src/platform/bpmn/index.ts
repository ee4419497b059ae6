export { ncName, writeBpmn, type BpmnHead } from './write.ts';
