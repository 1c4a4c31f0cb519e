/** Names of the systems that a list can be read as, without their readers (`systems.ts`). */
export const SYSTEM_NAMES = [
  'gkmlpt',
  'jpaas',
  'ucap',
  'epoint',
  'json',
  'feed',
  'hanweb',
  'lonsun',
  'blocks',
  'trs',
  'vsb',
  'generic',
] as const

export type SystemName = (typeof SYSTEM_NAMES)[number]

/** What a portals file may say of a list: a system by its name, or `auto` to recognise it by the page. */
export const SYSTEM_CHOICES = ['auto', ...SYSTEM_NAMES] as const

export type SystemChoice = (typeof SYSTEM_CHOICES)[number]
