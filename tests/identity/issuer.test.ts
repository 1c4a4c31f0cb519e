import { describe, expect, it } from 'vitest'
import { issuerOf } from '../../shared/identity/issuer.ts'

const issuerInLead = (body: string) => issuerOf({ title: null, header: [], publishers: [], body })

describe('the body that opens a text', () => {
  it.each([
    '石泉县人民政府',
    '石泉县政府',
    '石泉县交通建设委员会',
    '石泉县城关街道办事处',
    '石泉县高新区管委会',
    '石泉县水利局',
    '陕西省审计厅',
    '石泉县卫生健康委',
    '陕西省发展改革委',
    '石泉县民政总局',
    '石泉县公安局城关分局',
    '石泉县政府办公室',
  ])('is %s', (name) => {
    expect(issuerInLead(`2022年,${name},依法履行职责。`)).toBe(name)
  })

  it.each(['局面', '局势', '局限', '局长', '厅长', '部门', '部分', '部署', '部队', '署名'])(
    'is the government, not a department, before %s',
    (word) => {
      expect(issuerInLead(`2022年,石泉县水利${word},依法履行职责。`)).toBe('石泉县人民政府')
    },
  )
})
