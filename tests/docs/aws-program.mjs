#!/usr/bin/env node
/** As much of the AWS command line as the examples of the docs use, over the SDK of this project. */
import { readFileSync } from 'node:fs'
import { search } from '@aws-lambda-powertools/jmespath'
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'

const COMMANDS = { 'get-item': GetItemCommand, query: QueryCommand }

const [service, operation, ...options] = process.argv.slice(2)
const { query, output = 'json', ...input } = optionsOf(options)
const answer = await answerTo(`${service} ${operation}`)
const wanted = query === undefined ? answer : search(query, answer)
console.log(output === 'text' ? textOf(wanted) : JSON.stringify(wanted))

async function answerTo(command) {
  // The engine of one machine has the outputs of a stack, and no CloudFormation that tells them.
  if (command === 'cloudformation describe-stacks')
    return { Stacks: [{ Outputs: JSON.parse(readFileSync(process.env.STACK_OUTPUTS, 'utf8')) }] }
  const Command = COMMANDS[operation]
  if (service !== 'dynamodb' || Command === undefined) throw new Error(`aws ${command} is not known here.`)
  const names = Object.entries(input).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value])
  return new DynamoDBClient().send(new Command(Object.fromEntries(names)))
}

function optionsOf(words) {
  const pairs = []
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = words.slice(at, at + 2)
    const key = name.replace(/^--/, '').replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())
    pairs.push([key, value.startsWith('{') ? JSON.parse(value) : value])
  }
  return Object.fromEntries(pairs)
}

/** Rows a line each, their cells parted by tabs. */
function textOf(value) {
  if (!Array.isArray(value)) return String(value ?? 'None')
  return value.some(Array.isArray) ? value.map(textOf).join('\n') : value.map(textOf).join('\t')
}
