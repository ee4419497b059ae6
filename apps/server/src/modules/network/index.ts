export { divisionReasons, parseDivisions, type DivisionProblem } from './import/index.ts';
export {
  loadDepartments,
  loadDivisions,
  loadHall,
  loadNetwork,
  type DivisionsLoaded,
  type Hall,
  type LoadedDepartment,
  type NetworkData,
} from './load.ts';
export {
  authorityNames,
  countDivisions,
  divisionNameOf,
  departmentsOf,
  findHall,
  listHalls,
  type DepartmentRow,
} from './queries.ts';
