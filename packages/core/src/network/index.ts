export {
  checkDivision,
  divisionCode,
  divisionLevels,
  jurisdictionOfDivision,
  levelOfDivision,
  parentOfDivision,
  type Division,
  type DivisionCode,
  type DivisionFinding,
  type DivisionLevel,
} from './division.ts';
export {
  checkNetwork,
  departmentKinds,
  officeForms,
  type ApprovalOffice,
  type Centre,
  type Department,
  type Network,
  type NetworkFinding,
  type Station,
  type Window,
} from './organisation.ts';
