import type { Entry } from '../entry.ts'

export const ENTERPRISE = [
  {
    code: 'enterprise.legal_checkups',
    topic: 'legal_service',
    units: 'organisation time visit object',
    zh: '企业法治体检数',
    definition: { zh: '接受法治体检的企业。', en: 'Firms given a legal check-up.' },
    rows: ['* | check | *'],
    explains: 'enterprise law serve lawyerSide legalService',
    examples: ['为【120家】企业开展法治体检', '开展企业法治体检【86次】', '民营企业“法治体检”惠及企业【230家】'],
    nearMisses: ['法治体检提出建议【86条】'],
  },
] as const satisfies readonly Entry[]
