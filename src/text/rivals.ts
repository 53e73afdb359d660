import type { Match } from './match.js'
import type { PostText } from './post-text.js'

/**
 * Comparisons with something that has a name of its own: `far better than Phonak`, `unlike Zelvora`. The name is known by its capital, which phrases cannot
 * see; months, days and people spoken to are no rivals.
 */
export function rivals(post: PostText): readonly Match[] {
  return post.of(['live']).flatMap((text) => text.find(compared()).map((span) => ({ text, span })))
}

let expression: RegExp | undefined

/** Made on first use. */
function compared(): RegExp {
  expression ??=
    /(?<!\p{L})(?:(?:[Bb]etter|[Ss]uperior|[Ss]tronger|[Ss]afer|[Ff]aster|[Gg]entler|[Ll]onger|[Cc]learer|[Cc]leaner|[Qq]uieter|[Ll]ess painful|[Mm]ore (?:\p{Ll}+)) (?:than|to)|[Uu]nlike|[Bb]eats|[Oo]utperforms|[Oo]utlasts|[Cc]rushes|[Ss]witch(?:ed|ing)? from) (?:a |an |the |your |my |old )?(?!(?:I|I'm|I'd|I've|Mom|Dad|Grandma|Grandpa|Uncle|Aunt|Auntie|Nana|Granny|Papa|Coach|Sister|Brother|Santa|Batman|Superman|Mother|Father|Nurse|Christmas|Thanksgiving|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Black|America|American|God|Google|Dr)(?!\p{L}))\p{Lu}[\p{L}\d]+(?!\p{L})/gu
  return expression
}
