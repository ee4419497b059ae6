export { ncName, writeBpmn, type BpmnHead } from './write.ts';
export { readBpmn, type BpmnProblem } from './read.ts';
