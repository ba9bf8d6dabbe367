/** Entries of an inventory by the names that sentences give them: what two may be called is nobody’s. */
import type { Study } from '../../../../study/study.js';
import { sansArticle } from '../../../../texte/identifiant.js';
import { nomNu } from '../propositions.js';

const MOTS_OUTILS = /\b[dl]'|(?<=^| )(?:de|du|des|la|le|les|au|aux|a) /g;
/** « le chantier de pierre sèche » is « Chantier pierre sèche ». */
const sansLiens = (nom: string): string => nom.replace(MOTS_OUTILS, '').replace(/ +/g, ' ').trim();

/** A title, and what comes in it before « et », a bracket or a preposition, where that is more than a word. */
export function nomsDuTitre(titre: string): string[] {
  const whole = sansArticle(titre).replaceAll(/[«»]/g, '').replace(/ +/g, ' ').trim();
  const before = (stop: RegExp): string => whole.split(stop)[0] ?? whole;
  const heads = [
    before(/ ?\(/),
    before(/ ?\(| (?:et|avec) /),
    before(/ ?\(|,| (?:au|aux|a|en|pour|par|sur|dans|avec) /),
  ];
  return [whole, ...heads.filter((nom) => nom.split(' ').filter((word) => word.length > 2).length > 1)];
}

/** A time of the participation, by its title, or by its kind and its place: « le forum de Fontaine ». */
export const nomsDuTemps = (
  { titre, type, lieu, commune }: Study['participation'][number],
  { communes }: Study['territoire'],
): string[] => [
  ...(titre === undefined ? [] : nomsDuTitre(titre)),
  ...[lieu, communes.find(({ code }) => code === commune)?.nom].flatMap((place) =>
    place === undefined ? [] : [`${type} de ${place}`],
  ),
];

export function parNoms<T>(
  items: readonly T[],
  nomsDe: (item: T) => readonly string[],
): (nom: string) => T | undefined {
  const names = new Map<string, T | null>();
  for (const item of items)
    for (const nom of new Set(nomsDe(item).map((nom) => sansLiens(nomNu(nom)))))
      if (nom.length > 2) names.set(nom, names.has(nom) ? null : item);
  return (nom) => names.get(sansLiens(nomNu(nom))) ?? undefined;
}
