import type { Entry } from '../entry.ts'

const about = ['reconsideration'] as const

export const RECONSIDERATION: readonly Entry[] = [
  {
    code: 'reconsideration.received',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议申请收到数',
    definition: {
      zh: '收到、接收的行政复议申请。',
      en: 'Applications for administrative reconsideration received (收到/接收行政复议申请).',
    },
    rules: [
      {
        about,
        says: ['收到|接收|接到|收悉|收取|提出|提起|收件'],
        unless: '结转|受理|不予|意见书|通知书|建议书|决定书|监督|新收到案件',
      },
      {
        about,
        says: ['申请'],
        unless: '结转|受理|不予|驳回|审结|办结|撤回|终止|维持|调解|申请人|补正|不符合|履行|办理|审理|转送|告知',
      },
    ],
    examples: [
      '共收到行政复议申请【31件】',
      '行政复议机构全年接收复议申请【1208件】',
      '行政复议工作稳步推进,共收到申请【12件】',
      '公民、法人提出行政复议申请【45宗】',
    ],
    nearMisses: ['受理行政复议申请【28件】', '收到行政复议意见书【2份】', '接待行政复议申请人【60人次】'],
  },
  {
    code: 'reconsideration.accepted',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议案件受理数',
    definition: {
      zh: '受理、立案受理或新收的行政复议案件。',
      en: 'Reconsideration cases accepted or newly filed (受理、立案受理、新收行政复议案件).',
    },
    rules: [
      {
        about,
        says: ['受理|立案|新收'],
        unless: '结转|不予受理|不受理|未受理|未予受理|受理率|审结|办结|结案|维持|驳回|撤销|调解|和解|终止|纠错|败议',
      },
      {
        about,
        named: true,
        says: ['办理|承办|审理|发生|案件|涉及|新增|被复议|行政复议'],
        unless:
          '服务点|联系点|受理点|工作站|申请|不予|审结|办结|结案|维持|驳回|撤销|变更|责令|确认违法|调解|和解|终止|纠错|败议|率|意见书|建议书|决定书|负责人|开庭|听证|代理|诉讼|接待|案卷|人员|培训|会议|上年|未结|结转|在办|正在',
      },
    ],
    examples: [
      '收到行政复议申请【31件】,受理【28件】',
      '立案受理行政复议案件【76宗】',
      '全年新收行政复议案件【215件】',
      '全局办理行政复议案件【9件】',
      '本年度发生行政复议案件【2起】',
    ],
    nearMisses: ['收到行政复议申请【31件】,不予受理【3件】', '审结行政复议案件【20件】', '受理行政许可申请【20件】'],
  },
  {
    code: 'reconsideration.rejected',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议不予受理数',
    definition: { zh: '决定不予受理的行政复议申请。', en: 'Applications not accepted (不予受理).' },
    rules: [{ about, says: ['不予受理|不受理|未予受理|未受理|不符合受理条件'] }],
    examples: ['收到行政复议申请【31件】,受理【28件】,不予受理【3件】', '其中行政复议申请不予受理【2宗】'],
    nearMisses: ['受理行政复议案件【8件】'],
  },
  {
    code: 'reconsideration.concluded',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议案件办结数',
    definition: { zh: '办结、审结的行政复议案件。', en: 'Reconsideration cases concluded (办结、审结).' },
    rules: [
      {
        about,
        says: ['办结|审结|结案|审理完毕|办理完毕|已结|作出行政复议决定|作出复议决定|作出决定|审查完毕|审理终结'],
        unless:
          '未办结|未审结|未结|尚未|正在|调解结案|调解方式结案|和解|撤回|终止|维持|撤销|变更|确认违法|责令|驳回|不予受理|上年结转',
      },
    ],
    examples: [
      '受理行政复议案件【28件】,已审结【25件】',
      '全年办结行政复议案件【198宗】',
      '行政复议工作有力有效,受理【36件】,办理完毕【30件】',
      '依法作出行政复议决定【17件】',
    ],
    nearMisses: ['受理行政复议案件【28件】,尚未审结【3件】', '行政诉讼案件已审结【25件】'],
  },
  {
    code: 'reconsideration.corrected',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议纠错数',
    definition: {
      zh: '撤销、变更、确认违法、责令履行等纠正行政行为的案件。',
      en: 'Cases decided against the agency: revoked, changed, declared unlawful, ordered to perform (撤销、变更、确认违法、责令履行).',
    },
    rules: [
      {
        about,
        says: ['纠错|撤销|变更|确认违法|责令|纠正|确认无效|重新作出|改变原'],
        unless: '纠错率|被纠错|被复议机关|维持',
      },
    ],
    examples: [
      '审结行政复议案件【25件】,其中撤销【2件】',
      '行政复议案件办结【25件】,直接纠错【4件】',
      '审结行政复议案件【9件】,确认违法【1件】,责令限期履行【1件】',
    ],
    nearMisses: ['审结行政复议案件【25件】,维持【18件】', '行政诉讼案件判决撤销【1件】'],
  },
  {
    code: 'reconsideration.upheld',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议维持或驳回数',
    definition: { zh: '维持行政行为或驳回复议申请的案件。', en: 'Cases upheld or dismissed (维持、驳回).' },
    rules: [{ about, says: ['维持|驳回'], unless: '维持率|法院' }],
    examples: [
      '审结行政复议案件【25件】,其中维持【18件】',
      '办结复议案件【40宗】,驳回复议请求【6宗】',
      '行政复议维持原行政行为【11件】',
    ],
    nearMisses: ['审结行政复议案件【25件】,撤销【2件】'],
  },
  {
    code: 'reconsideration.mediated',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议调解和解数',
    definition: {
      zh: '复议前或复议中经调解、和解或撤回而化解的争议。',
      en: 'Disputes settled by mediation or withdrawal before or during reconsideration.',
    },
    rules: [
      {
        about,
        says: ['调解|和解|撤回|终止|案前化解|实质性化解|实质化解|化解|调撤|自行纠正'],
        unless: '率|矛盾纠纷|人民调解',
      },
    ],
    examples: [
      '审结行政复议案件【25件】,以调解、和解方式结案【5件】',
      '行政复议案前化解【12件】',
      '办结复议案件【40宗】,终止审理【9宗】',
      '申请人自愿撤回行政复议申请【3件】',
    ],
    nearMisses: ['人民调解委员会调解矛盾纠纷【60件】', '行政复议案件调解率【35%】'],
  },
  {
    code: 'reconsideration.lost',
    topic: 'disputes',
    unit: 'case',
    zh: '行政复议败议数',
    definition: { zh: '本机关作为被申请人败议的案件。', en: 'Cases the reporting body lost as respondent (败议).' },
    rules: [
      { says: ['败议'], unless: '率' },
      { about, says: ['被纠错|被复议机关|被上级'] },
    ],
    examples: ['作为被申请人的行政复议案件【6件】,败议【1件】', '行政复议案件被纠错【2件】'],
    nearMisses: ['行政复议维持【6件】', '行政诉讼败诉【1件】'],
  },
  {
    code: 'reconsideration.visitors',
    topic: 'disputes',
    unit: 'person',
    alsoUnits: '批次|批',
    zh: '行政复议接待人次',
    definition: { zh: '行政复议接待的来访、咨询人次。', en: 'Applicants received for reconsideration.' },
    rules: [{ about, says: ['接待|咨询|来访|来电|申请人'], unless: '人员培训' }],
    examples: ['接待行政复议申请人【120人次】', '行政复议窗口接待来访咨询【86人次】'],
    nearMisses: ['收到行政复议申请【120件】', '行政复议人员【6名】'],
  },
]
