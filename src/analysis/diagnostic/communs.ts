/** What a table of one domain quotes: its own entries by name, those that all the domains share by their number. */
import type { Study } from '../../study/study.js';
import { accord, compte, compteEnLettres, enumerer, enumererPremiers } from '../../texte/accords.js';
import type { OutilAnalyse } from './types.js';
import type { BesoinAnalyse } from './types-besoins.js';

/** Titles or names that an item quotes. */
const CITES = 3;

const quotee = (titre: string): string => `« ${titre.replace(/«\s*/g, '“').replace(/\s*»/g, '”')} »`;

/** « « a », « b » et 3 autres ». */
export function quelques(titres: readonly string[], entre: (titre: string) => string = quotee): string {
  return enumererPremiers(titres.map(entre), CITES);
}

/** Those of fewer domains first: what all the domains share says the least of each, and would be read the same in each of their tables. */
export const propresDAbord = <T extends { domaines: readonly unknown[] }>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => a.domaines.length - b.domaines.length);

/** What touches all the domains of a study of several: quoted in each of their tables it would be read as many times, so the chapter says it once. */
const estCommun = ({ etude }: Pick<Study, 'etude'>, { domaines }: { domaines: readonly unknown[] }): boolean =>
  etude.domaines.length > 1 && domaines.length === etude.domaines.length;

/** « « a », « b » et 2 communs à tous les domaines »: the entries of this domain by name, those of all of them by their number. */
export function citer<T extends { domaines: readonly unknown[] }>(
  etude: Study,
  entries: readonly T[],
  nom: (entry: T) => string,
): string {
  const communs = entries.filter((entry) => estCommun(etude, entry)).length;
  const propres = propresDAbord(entries.filter((entry) => !estCommun(etude, entry))).map((entry) => quotee(nom(entry)));
  if (communs === 0) return enumererPremiers(propres, CITES);
  if (propres.length === 0) return `${accord(communs, 'Commun', 'Communs')} à tous les domaines`;
  const rest = propres.length - CITES;
  return enumerer([
    ...propres.slice(0, CITES),
    ...(rest > 0 ? [compte(rest, 'autre', 'autres')] : []),
    `${compte(communs, 'commun', 'communs')} à tous les domaines`,
  ]);
}

/** What the domains share, each sort with its first titles: « Un besoin sans réponse (« Un petit fonds ») ». Empty where there is one domain. */
export function communsAuxDomaines(
  etude: Study,
  { besoins, outils }: { besoins: readonly BesoinAnalyse[]; outils: readonly OutilAnalyse[] },
): string[] {
  const dire = (titres: readonly string[], un: string, plusieurs: string): string[] =>
    titres.length === 0 ? [] : [`${compteEnLettres(titres.length, un, plusieurs)} (${quelques(titres)})`];
  const niveau = (wanted: BesoinAnalyse['couverture']['niveau']): string[] =>
    besoins.flatMap((one) => (one.couverture.niveau === wanted && estCommun(etude, one) ? [one.libelle] : []));
  const etat = (wanted: OutilAnalyse['disponibilite']): string[] =>
    outils.flatMap((one) => (one.disponibilite === wanted && estCommun(etude, one) ? [one.nom] : []));
  return [
    ...dire(niveau('couvert'), 'besoin couvert', 'besoins couverts'),
    ...dire(niveau('non-couvert'), 'besoin sans réponse', 'besoins sans réponse'),
    ...dire(etat('existant'), 'outil en service', 'outils en service'),
    ...dire(etat('a-adapter'), 'outil à adapter', 'outils à adapter'),
    ...dire(etat('a-creer'), 'outil à créer', 'outils à créer'),
  ];
}
