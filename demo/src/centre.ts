import { jurisdiction } from '@yimen/core/people';
import type { Remedies } from '@yimen/core/catalogue';
import { divisionCode } from '@yimen/core/network';
import { demonstrationLabel, type DemoCentre } from './shape.ts';

export const anyang = jurisdiction('410500');

const division = divisionCode('410500000000');
if (division === undefined) throw new RangeError('410500000000 is no division code');

export const centre: DemoCentre = {
  id: 'anyang-hall',
  jurisdiction: anyang,
  division,
  name: '安阳市市民之家',
  address: '河南省安阳市演示路1号（演示地址）',
  hours: '工作日 9:00–12:00，13:30–17:30（演示值）',
  phone: '0372-0000100',
  complaintPhone: '0372-0000123',
  demonstration: `${demonstrationLabel}：地址、电话、办公时间、人员、信用代码和承诺时限均为演示而编写。`,
};

/**
 * Who hears an appeal against a municipal department: the municipal government (复议法 Art. 24), and the basic court
 * where the department sits (诉讼法 Arts. 14, 18).
 */
export const remedies: Remedies = {
  reconsiderationBody: '安阳市人民政府',
  court: '安阳市文峰区人民法院',
};
