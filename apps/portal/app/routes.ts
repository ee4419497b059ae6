import { index, layout, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('halls/:jurisdiction', 'routes/hall.tsx'),
  route('halls/:jurisdiction/items/:itemId', 'routes/guide.tsx'),
  route('apply/:draftId', 'routes/apply.tsx', [
    index('routes/apply.overview.tsx'),
    route('who', 'routes/apply.who.tsx'),
    route('applicant', 'routes/apply.applicant.tsx'),
    route('agent', 'routes/apply.agent.tsx'),
    route('questions/:groupId', 'routes/apply.questions.tsx'),
    route('materials', 'routes/apply.materials.tsx'),
    route('changes', 'routes/apply.changes.tsx'),
    route('check', 'routes/apply.check.tsx'),
    route('done', 'routes/apply.done.tsx'),
  ]),
  route('resume', 'routes/resume.tsx'),
  route('track', 'routes/track.tsx'),
  route('track/:number/papers/:paperId', 'routes/track.paper.ts'),
  layout('routes/tracked.tsx', [
    route('track/:number', 'routes/track.case.tsx'),
    route('track/:number/correction', 'routes/track.correction.tsx'),
    route('track/:number/withdrawal', 'routes/track.withdrawal.tsx'),
    route('track/:number/rating', 'routes/track.rating.tsx'),
  ]),
  route('verify', 'routes/verify.tsx'),
  route('verify/:code', 'routes/verify.code.tsx'),
  route('keep/drafts/:draftId/:part', 'routes/keep.draft.ts'),
  route('keep/replies/:number/:act', 'routes/keep.reply.ts'),
  route('preferences', 'routes/preferences.ts'),
  route('problem/:status', 'routes/problem.tsx'),
  route('*', 'routes/notFound.tsx'),
] satisfies RouteConfig;
