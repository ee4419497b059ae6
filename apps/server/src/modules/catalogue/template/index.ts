export { nameAbove, templateNotes } from './views.ts';
export { TEMPLATE_REFUSALS } from './refusals.ts';
export { templateRoutes } from './routes.ts';
export { countFindings, templateMarks } from './marks.ts';
export { keepAdoption, templateOf } from './store.ts';
