/** Who gives, and the lines of funding, by the names that sentences give them. */
import { sum } from 'd3-array';
import { itemAt } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { phraseNue, sansArticle } from '../../../../texte/identifiant.js';
import { chiffrageDe } from '../../../scenarios/chiffrage.js';
import { donneurs } from '../../../scenarios/financement/regles-aides.js';
import { parObjet } from '../../../une-fois.js';

type Source = Scenario['financements'][number];

/** A line of funding of a scenario. */
export interface Ligne {
  scenario: Scenario;
  source: Source;
  rang: number;
  chemin: string;
}

/** Those who are called by one name: « la Région », « les communautés de communes ». */
export interface Donneur {
  acteurs: ReadonlySet<string>;
}

/** The named groups of a pattern. */
export type Groupes = Readonly<Record<string, string | undefined>>;

/** A word that says that a figure is not exact, or on which side of it. */
export const PRES =
  "(?<pres>environ|pres de|quelque|plus de|moins de|au plus|au moins|jusqu'a|un peu plus de|un peu moins de)?";

const APPORT = 'aide|subvention|participation|contribution|part|apport|autofinancement|cotisation|dotation|concours';
/** « Participation des communautés de communes » names those who give it. */
const DE_QUI = new RegExp(`^(?:${APPORT})s? (?:financiere )?(?:de la |de l'|du |des |de |d')(.+)$`);

/** The origin of a line is a name of its giver, where one alone is of it. */
const ORIGINES: Readonly<Partial<Record<NonNullable<Source['origine']>, readonly string[]>>> = {
  region: ['region', 'conseil regional'],
  departement: ['departement', 'conseil departemental'],
  etat: ['etat'],
  europe: ['europe', 'union europeenne', 'feader'],
};

const ajoute = <T>(names: Map<string, T | null>, nom: string, value: T, same: (a: T, b: T) => boolean): void => {
  const known = names.get(nom);
  if (nom.length > 2) names.set(nom, known === undefined || (known !== null && same(known, value)) ? value : null);
};

export const lignesDe = parObjet(({ scenarios }: Study): readonly Ligne[] =>
  scenarios.flatMap((scenario) =>
    scenario.financements.map((source, rang) => ({
      scenario,
      source,
      rang,
      chemin: `scenarios/${scenario.id}/financements/${source.id ?? rang + 1}`,
    })),
  ),
);

/** « Fonds européen, services d’ingénierie » is also « Fonds européen ». */
const tetes = (libelle: string): string[] => [
  ...new Set([sansArticle(libelle), sansArticle(libelle.split(/[,(:]/)[0] ?? libelle)].map((one) => one.trim())),
];

/** What an organisation is called by where its name begins so: « Syndicat mixte du Parc ». */
const GENRE =
  /^(?:(?:(communaute) de communes|(communaute) d'agglomeration|(syndicat) (?:mixte|intercommunal)|(?:region|departement|mission locale|chambre d'agriculture|syndicat|communaute|metropole))(?= |$))/;

function courtsDe(nom: string): string[] {
  const [whole, ...heads] = GENRE.exec(sansArticle(nom)) ?? [];
  return whole === undefined ? [] : [whole, ...heads.filter((head) => head !== undefined)];
}

const memes = (a: Donneur, b: Donneur): boolean =>
  a.acteurs.size === b.acteurs.size && [...a.acteurs].every((one) => b.acteurs.has(one));

export const donneursNommes = parObjet((study: Study): ReadonlyMap<string, Donneur | null> => {
  const names = new Map<string, Donneur | null>();
  const add = (nom: string, ids: readonly string[]): void => ajoute(names, nom, { acteurs: new Set(ids) }, memes);
  for (const { id, nom, sigle } of study.acteurs)
    for (const one of [nom, sigle])
      if (one !== undefined)
        for (const name of new Set([sansArticle(one), sansArticle(one).replace(/ \d+$/, '')])) add(name, [id]);
  // « la FNE », of a « FNE Bretagne »: the acronym alone, where one has it.
  const sigles = new Map<string, Donneur | null>();
  for (const { id, sigle = '' } of study.acteurs) {
    const [, head] = /^([A-Z]{3,}) [A-Za-zÀ-ÿ]/.exec(sigle) ?? [];
    if (head !== undefined) ajoute(sigles, sansArticle(head), { acteurs: new Set([id]) }, memes);
  }
  for (const [nom, one] of sigles) if (!names.has(nom)) names.set(nom, one);
  const origins = new Map<string, Set<string>>();
  for (const { source } of lignesDe(study)) {
    const given = donneurs(source).map(({ acteur }) => acteur);
    for (const nom of source.origine === undefined ? [] : (ORIGINES[source.origine] ?? [])) {
      const known = origins.get(nom) ?? new Set<string>();
      for (const one of given) known.add(one);
      origins.set(nom, known);
    }
    if (source.libelle === undefined || given.length === 0) continue;
    const [, qui] = DE_QUI.exec(phraseNue(source.libelle)) ?? [];
    // Their number differs from a scenario to another: each is then told by its line.
    if (qui !== undefined && !names.has(sansArticle(qui))) add(sansArticle(qui), given);
    else if (qui === undefined)
      for (const nom of tetes(source.libelle)) if (!names.has(nom) && !/^aide|^subvention/.test(nom)) add(nom, given);
  }
  for (const [nom, ids] of origins) if (ids.size === 1 && !names.has(nom)) add(nom, [...ids]);
  // « le syndicat mixte », of the only one whose name begins so.
  const courts = new Map<string, Donneur | null>();
  for (const { id, nom } of study.acteurs)
    for (const court of courtsDe(nom)) ajoute(courts, court, { acteurs: new Set([id]) }, memes);
  for (const [nom, one] of courts) if (!names.has(nom)) names.set(nom, one);
  return names;
});

const UNE_AIDE = new RegExp(`^(?:${APPORT})s?(?: financiere)? (?:de la |de l'|du |des |de |d'|)(.+)$`);

/** The lines that « l’aide européenne », « la participation des communautés » or a label names, in some scenarios; null where it is none that is known. */
export function lignesNommees(study: Study, nom: string, parmi: readonly Scenario[]): readonly Ligne[] | null {
  const plain = nomDeLAide(nom);
  const own = lignesDe(study).filter(({ scenario }) => parmi.includes(scenario));
  const byLabel = own.filter(
    ({ source: { libelle } }) =>
      libelle !== undefined && tetes(libelle).some((one) => one === plain || one === sansArticle(nom)),
  );
  if (byLabel.length > 0) return byLabel;
  const [, qui] = UNE_AIDE.exec(plain) ?? [];
  if (plain === 'aide europeenne' || plain === 'aides europeennes' || plain === 'fonds europeens') {
    const european = own.filter(({ source }) => source.origine === 'europe');
    return european.length > 0 ? european : null;
  }
  if (qui === undefined) return null;
  const label = own.filter(
    ({ source: { libelle } }) => libelle !== undefined && tetes(libelle).includes(sansArticle(qui)),
  );
  if (label.length > 0) return label;
  const giver = donneursNommes(study).get(sansArticle(qui));
  const given = giver
    ? own.filter(({ source }) => donneurs(source).some(({ acteur }) => giver.acteurs.has(acteur)))
    : [];
  return given.length > 0 ? given : null;
}

const nomDeLAide = (nom: string): string => sansArticle(nom).replace(/« ?| ?»/g, '');

export const lignesDu = (study: Study, donneur: Donneur, parmi: readonly Scenario[]): readonly Ligne[] =>
  lignesDe(study).filter(
    ({ scenario, source }) =>
      parmi.includes(scenario) && donneurs(source).some(({ acteur }) => donneur.acteurs.has(acteur)),
  );

interface Apports {
  /** In euros, by year, and over all of them. */
  annees: number[];
  total: number;
}

/** What some givers bring by a line; every giver of it where none is named. */
export function montantsDe(study: Study, { scenario, rang, source }: Ligne, donneur?: Donneur): Apports {
  const part = donneur ? sum(donneurs(source), ({ acteur, part: own }) => (donneur.acteurs.has(acteur) ? own : 0)) : 1;
  const annees = itemAt(chiffrageDe(study, scenario).recettes, rang).map((one) => one * part);
  return { annees, total: sum(annees) };
}
