export { adopt, underTemplate, type LocalSeat } from './adopt.ts';
export { localDifferences, templateFindings, type LocalDifference } from './differences.ts';
export { templateParts, templateRole, type TemplateRole } from './parts.ts';
export { templateChanges, upstreamProposal, type UpstreamProposal } from './proposal.ts';
