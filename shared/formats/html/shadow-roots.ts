import { type ChildNode, type Document, isText } from 'domhandler'
import { MAX_DEPTH, tooComplex } from '../limits.ts'
import { type Element, isElement } from './tree.ts'

/** Names of elements that can have a shadow root; those with a hyphen are the page's own. */
const HOST = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/

/**
 * Puts what declarative shadow roots (`<template shadowrootmode>`) show into the places of their hosts' children. Children are shown where a
 * slot takes them, and not at all without one.
 */
export function showShadowRoots(root: Document): void {
  let roots = 0
  const show = (nodes: readonly ChildNode[], depth: number): void => {
    // Slots may lie deeper than the children that they take.
    if (depth > MAX_DEPTH) throw tooComplex(`nests elements more than ${MAX_DEPTH} deep`)
    for (const node of nodes) {
      if (!isElement(node) || node.name === 'template') continue
      const template = HOST.test(node.name) ? node.children.find(isShadowRoot) : undefined
      if (template !== undefined) attach(node, template, ++roots)
      show(node.children, depth + 1)
    }
  }
  show(root.children, 0)
}

function isShadowRoot(node: ChildNode): node is Element {
  return isElement(node) && node.name === 'template' && /^(?:open|closed)$/i.test(node.attribs.shadowrootmode ?? '')
}

function attach(host: Element, template: Element, number: number): void {
  const children = Map.groupBy(
    host.children.filter((child) => child !== template && (isElement(child) || isText(child))),
    (child) => (isElement(child) ? (child.attribs.slot ?? '') : ''),
  )
  host.attribs[SCOPE] = String(number)
  for (const element of ofShadowTree(template.children)) {
    const { name = '' } = element.attribs
    const taken = element.name === 'slot' ? children.get(name) : undefined
    if (element.name === 'style') keepInScope(element, number)
    if (taken === undefined) continue
    children.delete(name)
    setChildren(element, taken)
  }
  setChildren(host, template.children)
}

/** The elements of a shadow tree as they stand before slots are filled; those in templates are of other trees. */
function ofShadowTree(nodes: readonly ChildNode[], found: Element[] = []): Element[] {
  for (const node of nodes) {
    if (!isElement(node) || node.name === 'template') continue
    found.push(node)
    ofShadowTree(node.children, found)
  }
  return found
}

function setChildren(element: Element, children: ChildNode[]): void {
  element.children = children
  for (const child of children) child.parent = element
}

/** Marks the host of a shadow root, in which alone its style sheets hold. */
const SCOPE = 'shadow-root'

function keepInScope({ children }: Element, number: number): void {
  for (const child of children)
    if (isText(child)) child.data = `@scope([${SCOPE}="${number}"]){${child.data.replace(/:host(?![\w(-])/g, '&')}\n}`
}
