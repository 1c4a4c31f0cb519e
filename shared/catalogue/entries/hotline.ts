import type { Entry } from '../entry.ts'

export const HOTLINE = [
  {
    code: 'hotline.received',
    topic: 'functions',
    units: 'case item person time',
    zh: '12345热线受理数',
    definition: {
      zh: '12345热线受理的诉求、工单。',
      en: '12345 hotline cases received or accepted; received comes first.',
    },
    rows: [
      'hotline | receive | ticket kase businessDone place -',
      'hotline | accept handle transferOut newly | place |  | rank=1',
      'hotline | accept handle transferOut newly - | ticket kase businessDone - |  | rank=1',
    ],
    explains: 'publicPeople hotline',
    examples: [
      '12345热线受理群众诉求【6731件】',
      '接收12345政务服务便民热线工单【1580件】',
      '12345市民热线承办工单【3200宗】',
    ],
    nearMisses: ['12345热线办结工单【6700件】', '12345热线办结率【99%】'],
  },
  {
    code: 'hotline.concluded',
    topic: 'functions',
    units: 'case item',
    zh: '12345热线办结数',
    definition: { zh: '12345热线办结的诉求、工单。', en: '12345 hotline cases concluded.' },
    rows: [
      'hotline | conclude | ticket kase businessDone place -',
      'hotline | reply mediate handle | ticket kase - |  | rank=1',
    ],
    explains: 'hotline receive',
    examples: [
      '12345热线受理诉求【6731件】,办结【6700件】',
      '政务服务热线办结归档工单【1500宗】',
      '办理12345热线工单【3200宗】',
    ],
    nearMisses: ['12345热线受理诉求【6731件】', '12345热线按时办结率【100%】'],
  },
  {
    code: 'hotline.conclusion_rate',
    topic: 'functions',
    units: 'percent',
    zh: '12345热线办结率',
    definition: {
      zh: '12345热线办结率或按时办结率。',
      en: 'Share of 12345 hotline cases concluded; the on-time rate stands for it only where it is the only one stated.',
    },
    rows: ['hotline | concludeOnTime | rate ticket kase - |  | rank=1', 'hotline | conclude | rate ticket kase -'],
    explains: 'hotline',
    examples: ['12345热线办结率【99.6%】', '12345热线办结工单【1500宗】,按时完成率为【100%】'],
    nearMisses: ['12345热线满意率【97%】', '信访事项办结率【98%】'],
  },
  {
    code: 'hotline.satisfaction_rate',
    topic: 'functions',
    units: 'percent',
    zh: '热线满意率',
    definition: { zh: '对热线办理的满意率。', en: "Satisfaction with the hotline's handling." },
    rows: ['hotline | - reply handle | satisfactionRate'],
    explains: 'hotline',
    examples: ['12345热线满意率【97.6%】', '便民热线工单满意率达【96%】'],
    nearMisses: ['政务服务满意率【99.8%】', '12345热线办结率【99%】'],
  },
] as const satisfies readonly Entry[]
