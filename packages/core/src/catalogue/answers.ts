/** What the applicant answered; the values FEEL conditions speak of. */
export type Answers = { readonly [questionId: string]: string | number | boolean };

/** Is this FEEL expression true of these answers? The evaluator is a library outside the core. */
export type Evaluate = (feel: string, answers: Answers) => boolean;
