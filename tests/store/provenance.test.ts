import { describe, expect, it } from 'vitest'
import { metadataOf, provenanceFrom } from '../../shared/store/provenance.ts'
import { provenanceOf } from './records.ts'

const provenance = provenanceOf({ url: 'https://www.example.gov.cn/信息公开/a b+c%20d.html?页=1' })

describe('provenance', () => {
  it('comes back from metadata as it went in, through ASCII only', () => {
    const metadata = metadataOf(provenance)
    expect(Object.values(metadata).join('')).toMatch(/^[\x20-\x7e]*$/)
    expect(provenanceFrom(metadata)).toEqual(provenance)
  })

  it('is absent from an upload', () => {
    expect(provenanceFrom({ author: 'someone' })).toBeNull()
  })

  it('takes metadata that is not percent-encoding as it stands', () => {
    const metadata = { 'source-url': 'https://example.gov.cn/100%', 'source-fetched-at': '2026-01-02T03:04:05Z' }
    expect(provenanceFrom(metadata)).toMatchObject({ url: 'https://example.gov.cn/100%' })
  })
})
