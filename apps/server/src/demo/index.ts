export { advanceDemo, openDemoClock, type DemoClock } from './clock.ts';
export { loadDemo, loadDemoCounty, loadDemoHall, type DemoLoaded, type DemoProgress } from './load.ts';
export { demoAccounts, demoRoutes } from './routes.ts';
