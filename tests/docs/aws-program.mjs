#!/usr/bin/env node
/** As much of the AWS command line as the examples of the docs use, over the SDK of this project. */
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'

const COMMANDS = { 'get-item': GetItemCommand, query: QueryCommand }
/** Of the command line itself. */
const OUTPUT_OPTIONS = new Set(['--query', '--output'])

const [service, operation, ...options] = process.argv.slice(2)
const Command = COMMANDS[operation]
if (service !== 'dynamodb' || Command === undefined) throw new Error(`aws ${service} ${operation} is not known here.`)
const input = {}
for (let at = 0; at < options.length; at += 2) {
  const [name, value] = options.slice(at, at + 2)
  if (OUTPUT_OPTIONS.has(name)) continue
  const key = name.replaceAll(/-+(.)/g, (_, letter) => letter.toUpperCase())
  input[key] = value.startsWith('{') ? JSON.parse(value) : value
}
console.log(JSON.stringify(await new DynamoDBClient().send(new Command(input))))
