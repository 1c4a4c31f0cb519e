import { Culture, recognizeNumber, recognizePercentage } from '@microsoft/recognizers-text-number'
import { recognizeCurrency, recognizeDimension } from '@microsoft/recognizers-text-number-with-unit'

const MODELS = [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension]

/** How many numbers, shares, sums and dimensions the Chinese models of Recognizers-Text find. */
export function recognize(text: string): number {
  return MODELS.reduce((found, model) => found + model(text, Culture.Chinese).length, 0)
}
