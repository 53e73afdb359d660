import { expect, test } from 'vitest'
import { dicom, jpeg, png, xmpWithPerson } from '../run/pictures.js'
import { folderWith, medlint } from './run.js'

const draft = (...media: readonly string[]) =>
  `platform: facebook\nconsent: CR-1\nmedia:\n${media.map((one) => `  - ${one}\n`).join('')}text: Spring is here.\n`

async function rulesFor(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const { out } = await medlint(['--format', 'json', '--now', '2026-11-01'], { cwd: folderWith(files) })
  const { results } = JSON.parse(out) as {
    results: { file: string; diagnostics: { rule: string; severity: string }[] }[]
  }
  return results.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
  )
}

test.each([
  [
    'beside the draft',
    { 'posts/a.yml': draft('{src: a.jpg, alt: A bench, depicts: patient}'), 'posts/a.jpg': jpeg({ position: true }) },
    ['phi/photo-metadata'],
  ],
  [
    'from the root',
    {
      'posts/a.yml': draft('{src: /img/a.jpg, alt: A bench, depicts: patient}'),
      'img/a.jpg': jpeg({ xmp: xmpWithPerson('Lia Moreno') }),
    },
    ['phi/photo-metadata'],
  ],
  [
    'with a time',
    {
      'a.yml': draft('{src: a.jpg, alt: A bench, depicts: patient}'),
      'a.jpg': jpeg({ takenAt: '2026:03:14 10:15:22' }),
    },
    ['phi/photo-date'],
  ],
  [
    'with a caption',
    {
      'a.yml': draft('{src: a.png, alt: A bench, depicts: patient}'),
      'a.png': png({ Comment: 'Maria Lopez in room 4' }),
    },
    ['phi/photo-metadata'],
  ],
  [
    'a scan in disguise',
    { 'a.yml': draft('{src: knee.jpg, alt: A knee, depicts: object}'), 'knee.jpg': dicom() },
    ['phi/dicom'],
  ],
  [
    'damaged',
    { 'a.yml': draft('{src: a.jpg, alt: A bench, depicts: patient}'), 'a.jpg': 'no picture' },
    ['draft/media-uninspected'],
  ],
  [
    'a film',
    {
      'a.yml': draft('{src: a.mp4, alt: A bench, depicts: patient, spoken: Hello}'),
      'a.mp4': Buffer.from('\0\0\0\x18ftypisom', 'latin1'),
    },
    ['draft/media-uninspected'],
  ],
  [
    'absent beside another',
    {
      'a.yml': draft('{src: a.jpg, alt: A bench, depicts: object}', '{src: b.jpg, alt: A tree, depicts: object}'),
      'a.jpg': jpeg({}),
    },
    ['draft/media-uninspected'],
  ],
  ['clean', { 'a.yml': draft('{src: a.jpg, alt: A bench, depicts: patient}'), 'a.jpg': jpeg({}) }, []],
  ['of staff', { 'a.yml': draft('{src: a.jpg, alt: A bench, depicts: staff}'), 'a.jpg': jpeg({ position: true }) }, []],
  [
    'all elsewhere',
    {
      'a.yml': draft(
        '{src: img/a.jpg, alt: A bench, depicts: patient}',
        '{src: img/b.jpg, alt: A tree, depicts: object}',
      ),
    },
    [],
  ],
  ['outside the project', { 'a.yml': draft('{src: ../../../../etc/hostname, alt: A bench, depicts: patient}') }, []],
])('a picture %s', async (_, files, rules) => {
  expect(await rulesFor(files)).toEqual(rules)
})

test('what cannot be looked into says why, and what to do', async () => {
  const files = {
    'a.yml': draft(
      '{src: a.jpg, alt: A bench, depicts: patient}',
      '{src: img/b.jpg}',
      '{src: c.jpg, alt: A bench, depicts: patient}',
    ),
    'a.jpg/readme.txt': 'a folder',
    'img/a.jpg': jpeg({}),
    'c.jpg': '',
  }
  const { out } = await medlint(['--format', 'compact', '--only', 'draft/media-uninspected'], {
    cwd: folderWith(files),
  })
  expect(out).toContain('It is a folder. Name the picture in it.')
  expect(out).toContain('There is no such file. Correct `src`, or put the file there.')
  expect(out).toContain('It is empty, damaged or not what its name says. Export it again.')
})

test('a graver finding names the lesser ones of the same picture, and a file outside is not said to be missing', async () => {
  const files = {
    'p/a.yml': draft('{src: a.jpg, alt: A bench, depicts: patient}', '{src: ../b.jpg, alt: A bench, depicts: patient}'),
    'p/.medlintrc.yml': 'extends: recommended\n',
    'p/a.jpg': jpeg({ position: true, takenAt: '2026:03:02 10:00:00', serial: '12345' }),
    'b.jpg': jpeg({}),
  }
  const { out } = await medlint(['a.yml', '--format', 'compact'], { cwd: `${folderWith(files)}/p` })
  expect(out).toContain('the place where it was taken, the time when it was taken and the serial number or owner')
  expect(out).toContain('It lies outside of the project')
  expect(out).not.toContain('no such file')
})
