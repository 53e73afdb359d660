// Writes schemas/draft.schema.json (or the file named), for editors: the fields and words that src/draft/fields.ts knows, with what each is for.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

async function fields() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'medlint-'))
  try {
    const outfile = path.join(folder, 'fields.mjs')
    await build({ entryPoints: ['src/draft/fields.ts'], outfile, bundle: true, format: 'esm', platform: 'node' })
    return await import(pathToFileURL(outfile).href)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const { postKeys, mediaKeys, vocabularies, mediaVocabularies } = await fields()

const text = { type: ['string', 'number', 'null'] }
const yes = { type: ['boolean', 'string', 'null'] }
const oneOrMore = (item) => ({ anyOf: [item, { type: 'array', items: item }, { type: 'null' }] })
const texts = oneOrMore(text)
const day = { type: ['string', 'null'], examples: ['2026-03-31', '2026-03-31T09:00:00-05:00'] }
const anything = { type: ['string', 'number', 'boolean', 'object', 'array', 'null'] }
const consent = oneOrMore({ anyOf: [text, { $ref: '#/$defs/consent' }] })

/** A word in any case; `also` are other names of one. */
function word(words, also = []) {
  const anyCase = (one) => one.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
  return {
    anyOf: [{ enum: words }, { type: 'string', pattern: `^(?:${[...words, ...also].map(anyCase).join('|')})$` }],
  }
}
const platform = word(vocabularies.platform, ['twitter'])
/** Lists may stand in one scalar, with commas. */
const depicts = word(mediaVocabularies.depicts, ['patients', 'objects', 'models?', 'actors?'])
const platforms = oneOrMore({ anyOf: [platform, { type: 'string', pattern: ',' }] })

const post = {
  text: [text, 'The post, as it is published. With `variants` it stands for platforms that have none of their own.'],
  variants: [
    { type: ['object', 'null'], additionalProperties: texts },
    'Texts for single platforms: {x: ..., instagram: ...}.',
  ],
  title: [text, 'A title or headline, published with the text.'],
  hashtags: [texts, 'Tags that are added to the text, with or without #.'],
  first_comment: [text, 'The comment that the organization posts below it.'],
  links: [texts, 'Addresses that go with the post.'],
  location: [text, 'The place that the post is tagged with.'],
  tagged: [texts, 'Accounts that are tagged in it.'],
  media: [oneOrMore({ anyOf: [text, { $ref: '#/$defs/media' }] }), 'Pictures, videos and sound.'],
  slides: [
    oneOrMore({ anyOf: [text, { $ref: '#/$defs/media' }] }),
    'The slides of a carousel, each with text of its own.',
  ],
  in_reply_to: [anything, 'The comment or review that it answers.'],
  repost_of: [anything, 'The post of somebody else that it shares.'],
  platform: [platforms, 'Where it is published.'],
  platforms: [platforms, 'Where it is published; it is judged by the limits of each.'],
  type: [word(vocabularies.type), 'What kind of post it is; `ad` if it is boosted or bought.'],
  audience: [word(vocabularies.audience), 'Whom it is for.'],
  product: [texts, 'Brand names of what it promotes.'],
  products: [texts, 'Brand names of what it promotes.'],
  author: [
    { anyOf: [{ enum: vocabularies.author }, { type: ['string', 'object', 'array', 'null'] }] },
    'Who speaks; the organization unless given.',
  ],
  paid: [yes, 'Whether somebody gave the author something of value for it.'],
  sponsor: [text, 'Who gave it.'],
  consideration: [anything, 'What was given: money, a product, a discount.'],
  scheduled: [day, 'When it goes live: consents and exceptions are judged on that day.'],
  published: [oneOrMore({ type: 'object' }), 'Where it is live already: [{platform, url, date, removed}].'],
  consent: [consent, "Ids of the register's consents, or a record where there is no register."],
  lang: [text, 'Its language: en, es.'],
  approvals: [oneOrMore({ type: 'object' }), 'Who has signed it off: [{role, by, date}].'],
  material_id: [text, 'The code of the promotional material.'],
  evidence: [anything, 'Sources for what it claims.'],
  platform_label: [anything, "Whether it carries the platform's own label of a paid partnership."],
  medlint: [{ $ref: '#/$defs/medlint' }, 'What medlint is told about this post.'],
}

const media = {
  src: [text, 'Its file or address.'],
  alt: [text, 'Its description for those who do not see it.'],
  text: [text, 'The words in the picture.'],
  spoken: [text, 'The words that are said in it.'],
  depicts: [
    oneOrMore({ anyOf: [depicts, { type: 'string', pattern: ',' }] }),
    'Whom or what it shows: patient, staff, stock, object.',
  ],
  people: [oneOrMore(anything), 'Who is in it: [{role, consent}].'],
  consent: [consent, 'The consents that it rests on.'],
  stage: [{ anyOf: [word(mediaVocabularies.stage), { type: 'null' }] }, 'before or after, of a treatment.'],
  ai: [yes, 'Whether it was made or changed by a model.'],
}

function properties(described, keys, what) {
  const missing = keys.filter((key) => !described[key])
  const stray = Object.keys(described).filter((key) => !keys.includes(key))
  if (missing.length + stray.length > 0)
    throw new Error(`${what}: nothing says what ${missing.join(', ')} is for; ${stray.join(', ')} is no field.`)
  return Object.fromEntries(keys.map((key) => [key, { description: described[key][1], ...described[key][0] }]))
}

const exception = {
  type: 'object',
  description: 'Allows one rule in this post. It is a record: it needs a reason and a name.',
  additionalProperties: false,
  required: ['rule', 'reason', 'by'],
  properties: {
    rule: { type: 'string', pattern: '^[a-z]+/[a-z0-9-]+$', description: 'The rule, such as phi/name; no family.' },
    match: { ...text, description: 'Only what holds this text.' },
    reason: { type: 'string', minLength: 1, description: 'Why it is allowed.' },
    by: { type: 'string', minLength: 1, description: 'Who allows it.' },
    until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The last day on which it holds.' },
  },
}

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A draft of medlint',
  description:
    'One post, a list of posts, or `posts:` with defaults beside it; also the front matter of a Markdown draft. Keys of other tools are left in peace.',
  anyOf: [{ $ref: '#/$defs/post' }, { type: 'array', items: { $ref: '#/$defs/post' } }, { type: 'null' }],
  $defs: {
    post: {
      type: 'object',
      properties: {
        ...properties(post, postKeys, 'a post'),
        posts: {
          type: 'array',
          description: 'Several posts; what stands beside holds for all.',
          items: { anyOf: [{ $ref: '#/$defs/post' }, text] },
        },
      },
    },
    media: { type: 'object', properties: properties(media, mediaKeys, 'media') },
    medlint: {
      type: ['object', 'null'],
      additionalProperties: false,
      properties: { allow: { ...oneOrMore({ $ref: '#/$defs/exception' }), description: 'Exceptions.' } },
    },
    exception,
    consent: JSON.parse(fs.readFileSync('schemas/config.schema.json', 'utf8')).$defs.consent,
  },
}
fs.writeFileSync(process.argv[2] ?? 'schemas/draft.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
