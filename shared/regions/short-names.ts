import { PEOPLES } from './peoples.ts'

const AUTONOMOUS = new RegExp(
  `^(?<own>.+?)(?:(?:(?:${PEOPLES})族){1,4}(?:自治)?(?=[县州旗乡镇]$)|(?:蒙古|哈萨克)自治(?=[县州]$))(?<unit>.)$`,
)

/** Short forms in daily use that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  巴音郭楞蒙古自治州: '巴州',
  博尔塔拉蒙古自治州: '博州',
  克孜勒苏柯尔克孜自治州: '克州',
  伊犁哈萨克自治州: '伊犁州',
  前郭尔罗斯蒙古族自治县: '前郭县',
  喀喇沁左翼蒙古族自治县: '喀左县',
  杜尔伯特蒙古族自治县: '杜尔伯特县',
  围场满族蒙古族自治县: '围场县',
  东乌珠穆沁旗: '东乌旗',
  西乌珠穆沁旗: '西乌旗',
  达尔罕茂明安联合旗: '达茂旗',
  察哈尔右翼前旗: '察右前旗',
  察哈尔右翼中旗: '察右中旗',
  察哈尔右翼后旗: '察右后旗',
  科尔沁右翼前旗: '科右前旗',
  科尔沁右翼中旗: '科右中旗',
  科尔沁左翼中旗: '科左中旗',
  科尔沁左翼后旗: '科左后旗',
}

/** How people call an autonomous unit: 金平苗族瑶族傣族自治县 is 金平县, 红河哈尼族彝族自治州 红河州; null if no short form exists. */
export function shortNameOf(name: string): string | null {
  const irregular = IRREGULAR[name]
  if (irregular !== undefined) return irregular
  const parts = name.includes('族') || name.includes('自治') ? AUTONOMOUS.exec(name) : null
  if (parts === null) return null
  const { own, unit } = parts.groups ?? {}
  return `${own}${unit}`
}
