export { hallFaults, type HallFault } from './check.ts';
export { HallFile } from './shape.ts';
export { takeHall } from './take.ts';
export { writeHall } from './write.ts';
