import { X509Certificate } from 'node:crypto'
import * as v from 'valibot'
import { NO_CONTACT, type PortalsFile, portalsFile } from '../portals.ts'
import { addressMistakes, hostMistakes } from './address-mistakes.ts'
import type { Mistake } from './mistake.ts'
import { type Outline, outlineOf } from './outline.ts'
import { recipeMistakes } from './recipe-mistakes.ts'
import { regionMistakes, yearMistakes } from './region-mistakes.ts'
import { schemaMistakes } from './schema-mistakes.ts'
import { twiceMistakes } from './twice.ts'

const MAIL = /^(?:mailto:)?[^@\s]{1,100}@[^@\s]{3,100}$/

export interface CheckSettings {
  /** ISO date. */
  readonly today: string
  /** Takes hosts of this machine, for test servers. */
  readonly allowLoopback: boolean
}

export type Checked = { readonly file: PortalsFile } | { readonly mistakes: readonly Mistake[] }

/**
 * Reads the text of a portals file and finds all its mistakes at once: what its schema refuses, and what it takes though no
 * crawl could mean it. Nothing is asked of any host.
 * @returns the file, or its mistakes in the order of their places
 */
export function checkPortals(text: string, settings: CheckSettings): Checked {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const why = (error as Error).message
    return { mistakes: [{ path: '(file)', what: 'is not JSON', why, todo: 'correct it there' }] }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const [why, todo] = ['a portals file has a contact and portals', 'write {"contact": …, "portals": […]}']
    return { mistakes: [{ path: '(file)', what: 'is not an object', why, todo }] }
  }
  const wrong = schemaMistakes(json, portalsFile)
  const places = new Set(wrong.map(({ path }) => path))
  const senseless = senseMistakes(outlineOf(json), settings).filter(({ path }) => !places.has(path))
  const mistakes = [...wrong, ...senseless].sort((a, b) => byPlace(a.path, b.path))
  return mistakes.length > 0 ? { mistakes } : { file: v.parse(portalsFile, json) }
}

const { compare: byPlace } = new Intl.Collator('en', { numeric: true })

function senseMistakes(outline: Outline, { today, allowLoopback }: CheckSettings): Mistake[] {
  const own = outline.portals.flatMap((portal, at) => {
    const path = `portals.${at}`
    return [
      ...regionMistakes(portal, path, today),
      ...hostMistakes(portal, path, allowLoopback),
      ...addressMistakes(portal, path, allowLoopback),
      ...portal.lists.flatMap((list, place) => recipeMistakes(list, `${path}.lists.${place}`)),
      ...certificateMistakes(portal.certificate, `${path}.certificate`, today),
    ]
  })
  const ofFile = [
    ...contactMistakes(outline.contact ?? NO_CONTACT),
    ...yearMistakes(outline.fromYear, 'fromYear', today),
  ]
  return [...ofFile, ...own, ...twiceMistakes(outline)]
}

function contactMistakes(contact: string): Mistake[] {
  const todo = 'write a web address or mail address of yours'
  const why = "a portal's operator must be able to reach you"
  if (contact === NO_CONTACT) return [{ path: 'contact', what: 'is not set', why, todo }]
  const isAddress = MAIL.test(contact) || /^https?:$/.test(URL.parse(contact)?.protocol ?? '')
  return isAddress ? [] : [{ path: 'contact', what: `${contact} is no address`, why, todo }]
}

function certificateMistakes(pem: string | undefined, path: string, today: string): Mistake[] {
  const certificate = pem === undefined ? null : readCertificate(pem)
  if (certificate === null) return []
  const [from, to] = [certificate.validFromDate, certificate.validToDate].map((date) => date.toISOString().slice(0, 10))
  if (from! <= today && today <= to!) return []
  const why = `it is valid from ${from} to ${to}`
  return [{ path, what: `cannot be used on ${today}`, why, todo: "write the authority's present certificate" }]
}

/** Null for what is none, which the schema says. */
function readCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}
