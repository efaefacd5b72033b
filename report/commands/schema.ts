import { Argument, Command } from 'commander'
import { FOLDERS, type Kind, jsonSchema } from '../../scenarios/index.ts'
import { printJson } from './print.ts'

const KINDS = Object.keys(FOLDERS) as Kind[]

/** `yieldcover schema [KIND]`: JSON Schema of a kind of file, for editors. */
export const schemaCommand = (): Command =>
  new Command('schema')
    .summary('JSON Schema of a kind of file, for editors')
    .description('Prints the JSON Schema of a kind of file, or of all kinds by name.')
    .addArgument(new Argument('[kind]', 'kind of file').choices(KINDS))
    .action((kind?: Kind) =>
      printJson(kind ? jsonSchema(kind) : Object.fromEntries(KINDS.map((one) => [one, jsonSchema(one)]))),
    )
