import type { Entry } from '../entry.ts'

export const CORRECTION = [
  {
    code: 'correction.admitted',
    topic: 'legal_service',
    units: 'person case',
    zh: '社区矫正接收人数',
    definition: { zh: '接收的社区矫正对象。', en: 'Persons admitted to community correction.' },
    rows: ['correction | admit accept newly receive | correctee - person'],
    explains: 'correction legalOffice',
    examples: ['接收社区矫正对象【21名】', '新入矫对象【36人】', '累计接收社区矫正人员【860人】'],
    nearMisses: ['解除社区矫正【17名】', '社区矫正在册对象【26名】'],
  },
  {
    code: 'correction.released',
    topic: 'legal_service',
    units: 'person case',
    zh: '社区矫正解除人数',
    definition: { zh: '解除社区矫正的人数。', en: 'Persons released from community correction.' },
    rows: ['correction | release | correctee - person'],
    explains: 'correction legalOffice',
    examples: ['接收社区矫正对象【21名】,期满解除【17名】', '解除社区矫正【860人】', '累计解矫【320名】社区矫正对象'],
    nearMisses: ['撤销缓刑终止社区矫正【1人】', '接收社区矫正对象【21名】'],
  },
  {
    code: 'correction.current',
    topic: 'legal_service',
    units: 'person case',
    zh: '社区矫正在册人数',
    definition: { zh: '在册的社区矫正对象。', en: 'Persons currently in community correction.' },
    rows: ['correction | present | correctee - person', 'correction | - | correctee |  | rank=1'],
    explains: 'correction legalOffice',
    examples: [
      '在册社区矫正对象【26名】',
      '接收社区矫正对象【21名】,解除【17名】,现有在册【26名】',
      '目前在矫人员【86人】,均纳入社区矫正管理',
    ],
    nearMisses: ['解除社区矫正【17名】', '组织社区矫正对象集中学习【86人次】'],
  },
] as const satisfies readonly Entry[]
