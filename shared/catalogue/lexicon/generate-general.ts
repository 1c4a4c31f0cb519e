/**
 * Writes `general.json`, the common words of the language that limit nothing, from the word list of `@node-rs/jieba` (MIT;
 * jieba's own dictionary: word, frequency, part of speech). Run it with `npm run generate:words` after the version or a
 * table below is changed. The list is committed, so the package is no dependency: it is installed into a temporary folder
 * for the time of a run.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = '@node-rs/jieba@2.0.3'

/**
 * Parts of speech that name nothing, each with the frequency from which a word is common. Nouns are left out: an unknown
 * noun limits a figure. Nouns made of verbs (`vn`: 检查, 审批) are left out too; the lists of this project have those of the genre.
 */
const LEAST_FREQUENCY: ReadonlyMap<string, number> = new Map([
  ['v', 60], // verb
  ['vd', 1], // verb as adverb
  ['d', 30], // adverb
  ['ad', 10], // adjective as adverb
  ['z', 60], // word of state: 轰轰烈烈
  ['i', 60], // saying of four characters
  ['l', 200], // set phrase
  ['c', 30], // conjunction
  ['p', 20], // preposition
  ['r', 30], // pronoun
  ['f', 60], // word of place: 上面
  ['u', 5], // particle
])

/** One character is too often a part of a name; a longer word than four is a phrase. */
const WORD = /^[\u4e00-\u9fff]{2,4}$/
/** The reading of numbers decides what these are. */
const NUMERAL = /[一二三四五六七八九十百千万亿]/

/** Verbs that in these reports name a subject, a group or a cause, or that take something out: they limit. */
const LIMITING = new Set(
  `
    镇长 退休 伤亡 赔偿 拍卖 饲养 养殖 种植 运输 装修 租赁 采矿 开采 屠宰 经营 生产 销售 加工 餐饮 旅游 征地 拆迁 征收 破产 继承 离婚 结婚
    抚养 赡养 借贷 交易 保险 投资 施工 建筑 排污 走私 盗窃 诈骗 贩毒 赌博 酒驾 醉驾 超载 超限 违建 占地 采砂 采石 捕捞 狩猎 放牧 停车 行车
    驾驶 出租 物流 快递 仓储 加油 充电 燃放 焚烧 噪声 消费 就业 失业 创业 上学 入学 招生 考生 医疗 就医 看病 卖淫 嫖娼 吸毒 传销 集资 上访
    劳动 务工 用工 讨薪 打假 制假 售假 侵权 假冒 违约 违章 违停 涉黑 涉恶 涉外 涉企 涉农 涉毒 涉案 涉税 涉法 涉诉 下属 直属 所属 试点 拥军
    优抚 双拥 残疾 低保 流浪 乞讨 殡葬 婚姻 没有 除外
  `
    .trim()
    .split(/\s+/),
)

const folder = mkdtempSync(join(tmpdir(), 'fazhi-words-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
execFileSync(
  'npm',
  ['install', '--prefix', folder, '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', PACKAGE],
  { stdio: 'inherit' },
)

const words = new Set<string>()
for (const line of readFileSync(join(folder, 'node_modules/@node-rs/jieba/dict.txt'), 'utf8').split('\n')) {
  const [word = '', frequency, partOfSpeech = ''] = line.trim().split(' ')
  const least = LEAST_FREQUENCY.get(partOfSpeech)
  if (least === undefined || Number(frequency) < least) continue
  if (WORD.test(word) && !NUMERAL.test(word) && !LIMITING.has(word)) words.add(word)
}
writeFileSync('shared/catalogue/lexicon/general.json', `${JSON.stringify([...words].sort(), null, 2)}\n`)
