import type { Entry } from '../entry.ts'

export const PETITION = [
  {
    code: 'petition.received',
    topic: 'disputes',
    units: 'case',
    zh: '信访受理数',
    definition: {
      zh: '受理的信访、来信、来访、来电。',
      en: 'Petitions received, registered or accepted (信访、来信来访来电); received comes first.',
    },
    rows: [
      'petition | receive | kase - visitor ticket audience',
      'petition | accept newly transferOut handle - | kase - visitor ticket audience |  | rank=1',
    ],
    explains: 'publicPeople consult',
    examples: [
      '受理群众信访事项【230件】',
      '接待群众来访【86批次】',
      '共受理来信、来访、来电【310件】',
      '办理信访件【45件】',
    ],
    nearMisses: ['信访事项办结【220件】', '信访办结率【98%】', '召开信访联席会议【6次】'],
  },
  {
    code: 'petition.concluded',
    topic: 'disputes',
    units: 'case',
    zh: '信访办结数',
    definition: { zh: '办结的信访事项。', en: 'Petitions concluded.' },
    rows: ['petition | conclude reply mediate succeed | kase - visitor ticket'],
    explains: 'handle',
    examples: ['受理信访事项【230件】,办结【221件】', '信访事项办理完毕【7件】', '信访件已办结【44件】'],
    nearMisses: ['受理信访事项【230件】', '信访办结率【98%】'],
  },
  {
    code: 'petition.conclusion_rate',
    topic: 'disputes',
    units: 'percent',
    zh: '信访办结率',
    definition: { zh: '信访事项办结的比例。', en: 'Share of petitions concluded.' },
    rows: ['petition | conclude | rate kase -'],
    examples: ['信访事项办结率【98.5%】', '受理来信来访【191件】,已办结【180件】,办结率【94.2%】'],
    nearMisses: ['信访及时受理率【100%】', '信访群众满意率【97%】'],
  },
] as const satisfies readonly Entry[]
