import { useEffect, useState } from 'preact/hooks'
import { PINYIN_PATH } from '../../api/page-paths.ts'
import { type Readings, romanize } from './romanize.ts'

let readings: Promise<Readings> | null = null

/** The places of a name in pinyin; empty until the table is there. The table is asked for once, and on the English page only. */
export function usePinyin(isWanted: boolean, name: string): string {
  const [table, setTable] = useState<Readings | null>(null)
  useEffect(() => {
    if (!isWanted) return
    readings ??= fetch(PINYIN_PATH).then((response) => response.json())
    readings.then(setTable)
  }, [isWanted])
  return table === null || !isWanted ? '' : romanize(name, table)
}
