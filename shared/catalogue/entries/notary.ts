import type { Entry } from '../entry.ts'

export const NOTARY = [
  {
    code: 'notary.cases',
    topic: 'legal_service',
    units: 'case document item',
    zh: '公证办理件数',
    definition: { zh: '办理的公证事项数。', en: 'Notarial matters handled.' },
    rows: ['notary | handle accept - conclude | notaryCase kase -'],
    explains: 'notary',
    examples: ['办理公证事项【1320件】', '公证处办理各类公证【960件】'],
    nearMisses: ['办理司法鉴定【120件】', '办理法律援助案件【96件】'],
  },
] as const satisfies readonly Entry[]
