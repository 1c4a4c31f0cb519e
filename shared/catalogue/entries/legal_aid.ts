import type { Entry } from '../entry.ts'

export const LEGAL_AID = [
  {
    code: 'legal_aid.cases',
    topic: 'legal_service',
    units: 'case document',
    zh: '法律援助案件数',
    definition: { zh: '办理的法律援助案件。', en: 'Legal aid cases handled, total.' },
    rows: [
      'legalAid | handle accept - conclude receive | kase aidKase -',
      'legalAid | accept handle receive | application',
    ],
    explains: 'legalAid legalOffice lawyerSide',
    examples: [
      '办理法律援助案件【1042件】',
      '法律援助中心受理案件【210宗】',
      '为【12案】当事人办理法律援助',
      '指派法律援助案件【320件】',
    ],
    nearMisses: ['办理刑事法律援助案件【533件】', '法律援助咨询【1042人次】', '设立法律援助工作站【12个】'],
  },
  {
    code: 'legal_aid.criminal_cases',
    topic: 'legal_service',
    units: 'case document',
    zh: '刑事法律援助案件数',
    definition: { zh: '刑事法律援助案件。', en: 'Criminal legal aid cases.' },
    rows: [
      'legalAid | handle accept - conclude | kase aidKase - | criminal',
      '- | handle - | kase | criminal lawyerSide',
    ],
    explains: 'legalAid criminal legalOffice lawyerSide',
    examples: [
      '办理刑事法律援助案件【533件】',
      '办理法律援助案件【1042件】,其中刑事案件【533件】',
      '法律援助机构指派刑事辩护【86件】',
    ],
    nearMisses: ['办理法律援助案件【1042件】', '破获刑事案件【86起】'],
  },
  {
    code: 'legal_aid.beneficiaries',
    topic: 'legal_service',
    units: 'person',
    zh: '法律援助受援人数',
    definition: { zh: '获得法律援助的人数。', en: 'Persons given legal aid.' },
    rows: [
      'legalAid | serve reach handle | beneficiary worker migrant audience person',
      'legalAid | - | beneficiary worker audience',
      'legalAid | reach serve | -',
    ],
    explains: 'legalAid publicPeople legalOffice',
    examples: ['法律援助受援人【860人】', '为【51名】工人提供法律援助', '办理法律援助案件【320件】,惠及群众【460人】'],
    nearMisses: ['法律援助咨询【860人次】', '法律援助律师【32名】'],
  },
  {
    code: 'legal_aid.losses_recovered',
    topic: 'legal_service',
    units: 'yuan',
    zh: '法律援助挽回损失金额',
    definition: { zh: '为受援人挽回或避免的损失金额。', en: 'Losses recovered or avoided for those aided.' },
    rows: ['legalAid | recover - | lossAmount amount wages'],
    explains: 'legalAid beneficiary publicPeople legalOffice',
    examples: ['办理法律援助案件120件,挽回经济损失【860万元】', '法律援助为受援人挽回损失【320余万元】'],
    nearMisses: ['调解涉及金额【860万元】', '公安机关挽回损失【120万元】'],
  },
] as const satisfies readonly Entry[]
