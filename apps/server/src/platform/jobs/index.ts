export { enqueue, enqueueBeside, type Enqueued } from './enqueue.ts';
export { installJobs } from './install.ts';
export { startJobs, type JobHandler, type JobOptions, type JobRunner } from './runner.ts';
export { startTimers, type TimerOptions, type Timers } from './timers.ts';
