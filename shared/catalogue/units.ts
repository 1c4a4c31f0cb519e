export type UnitKind = 'case' | 'person' | 'percent' | 'yuan' | 'document' | 'organisation' | 'time' | 'item' | 'device'

/** The units that reports write for each kind, scale and approximators taken off. One word can be of several kinds. */
const WORDS: Readonly<Record<UnitKind, string>> = {
  case: '件|宗|起|案|例|件次|宗次|起次|件/次|宗/次|单|桩|个|笔|件案件|起案件|宗案件|个案件|案件',
  person: '人|名|位|人次|人/次|名次|人员|个人|名同志|名人员',
  percent: '%|％|‰|百分比',
  yuan: '元|人民币|元人民币',
  document: '份|件|个|部|项|篇|册|本|张|套|封|份文件|件文件',
  organisation: '个|家|户|所|处|间|座|支|村|户次|家企业|户企业',
  time: '次|场|场次|期|轮|轮次|回|批|批次|节|堂|讲|班|班次|次/场|场/次',
  item: '项|条|个|件|篇|处|则|期|份|宗|起|项次|条次|个事项|项事项',
  device: '台|套|部|个|件|支|具|架',
}

const KINDS: ReadonlyMap<string, ReadonlySet<UnitKind>> = kindsByWord()

function kindsByWord(): Map<string, Set<UnitKind>> {
  const kinds = new Map<string, Set<UnitKind>>()
  for (const [kind, words] of Object.entries(WORDS) as [UnitKind, string][])
    for (const word of words.split('|')) kinds.set(word, (kinds.get(word) ?? new Set()).add(kind))
  return kinds
}

/** @param unit folded, as `fold` gives it */
export function isOfKind(unit: string, kind: UnitKind): boolean {
  return KINDS.get(unit)?.has(kind) ?? false
}
