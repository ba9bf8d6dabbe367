/**
 * No winner among equals, whatever the sentence: each word of the study's vocabularies is given a twin, « L bis » for « L », that every entry
 * serves as it serves the first. What is said to be the first or the most of one is then false unless its twin is named beside it.
 */
import { describe, expect, it } from 'vitest';
import { loadDeliverable } from '../../src/documents/registry.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';
import { lignesDuDocument } from '../support/prose.js';

const templates = await templatesDuProgramme();
const theme = (await loadTheme()).charts;

type Vocabulaire = 'domaines' | 'publics' | 'fonctions';
const SUPERLATIF =
  /\b(?:le|la|les) (?:plus|moins) \p{L}+|premi(?:er|ère)\b|en tête|\bdomine|d’abord|concentre\b|fort poids/iu;
const bis = (id: string): string => `${id}-bis`;

/** The value where each id of `ids` is followed by its twin: in lists of ids, as a key of counts, and entries that name one are doubled. */
function jumeler(value: unknown, ids: ReadonlySet<string>, champ: string): unknown {
  if (Array.isArray(value))
    return value.flatMap((one: unknown): unknown[] => {
      if (typeof one === 'string') return ids.has(one) ? [one, bis(one)] : [one];
      const own = jumeler(one, ids, champ) as Record<string, unknown>;
      const named = typeof own === 'object' && own !== null ? own[champ] : undefined;
      if (typeof named !== 'string' || !ids.has(named)) return [own];
      const libelle = typeof own.libelle === 'string' ? { libelle: `${own.libelle} bis` } : {};
      return [own, { ...own, ...(own.id ? { id: bis(String(own.id)) } : {}), ...libelle, [champ]: bis(named) }];
    });
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const twin = jumeler(one, ids, champ);
      return ids.has(key)
        ? [
            [key, twin],
            [bis(key), twin],
          ]
        : [[key, twin]];
    }),
  );
}

function avecJumeaux(study: Study, vocabulaire: Vocabulaire): Study {
  const { etude, ...rest } = study;
  const words = etude[vocabulaire];
  const twins = words.flatMap((word) => [
    word,
    {
      ...word,
      id: bis(word.id),
      libelle: `${word.libelle} bis`,
      ...(word.en_phrase ? { en_phrase: `${word.en_phrase} bis` } : {}),
    },
  ]);
  const ids = new Set(words.map(({ id }) => id));
  const others = jumeler(rest, ids, vocabulaire.slice(0, -1)) as Omit<Study, 'etude'>;
  return { ...others, etude: { ...etude, [vocabulaire]: twins } };
}

/** Lines that name one of two equals as a winner. */
function gagnants(lignes: readonly string[], noms: readonly string[]): string[] {
  return lignes.filter(
    (texte) =>
      SUPERLATIF.test(texte) &&
      noms.some((nom) => {
        const word = new RegExp(`(?<!\\p{L})${nom.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}( bis)?(?!\\p{L})`, 'giu');
        const found = [...texte.matchAll(word)].map(([, twin]) => twin !== undefined);
        return found.includes(true) !== found.includes(false);
      }),
  );
}

/** A line that has a twin speaks of each in its turn. */
function sansJumelle(lignes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const plain = (texte: string): string => texte.replaceAll(' bis', '');
  for (const texte of lignes) counts.set(plain(texte), (counts.get(plain(texte)) ?? 0) + 1);
  return lignes.filter((texte) => counts.get(plain(texte)) === 1);
}

const VOCABULAIRES = ['domaines', 'publics', 'fonctions'] as const;

describe('domains, publics and functions that all have a twin', () => {
  it.each(['data', 'tests/fixtures/autre-etude'])('the diagnostic of %s names no winner', async (dossier) => {
    const study = await etudeVive(dossier);
    const jumelle = VOCABULAIRES.reduce(avecJumeaux, study);
    const { compose } = await loadDeliverable('diagnostic');
    const { produced } = compose({ study: jumelle, theme, templates, options: {} });
    const lignes = produced.flatMap(({ tree }) => lignesDuDocument(tree));
    // Cells tell one row each; the inhabitants of a commune are no public.
    const told = lignes
      .filter(({ lieu, texte }) => !/^(?:contenu|source)/.test(lieu) && !/habitants \(|habitants au km²/.test(texte))
      .map(({ lieu, texte }) => `${lieu} : ${texte}`);
    expect(told.filter((texte) => texte.includes(' bis')).length).toBeGreaterThan(5);
    const noms = VOCABULAIRES.flatMap((vocabulaire) => study.etude[vocabulaire].map(({ libelle }) => libelle));
    expect(gagnants(sansJumelle(told), noms)).toEqual([]);
  });
});
