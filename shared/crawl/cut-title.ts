import { squeezed } from '../text/fold.ts'

/** How lists mark where they cut a title. */
const MARK = /(?:\.{2,6}|…{1,3}|⋯{1,3}|。{2,6}|[･・·]{3,6})$/
/** A cut title with more behind it, as in a link that holds a summary too. */
const CUT_WITHIN = /^(.{4,80}?)(?:…|⋯|\.{3,6})(?=[^.…⋯])/
/** What a report's title may have said before it comes to what it is about: a body, a year, that it is published. */
const SAID = [
  '关于',
  '年度?',
  '[省市县区旗州]委?',
  '政府|委员会|办公室',
  '^20[0-9]{2}年度?[\\u4e00-\\u9fff]{0,6}',
  '^中共[\\u4e00-\\u9fff]{2,14}',
  '关于(?:印|(?:印发|公布|发布|公开)[《“"]?[\\u4e00-\\u9fff]{0,8})',
].join('|')
const ON_THE_WAY = '(?:全面|深入|扎实|持续|推进|加强|开展|贯彻|落实|本级|我[省市县区]){0,4}'
/** The words that may come next. A cut falls anywhere within them. */
const NEXT_WORDS = ['法治政府建设', '依法行政', '依法治', '人民政府', '关于', '二〇二', '推进', '全面', '深入']
const BEGUN = [...NEXT_WORDS.flatMap(beginningsOf), '20?[0-9]{0,2}'].join('|')
const STOPS_BEFORE_SUBJECT = new RegExp(`(?:^|${SAID})${ON_THE_WAY}(?:${BEGUN})?$`)
/** A title that is cut without a mark ends in words that end no title: 甲县2022年度法治政, 甲县关于2022年. */
const YEAR = '(?:20[0-9]{2}|二[〇○零]二.)年?度?'
const ENDS_UNMARKED = new RegExp(`(?:${YEAR}${ON_THE_WAY}(?:法治?|法治政府?|依法行?)|关于(?:.{0,30}${YEAR})?)$`)

/** What a title says before the mark at which its list cut it. Null if it has no such mark at its end. */
export function saidBeforeCut(title: string): string | null {
  const words = squeezed(title)
  const mark = MARK.exec(words)
  return mark === null ? null : words.slice(0, mark.index)
}

/** The cut title at the beginning of a longer text, with its mark. Null if there is none. */
export function cutWithin(title: string): string | null {
  const said = CUT_WITHIN.exec(squeezed(title))?.[1]
  return said === undefined ? null : `${said}…`
}

/** Whether a title was cut before it says what it is about, and what it says until then may begin a report's title. */
export function isCutBeforeSubject(title: string): boolean {
  const said = saidBeforeCut(title)
  if (said === null) return ENDS_UNMARKED.test(squeezed(title))
  return said.length > 1 && STOPS_BEFORE_SUBJECT.test(said)
}

function beginningsOf(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at + 1))
}
