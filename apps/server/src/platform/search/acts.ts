/**
 * What is done to a permit: in the name of an item, and in the words of whoever asks. A list may hold one item for each of them, and who
 * asks for nothing of it wants the first.
 */
const ACTS: readonly { readonly named: RegExp; readonly asked: RegExp }[] = [
  { named: /变更|更正|更名|改建|转让|过户|迁移|转入|转出|转移|转接|接续/, asked: /变|改|换|转|迁|搬|过户|扩/ },
  {
    named: /注销|终止|歇业|停业|暂停|报废|撤销|缴销|作废|解除|免职/,
    asked: /销|关|不干|不开|不办|不做|不要|停|终止|歇|退/,
  },
  { named: /补办|补发|补证|补领|遗失|挂失|增补/, asked: /丢|补|失|不见|掉|坏|捡/ },
  { named: /延续|换发|换证|换领|到期|期满|续期|复审|校验|年审|再注册|审验/, asked: /到期|过期|续|换|年审|期满|审/ },
  { named: /咨询|查询|查阅|指引|公示|查借阅/, asked: /咨询|查|问|看|政策|打印/ },
  { named: /投诉|裁决|仲裁|争议|纠纷|奖励|表彰/, asked: /投诉|举报|纠纷|争|欠|骗|坑|赔|仲裁|奖|打官司|告/ },
  { named: /分支机构|子公司|分公司|分社/, asked: /分公司|子公司|分店|分社|分支/ },
  { named: /分立|合并/, asked: /分|合|并/ },
  { named: /初审|预审|前审查|书面报告/, asked: /初审|预审|报告/ },
];
const BEGINNING = /设立|新办|核发|首次|成立|初次|新增|初领|配发|申领|新设|签发|认定|发放/;

const UNASKED = 0.55;
const ASKED = 1.35;
const BEGINS = 1.12;

/** How much better or worse an item fits by what is done in it; 1 where the name says nothing of it. */
export function actFits(typed: string): (name: string) => number {
  const acts = ACTS.map(({ named, asked }) => ({ named, factor: asked.test(typed) ? ASKED : UNASKED }));
  const other = acts.some(({ factor }) => factor === ASKED);
  return (name) => {
    const told = acts.filter(({ named }) => named.test(name));
    const begins = !other && BEGINNING.test(name) ? BEGINS : 1;
    return told.reduce((product, { factor }) => product * factor, begins);
  };
}
