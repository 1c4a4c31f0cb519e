import { expect, it } from 'vitest'
import { breakOf, publisherOf } from '../../shared/readers/publisher.ts'

it.each([
  ['430223', '430223', '攸县人民政府', 'county'],
  ['430000', '430000', '湖南省人民政府', 'province'],
  ['430223/桐坝镇人民政府', '430223', '攸县桐坝镇人民政府', 'township'],
  ['430223/司法局', '430223', '攸县司法局', null],
  ['issuer:桐坝镇人民政府', null, '桐坝镇人民政府', 'township'],
])('%s is of %s and called %s', (publisherId, regionCode, name, level) => {
  expect(publisherOf(publisherId)).toEqual({ publisherId, regionCode, name, level })
})

it.each(['', '999999', '430223/', 'issuer:', '攸县'])('%j is the ID of nobody', (publisherId) => {
  expect(publisherOf(publisherId)).toBeNull()
})

it('a merger of districts breaks the series of their departments, and not of a street in them', () => {
  expect(breakOf(publisherOf('330102/司法局')!, 2021)).not.toBeNull()
  expect(breakOf(publisherOf('330102/望江街道办事处')!, 2021)).toBeNull()
})
