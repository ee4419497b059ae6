export { accounts, countyAccount, demoPassword, demoTotpPeople, demoTotpSecret, shownAccounts } from './accounts.ts';
export { applicantOf, applicants, type ApplicantKey } from './applicants.ts';
export { authorisations, delegations } from './authorisations.ts';
export { anyang, centre, remedies } from './centre.ts';
export { countyCentre, countyDepartments, countyItems, countyStaff, tangyin } from './county.ts';
export { approvalOffices, departmentKeys, departmentOf, departments, type DepartmentKey } from './departments.ts';
export { items } from './items/index.ts';
export { people, posts, postings } from './staff.ts';
export {
  demonstrationLabel,
  windowClasses,
  type DemoAccount,
  type DemoApplicant,
  type DemoCentre,
  type DemoDepartment,
  type DemoPerson,
  type WindowClass,
} from './shape.ts';
export { windowOf, windows } from './windows.ts';
export {
  ratingInstant,
  scenarios,
  scheduleOf,
  workingDayBefore,
  type Scenario,
  type ScenarioStep,
  type ScheduledAct,
} from './scenarios/index.ts';
