/** What the tests of the readers of sentences share: what is false is told, what is true is not. */
import { expect } from 'vitest';
import { lecteurDe } from '../../../../src/analysis/coherence/ecrits/index.js';
import type { Lecteur } from '../../../../src/analysis/coherence/ecrits/lecteur.js';
import { LECTEURS } from '../../../../src/analysis/coherence/ecrits/registre.js';
import type { Study } from '../../../../src/study/study.js';

/** Sentences of one place of a study. */
export interface Phrases {
  ou: string;
  fausses: readonly string[];
  vraies: readonly string[];
}

/** By one reader. */
export function juge(lire: Lecteur, ou: string, fausses: readonly string[], vraies: readonly string[]): void {
  const dites = (phrases: readonly string[]): string[] => phrases.filter((phrase) => lire(phrase, ou).length > 0);
  expect(dites(fausses)).toEqual(fausses);
  expect(dites(vraies)).toEqual([]);
}

/** By the readers that the index lets read them; and no reader that it leaves aside tells what is true. */
export function jugeDeLEtude(study: Study, { ou, fausses, vraies }: Phrases): void {
  juge(lecteurDe(study), ou, fausses, vraies);
  const all = Object.values(LECTEURS).map(({ lire }) => lire(study));
  juge((phrase, where) => all.flatMap((lire) => lire(phrase, where)), ou, [], vraies);
}
