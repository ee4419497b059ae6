import { ask, choose, examineAndApprove, item, material, page, uncountedByLaw } from './build.ts';
import { applicationForm, chargePage } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const regulation = '企业投资项目核准和备案管理条例';

/** Extended by up to forty days, and an entrusted evaluation does not count: both by its own regulation. */
const approval = item({
  id: 'investment-approval',
  name: '企业投资项目核准',
  words: ['项目立项', '投资项目核准', '建电站立项', '大项目审批', '核准批文'],
  theme: '投资立项',
  department: 'fagai',
  serves: ['organisation'],
  bases: [
    cite(regulation, '第三条'),
    cite(regulation, '第九条'),
    cite(
      regulation,
      '第十条',
      '核准机关应当自受理申请之日起20个工作日内，作出是否予以核准的决定；项目情况复杂或者需要征求有关单位意见的，经本机关主要负责人批准，可以延长核准期限，但延长的期限不得超过40个工作日。',
    ),
  ],
  conditions: [
    '不危害经济安全、社会安全、生态安全和国家安全',
    '符合发展建设规划、技术标准和产业政策',
    '合理开发并有效利用资源',
    '不对重大公共利益产生不利影响',
  ],
  materials: [
    applicationForm('项目申请书', `${regulation}第六条`),
    material('site', '选址意见书', `${regulation}第七条`, {
      source: 'government',
      form: 'copy',
      condition: 'allocatedLand = true',
      acceptanceRules: ['项目名称与申请书一致', '自然资源主管部门盖章'],
    }),
    material('land', '用地预审意见', `${regulation}第七条`, {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['用地面积与申请书一致', '在有效期内'],
    }),
  ],
  form: [
    page(
      'project',
      '项目情况',
      ask('projectName', '项目名称', 'text', { maxLength: 80 }),
      ask('projectCode', '投资项目统一代码', 'text', { hint: '24位', maxLength: 24 }),
      ask('investment', '总投资（万元）', 'number'),
      choose('projectField', '所属行业', ['能源', '交通运输', '农业水利', '城建', '社会事业']),
    ),
    page(
      'impact',
      '用地与影响',
      ask('allocatedLand', '是否以划拨方式取得国有土地使用权', 'yesNo'),
      ask('impactStory', '对经济和社会的影响分析', 'longText', { maxLength: 1000 }),
    ),
    chargePage('项目单位联系人'),
  ],
  steps: examineAndApprove(6, 3),
  special: [uncountedByLaw('entrustedEvaluation', 30, `${regulation}第十条`)],
  legalReview: true,
  meeting: true,
  statutory: workingDays(20, 'acceptance', cite(regulation, '第十条', '自受理申请之日起20个工作日内')),
  promised: 12,
  extension: workingDays(
    40,
    'extension',
    cite(regulation, '第十条', '经本机关主要负责人批准，可以延长核准期限，但延长的期限不得超过40个工作日'),
  ),
  result: { name: '企业投资项目核准批复', form: 'approval', validYears: 2 },
});

export const fagaiItems = [approval];
