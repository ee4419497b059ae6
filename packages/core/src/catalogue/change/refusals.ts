import type { Words } from '@yimen/kernel';

interface Row {
  readonly zh: string;
  readonly en: string;
  readonly article?: string;
}

/** Why an act on a change is refused; the table behind `docs/refusals.md`. `{}` stands for what is named. */
export const changeRefusals = {
  change_closed: { zh: '该调整已经了结，不能再办理。', en: 'The change is closed.' },
  change_step: { zh: '该调整目前不在这个环节。', en: 'The change is not at this step.' },
  change_office: { zh: '这个环节由其他机构办理。', en: 'This step belongs to another office.' },
  change_applicant_only: {
    zh: '只有申请单位的负责人可以重新提交或者撤回。',
    en: 'Only the head of the department that applied may.',
  },
  change_own: {
    zh: '申请人不得办理自己申请的审核、审议和公布。',
    en: 'Whoever applied may not review, deliberate or publish it.',
  },
  change_same_person: {
    zh: '您已经办理过“{}”，同一人不得再办理这个环节。',
    en: 'You did “{}”; one person may not do this step too.',
  },
  change_reason_missing: { zh: '请写明意见或者理由。', en: 'Give the opinion or the reason.' },
  change_return_target: { zh: '这个环节不能退回到那里。', en: 'This step cannot return it there.' },
  change_minutes_missing: { zh: '请附会议纪要。', en: 'Attach the minutes.' },
  change_alone: {
    zh: '审议应当由两人以上参加，请写明参加人员。',
    en: 'Nobody deliberates alone: name two people or more.',
  },
  change_not_yet_held: { zh: '会议日期不得晚于今天。', en: 'The meeting cannot lie ahead.' },
  change_trigger: {
    zh: '“{}”不能成为这类调整的依据。',
    en: '“{}” cannot bring about a change of this kind.',
    article: '行政许可法第十四条至第十七条、第二十一条',
  },
  change_basis_missing: {
    zh: '请写明依据的名称和条款（文号）。',
    en: 'Name the basis with its article or number.',
    article: '行政许可法第五条、第十六条',
  },
  change_line_act: { zh: '这类调整不能包含“{}”的事项。', en: 'This kind of change has no item that {}.' },
  change_line_count: {
    zh: '这类调整所含事项的数目不对：{}。',
    en: 'The number of items does not fit the kind: {}.',
  },
  change_item_twice: { zh: '“{}”在申请中出现两次。', en: '“{}” stands in it twice.' },
  change_not_own: { zh: '“{}”不是申请单位的事项。', en: '“{}” is not an item of the department.' },
  change_not_lower: {
    zh: '下放后“{}”的行使层级应当低于下放前。',
    en: 'Handed down, “{}” must stand at a lower level.',
  },
  change_receiver_missing: { zh: '请写明承接机关。', en: 'Name the authority that takes it over.' },
  change_is_transfer: {
    zh: '“{}”的实施主体或者层级改变，应按下放、划入或者划出申请。',
    en: '“{}” moves to another authority or level: apply for that kind of change.',
  },
  change_stays: {
    zh: '“{}”的实施主体没有改变，不是划转。',
    en: '“{}” stays with its authority; nothing is transferred.',
  },
  change_moved: {
    zh: '审核之后草稿又有改动，不能公布，应退回重新审核：{}',
    en: 'The draft changed after the review; return it to be reviewed again: {}',
  },
  change_base_moved: {
    zh: '申请之后“{}”已公布其他版本，不能按原审核公布，应退回重新提交。',
    en: '“{}” got another version since; return it to be made anew.',
  },
  change_starts_in_past: { zh: '生效日期不得早于今天。', en: 'It cannot take effect before today.' },
  change_in_another: { zh: '“{}”正在另一项调整中：{}', en: '“{}” is in another change: {}' },
  change_no_draft: { zh: '“{}”没有草稿，请先编辑草稿。', en: '“{}” has no draft; edit one first.' },
  change_nothing: { zh: '“{}”的草稿与现行版本相同。', en: 'The draft of “{}” says what is in force.' },
  change_exists: { zh: '“{}”已在清单中，不能新增。', en: '“{}” is on the list already.' },
  change_unknown_item: { zh: '清单中没有“{}”。', en: '“{}” is not on the list.' },
  change_unlawful: { zh: '草稿有错误，不能提交或者公布：{}', en: 'The draft has errors: {}' },
  change_file_unknown: { zh: '会议纪要不是您上传的文件。', en: 'The minutes are no file of yours.' },
  item_not_own: { zh: '只能编辑本单位的事项。', en: 'Only items of your own department may be edited.' },
  needs_five_steps: {
    zh: '以下内容须按清单调整五个环节办理，不能直接更正：{}',
    en: 'This goes the five steps and is no correction: {}',
  },
} as const;
export type ChangeRefusalCode = keyof typeof changeRefusals;

export interface ChangeRefusal {
  readonly code: ChangeRefusalCode;
  readonly words: Words;
  readonly article?: string;
  readonly field?: string;
}

export interface RefusedAbout {
  readonly field?: string;
  /** Set at the `{}` of the words, one after the other. */
  readonly about?: readonly (string | Words)[];
}

/** A refusal with what it names. */
export function changeRefusal(code: ChangeRefusalCode, { field, about = [] }: RefusedAbout = {}): ChangeRefusal {
  const row: Row = changeRefusals[code];
  const fill = (text: string, language: keyof Words): string =>
    about.reduce<string>((so, one) => so.replace('{}', () => (typeof one === 'string' ? one : one[language])), text);
  return {
    code,
    words: { zh: fill(row.zh, 'zh'), en: fill(row.en, 'en') },
    ...(row.article === undefined ? {} : { article: row.article }),
    ...(field === undefined ? {} : { field }),
  };
}
