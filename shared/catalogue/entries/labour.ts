import type { Entry } from '../entry.ts'

export const LABOUR = [
  {
    code: 'labour.disputes',
    topic: 'disputes',
    units: 'case',
    zh: '劳动争议处理数',
    definition: {
      zh: '调解、仲裁或查处的劳动争议案件。',
      en: 'Labour disputes mediated or arbitrated; such disputes are counted only here, not under mediation.',
    },
    rows: [
      'labour - | file | kase - | arbitration',
      'labour | accept receive newly - | kase controversy problem -',
      'labour | mediate handle conclude investigate succeed | kase controversy problem - |  | rank=1',
    ],
    explains: 'kase amount mediate arrears',
    examples: [
      '受理劳动争议仲裁案件【66宗】',
      '调处劳资纠纷【48起】',
      '劳动人事争议调解【120件】',
      '受理欠薪案件【19件】',
    ],
    nearMisses: ['调解民间纠纷【48起】', '劳动争议案件结案率【98%】'],
  },
  {
    code: 'labour.workers_helped',
    topic: 'disputes',
    units: 'person',
    zh: '追回劳动报酬人数',
    definition: { zh: '获追回劳动报酬的劳动者人数。', en: 'Workers whose wages were recovered.' },
    rows: [
      'labour labourInspection | recover mediate - handle | worker migrant audience beneficiary person',
      'arrears | recover mediate handle reach clean serve conclude investigate - | worker migrant audience beneficiary person wages',
      'arrears | - recover mediate handle | - | involve',
      '- | recover | worker migrant wages',
      'labour | recover | - wages',
    ],
    explains: 'serve labour arrears enterprise',
    examples: [
      '为【320名】农民工追回工资',
      '处理欠薪案件【19件】,涉及劳动者【230人】',
      '帮助务工人员【46人】讨回劳动报酬',
    ],
    nearMisses: ['为农民工追回工资【320万元】', '开展农民工培训【320人】'],
  },
  {
    code: 'labour.wages_recovered',
    topic: 'disputes',
    units: 'yuan',
    zh: '追回劳动报酬金额',
    definition: { zh: '追回的劳动报酬总额。', en: 'Wages recovered, total.' },
    rows: [
      'labour | recover | wages amount',
      'arrears | recover handle mediate clean investigate conclude rectify - | wages amount',
      'arrears | - recover mediate handle | - | involve',
      '- | recover | wages',
      'labour | recover | wages -',
    ],
    explains: 'worker labour labourInspection arrears enterprise',
    examples: [
      '为农民工追回工资【320万元】',
      '追回劳动报酬【1560.8万元】',
      '处理欠薪案件【19件】,涉及劳动者【230人】,追讨金额【410万元】',
    ],
    nearMisses: ['调解纠纷【19件】,涉及金额【320万元】', '劳动争议涉案金额共【24万元】'],
  },
] as const satisfies readonly Entry[]
