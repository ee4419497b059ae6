import type { DepartmentKey } from './departments.ts';

/** Duties of a department's own posts. `examiner2` is the B holder of the examiner's post and the second officer of a visit. */
export type Duty = 'clerk' | 'examiner' | 'examiner2' | 'approver' | 'legal' | 'chief' | 'head' | 'seal';
export type StaffRow = readonly [Duty, userName: string, name: string];

/** All names are invented for the demonstration. Departments with many cases keep their own seal; the rest leave it with the hall. */
export const departmentStaff: { readonly [K in DepartmentKey]: readonly StaffRow[] } = {
  zhujian: [
    ['examiner', 'li.qing', '李青'],
    ['examiner2', 'tang.yu', '唐宇'],
    ['approver', 'wang.lei', '王蕾'],
    ['chief', 'zhao.yan', '赵岩'],
    ['head', 'gao.jun', '高钧'],
    ['seal', 'qin.lan', '秦兰'],
  ],
  shuili: [
    ['examiner', 'liu.yang', '刘漾'],
    ['examiner2', 'bian.zhou', '卞舟'],
    ['approver', 'chen.hua', '陈桦'],
    ['legal', 'lu.ming', '卢铭'],
    ['chief', 'yang.bo', '杨泊'],
    ['head', 'jiang.tao', '江涛'],
    ['seal', 'shen.qi', '沈琪'],
  ],
  jiaoyu: [
    ['examiner', 'xu.wen', '许文'],
    ['approver', 'song.jia', '宋葭'],
    ['legal', 'fang.zhi', '方芷'],
    ['chief', 'meng.fan', '孟帆'],
    ['head', 'kong.de', '孔得'],
    ['seal', 'yuan.yuan', '袁媛'],
  ],
  weijian: [
    ['examiner', 'bai.xue', '白雪'],
    ['examiner2', 'tong.xin', '童欣'],
    ['approver', 'ye.qiu', '叶秋'],
    ['chief', 'hua.ning', '华宁'],
    ['head', 'an.kang', '安康'],
    ['seal', 'su.he', '苏禾'],
  ],
  yingji: [
    ['examiner', 'huo.yan', '霍岩'],
    ['examiner2', 'shi.jian', '石健'],
    ['approver', 'feng.chi', '冯池'],
    ['chief', 'duan.an', '段安'],
    ['head', 'lei.ming', '雷鸣'],
    ['seal', 'jin.ling', '金玲'],
  ],
  gongan: [
    ['clerk', 'dai.yu', '戴宇'],
    ['examiner', 'jing.wei', '景卫'],
    ['examiner2', 'tie.cheng', '铁诚'],
    ['approver', 'hao.ran', '郝然'],
    ['chief', 'guan.yi', '关毅'],
    ['head', 'wei.guo', '魏果'],
    ['seal', 'pei.pei', '裴佩'],
  ],
  nongye: [
    ['examiner', 'tian.geng', '田耕'],
    ['examiner2', 'niu.li', '牛力'],
    ['approver', 'miao.hui', '苗惠'],
    ['chief', 'gu.feng', '谷丰'],
    ['head', 'he.miao', '何淼'],
    ['seal', 'mai.sui', '麦穗'],
  ],
  jiaotong: [
    ['examiner', 'che.lin', '车琳'],
    ['approver', 'lu.tong', '路彤'],
    ['chief', 'qiao.yun', '乔云'],
    ['head', 'dang.hui', '党晖'],
  ],
  wenlv: [
    ['examiner', 'xi.ya', '席雅'],
    ['approver', 'ge.sheng', '葛笙'],
    ['chief', 'tao.ran', '陶苒'],
    ['head', 'you.le', '尤乐'],
  ],
  minzheng: [
    ['examiner', 'min.an', '闵安'],
    ['approver', 'hu.you', '胡佑'],
    ['chief', 'ren.hui', '任惠'],
    ['head', 'cui.xin', '崔昕'],
  ],
  renshe: [
    ['examiner', 'bao.qin', '鲍勤'],
    ['approver', 'ding.gang', '丁岗'],
    ['chief', 'ji.ye', '季业'],
    ['head', 'lai.bin', '赖斌'],
  ],
  shijian: [
    ['examiner', 'shang.yi', '尚义'],
    ['approver', 'ping.zhi', '平志'],
    ['chief', 'zhang.ping', '章平'],
    ['head', 'xin.cheng', '辛成'],
  ],
  huanjing: [
    ['examiner', 'lan.tian', '蓝恬'],
    ['approver', 'lv.shan', '吕杉'],
    ['legal', 'yan.ming', '严铭'],
    ['chief', 'bi.shu', '毕舒'],
    ['head', 'jing.jing', '荆晶'],
  ],
  ziran: [
    ['examiner', 'tu.di', '涂迪'],
    ['approver', 'di.xin', '狄昕'],
    ['chief', 'gui.hua', '桂骅'],
    ['head', 'yan.zhen', '晏臻'],
  ],
  chengguan: [
    ['examiner', 'cheng.rong', '程容'],
    ['approver', 'mao.shi', '毛适'],
    ['chief', 'xie.fang', '解舫'],
    ['head', 'ni.guang', '倪广'],
  ],
  fagai: [
    ['examiner', 'ou.shuo', '区硕'],
    ['approver', 'fan.zhan', '范展'],
    ['legal', 'dong.gui', '董归'],
    ['chief', 'xiang.mu', '向沐'],
    ['head', 'hong.guan', '洪贯'],
  ],
};

/** Posts of the hall itself: who holds each, A first and B second. */
export const hallStaff = {
  'hall-guide': [['xia.he', '夏荷']],
  'hall-clerk-project': [
    ['zhou.min', '周敏'],
    ['sun.li', '孙理'],
  ],
  'hall-clerk-market': [['wu.fang', '吴方']],
  'hall-clerk-social': [['zheng.qi', '郑琪']],
  'hall-clerk-public': [['he.xin', '贺欣']],
  'hall-clerk-realEstate': [['lv.na', '吕娜']],
  // 即办授权岗: the same two clerks, on the post whose authorisation lets one person receive and decide.
  'hall-instant-market': [['wu.fang', '吴方']],
  'hall-instant-public': [['he.xin', '贺欣']],
  'hall-window-head': [['luo.gang', '罗岗']],
  'hall-seal': [['han.yin', '韩茵']],
  'hall-delivery': [
    ['tan.song', '谭送'],
    ['zhu.song', '朱颂'],
  ],
  'hall-duty-manager': [['peng.zhi', '彭值']],
  'hall-supervisor': [['yu.cha', '余察']],
  'hall-catalogue-editor': [['mu.lu', '穆录']],
  // 清单动态调整: five offices outside the hall, each one person of its own.
  'hall-reform-office': [['jian.zheng', '简政']],
  'hall-legal-office': [['fa.zheng', '法正']],
  'hall-staffing-office': [['bian.ce', '卞策']],
  'hall-pricing-office': [['jia.he', '贾核']],
  'hall-leading-group': [['yi.ding', '易定']],
  // 三员分立: three people, for one may hold one of these powers and nothing else.
  'hall-system-administrator': [['guan.li', '管黎']],
  'hall-security-administrator': [['an.quan', '安荃']],
  'hall-audit-administrator': [['shen.ji', '沈霁']],
} as const satisfies { readonly [post: string]: readonly (readonly [string, string])[] };
export type HallPost = keyof typeof hallStaff;

/** Left the approval office at the end of 2024; his authorisation ended with it. Shows the refusal of an act out of time. */
export const formerChief = ['qian.guo', '钱果'] as const;
