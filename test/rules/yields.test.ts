import path from 'node:path'
import { expect, test } from 'vitest'
import { loadPack } from '../../src/rulebook/load.js'

const rules = loadPack(path.join(import.meta.dirname, '../../rules'))
const better = new Map(rules.map(({ id, yields = [], silentWith = [] }) => [id, [...yields, ...silentWith]]))

/** The rules on a way from a rule back to itself. */
function circle(id: string, way: readonly string[] = []): readonly string[] | undefined {
  if (way.includes(id)) return [...way.slice(way.indexOf(id)), id]
  for (const next of better.get(id) ?? []) {
    const found = circle(next, [...way, id])
    if (found) return found
  }
  return undefined
}

test('what a rule yields to is a rule', () => {
  for (const [id, others] of better) {
    for (const other of others) expect(better.has(other), `${id} yields to ${other}`).toBe(true)
  }
})

test('no rules yield to each other in a circle: both findings would vanish', () => {
  for (const id of better.keys()) expect(circle(id)).toBeUndefined()
})
