import { topicWeights } from '../../catalogue/topics.ts'
import type { Topic } from '../../report/report.ts'

/** How much each place says of the topic, per character of its topic words. */
const IN_PHRASE = 3
const AFTER_FIGURE = 1
const IN_SENTENCE = 0.5
/** What the heading says, and the figure before in the same sentence. */
const OF_HEADING = 6
const OF_FIGURE_BEFORE = 5

export interface TopicEvidence {
  readonly left: string
  readonly right: string
  /** The sentence before the phrase. */
  readonly sentence: string
  readonly heading: Topic | null
  readonly figureBefore: Topic | null
}

/** The topic of a figure that has no code: what its words, its sentence and its heading say together. */
export function topicFrom({ left, right, sentence, heading, figureBefore }: TopicEvidence): Topic | null {
  const weights = new Map<Topic, number>()
  const add = (topic: Topic, weight: number) => weights.set(topic, (weights.get(topic) ?? 0) + weight)
  for (const [words, weight] of [
    [left, IN_PHRASE],
    [right, AFTER_FIGURE],
    [sentence, IN_SENTENCE],
  ] as const)
    for (const [topic, length] of topicWeights(words)) add(topic, length * weight)
  if (heading !== null) add(heading, OF_HEADING)
  if (figureBefore !== null) add(figureBefore, OF_FIGURE_BEFORE)
  let best: Topic | null = null
  for (const [topic, weight] of weights) if (best === null || weight > weights.get(best)!) best = topic
  return best
}
