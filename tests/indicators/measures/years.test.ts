import { expect, it } from 'vitest'
import { measure } from '../../../shared/indicators/measures/measure.ts'

const YEAR = 2023

it.each([
  ['2022年受理30件,2023年受理42件', ['baseline', 'level']],
  ['2022年以来受理30件', ['level']],
  ['到2023年底培育法律明白人500名', ['level']],
  ['到2025年培育法律明白人500名', ['target']],
  ['2024年,我县将组织培训12次', ['target']],
  ['2023年,我县将组织培训12次', ['level']],
])('reads %s in the report on 2023 by its year', (text, roles) => {
  const found = measure(text, [{ start: 0, end: text.length, role: 'achievements' }], YEAR)
  expect(found.map(({ role }) => role)).toEqual(roles)
})
