import type { Applicant } from '@yimen/core/casework';
import { inventedCreditCode, inventedResidentId } from './codes.ts';
import { demonstrationLabel, type DemoApplicant } from './shape.ts';

const demonstration = `${demonstrationLabel}：申请人、证件号码、电话均为编写值`;

const citizens = [
  ['citizen-1', '张三丰（演示）', '1968-03-12', 1],
  ['citizen-2', '李四海（演示）', '1985-11-02', 2],
  ['citizen-3', '王五一（演示）', '1992-05-01', 3],
  ['citizen-4', '赵六六（演示）', '1976-06-06', 4],
  ['citizen-5', '陈七夕（演示）', '1999-08-07', 5],
  ['citizen-6', '周八月（演示）', '2001-08-15', 6],
] as const;

const companies = [
  ['company-1', '安阳演示建设工程有限公司', '甲一', 1],
  ['company-2', '安阳演示水务有限公司', '乙二', 2],
  ['company-3', '安阳演示教育咨询有限公司', '丙三', 3],
  ['company-4', '安阳演示医院有限公司', '丁四', 4],
  ['company-5', '安阳演示化工贸易有限公司', '戊五', 5],
  ['company-6', '安阳演示网络服务有限公司', '己六', 6],
  ['company-7', '安阳演示物流有限公司', '庚七', 7],
  ['company-8', '安阳演示文化传播有限公司', '辛八', 8],
  ['company-9', '安阳演示农资有限公司', '壬九', 9],
  ['company-10', '安阳演示新材料有限公司', '癸十', 10],
] as const;

const phone = (serial: number): string => `0372-0000${String(700 + serial)}`;

function citizen([key, name, birth, serial]: (typeof citizens)[number]): DemoApplicant {
  const applicant: Applicant = {
    kind: 'naturalPerson',
    name,
    paper: 'residentId',
    paperNumber: inventedResidentId(birth, serial),
    phone: phone(serial),
    address: `河南省安阳市演示路${String(serial)}号`,
  };
  return { key, applicant, demonstration };
}

function company([key, name, representative, serial]: (typeof companies)[number]): DemoApplicant {
  const applicant: Applicant = {
    kind: 'organisation',
    name,
    creditCode: inventedCreditCode('91', serial),
    legalRepresentative: `演示${representative}`,
    contactName: `演示${representative}`,
    phone: phone(20 + serial),
    address: `河南省安阳市演示路${String(100 + serial)}号`,
  };
  return { key, applicant, demonstration };
}

/** People and companies who apply in the demonstration. */
export const applicants: readonly DemoApplicant[] = [...citizens.map(citizen), ...companies.map(company)];
export type ApplicantKey = (typeof citizens)[number][0] | (typeof companies)[number][0];

export function applicantOf(key: ApplicantKey): Applicant {
  const found = applicants.find((one) => one.key === key);
  if (found === undefined) throw new RangeError(`no such demonstration applicant: ${key}`);
  return found.applicant;
}
