import { usePage } from '../context.ts'
import { usePinyin } from '../pinyin/use-pinyin.ts'

/** A name in Chinese; on the English page the places in it are beside it in pinyin. */
export function Name({ zh }: { readonly zh: string }) {
  const { language } = usePage()
  const romanized = usePinyin(language === 'en', zh)
  if (language === 'zh') return <span class="name">{zh}</span>
  return (
    <span class="name">
      <span lang="zh-Hans">{zh}</span> {romanized !== '' && <span class="pinyin">{romanized}</span>}
    </span>
  )
}
