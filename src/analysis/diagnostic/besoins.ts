/** Needs by public × domain × function, weighted. */
import { max, sum } from 'd3-array';
import { itemOf } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import type { Besoin } from '../../study/types.gen.js';
import { ordre, type StudyAt } from '../dates.js';
import { premiersDe, seulPremier } from '../superlatifs.js';
import { etiquette, etiquettes, nus } from '../vocabulaire.js';
import { couvertureBesoin } from './couverture.js';
import { parolesDe } from './paroles.js';
import type { Etiquette, Matrice, ParticipationAnalysis } from './types.js';
import type { BesoinAnalyse, BesoinsAnalysis, EffetEchantillon, PublicAnalyse } from './types-besoins.js';

/** The formula in words, shown in the workbook. */
export const FORMULE_POIDS = 'poids = importance × (1 + citations du besoin ÷ participations du public qui l’exprime)';

/** All the mentions of a need, all methods together; null when they were not counted by any. */
export function mentionsBesoin({ mentions = {} }: Besoin): number | null {
  const counted = Object.values(mentions).filter((value) => value !== undefined);
  return counted.length > 0 ? sum(counted) : null;
}

/** Share of the participations of a public in which a need was mentioned, 0–1; null when nobody of it was met, or mentions were not counted. Mentions beyond the base count as all of it. */
export const partBesoin = (mentions: number | null, base: number): number | null =>
  base > 0 && mentions !== null ? Math.min(1, mentions / base) : null;

/**
 * Weight of a need: importance × (1 + share). Importance (1 to 5) leads; being mentioned by all of its public doubles it, whether 16 or 249 were met.
 * A public that nobody met, or whose mentions were not counted, keeps the importance alone.
 */
export const poidsBesoin = (importance: number, part: number | null): number => importance * (1 + (part ?? 0));

type Axe = 'public' | 'domaine' | 'fonction';

const axeDe = (besoin: BesoinAnalyse, axe: Axe): Etiquette[] =>
  axe === 'public' ? [besoin.public] : axe === 'domaine' ? besoin.domaines : besoin.fonctions;

/** A need counts once in each cell where it stands; its weight is shared equally between them, so that weights add up. */
function matrice(
  besoins: BesoinAnalyse[],
  lignes: Etiquette[],
  axeLigne: Axe,
  colonnes: Etiquette[],
  axeColonne: Axe,
): Matrice {
  return {
    lignes,
    colonnes,
    valeurs: lignes.map((ligne) =>
      colonnes.map((colonne) => {
        const ici = besoins.filter(
          (b) =>
            axeDe(b, axeLigne).some((e) => e.id === ligne.id) && axeDe(b, axeColonne).some((e) => e.id === colonne.id),
        );
        const poids = ici.reduce(
          (sum, b) => sum + b.poids / (axeDe(b, axeLigne).length * axeDe(b, axeColonne).length),
          0,
        );
        return { nombre: ici.length, poids };
      }),
    ),
  };
}

/** Label with the greatest shared weight; null on a tie or when nothing weighs. */
const premier = (besoins: BesoinAnalyse[], vocabulary: Etiquette[], axe: Axe): Etiquette | null =>
  seulPremier(vocabulary, (entry) =>
    besoins.reduce(
      (sum, b) => sum + (axeDe(b, axe).some((e) => e.id === entry.id) ? b.poids / axeDe(b, axe).length : 0),
      0,
    ),
  );

/** Function that the most needs call; null on a tie. A need calls each of its functions whole: it does not call one less for having two. */
const plusAppelee = (besoins: BesoinAnalyse[], fonctions: Etiquette[]): Etiquette | null =>
  seulPremier(fonctions, ({ id }) => besoins.filter((b) => b.fonctions.some((f) => f.id === id)).length);

const compter = (besoins: BesoinAnalyse[], niveau: BesoinAnalyse['couverture']['niveau']): number =>
  besoins.filter((b) => b.couverture.niveau === niveau).length;

const sommePoids = (besoins: BesoinAnalyse[]): number => besoins.reduce((sum, b) => sum + b.poids, 0);

function analyserListe(etude: Study, baseDe: (publicId: string) => number): BesoinAnalyse[] {
  const { publics, domaines, fonctions } = etude.etude;
  const liste = etude.besoins.map((besoin): BesoinAnalyse => {
    const mentions = mentionsBesoin(besoin);
    const base = baseDe(besoin.public);
    const part = partBesoin(mentions, base);
    const parMethode = Object.entries(besoin.mentions ?? {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    );
    return {
      id: besoin.id,
      libelle: besoin.libelle,
      public: etiquette(publics, besoin.public),
      domaines: etiquettes(domaines, besoin.domaines),
      fonctions: etiquettes(fonctions, besoin.fonctions),
      importance: besoin.importance,
      mentions,
      mentionsParMethode: Object.fromEntries(parMethode),
      base,
      part,
      poids: poidsBesoin(besoin.importance, part),
      rang: 0,
      paroles: parolesDe(etude, besoin),
      illustratif: besoin.fiabilite === 'illustratif',
      couverture: couvertureBesoin(etude, besoin),
    };
  });
  liste.sort((a, b) => b.poids - a.poids || ordre(a.id, b.id));
  // From the heaviest: those that weigh the same share the rank of the first of them.
  let rang = 1;
  return liste.map((besoin, i) => {
    if (besoin.poids !== liste[i - 1]?.poids) rang = i + 1;
    return { ...besoin, rang };
  });
}

/** Where a participation mentions twice as many needs in one public as in another, a share compares what was not gathered alike. */
const CITATIONS_INEGALES = 2;

function citationsParParticipation(
  liste: readonly BesoinAnalyse[],
  publics: readonly (Etiquette & { base: number })[],
): EffetEchantillon['inegales'] {
  const means = publics
    .flatMap(({ id, libelle, base }) => {
      const told = sum(
        liste.filter((b) => b.public.id === id),
        ({ mentions }) => mentions,
      );
      return base > 0 && told > 0 ? [{ id, libelle, moyenne: told / base }] : [];
    })
    .sort((a, b) => a.moyenne - b.moyenne);
  const [least, most] = [means[0]?.moyenne, means.at(-1)?.moyenne];
  if (least === undefined || most === undefined || most < CITATIONS_INEGALES * least) return null;
  const chez = (moyenne: number) => ({ publics: means.filter((mean) => mean.moyenne === moyenne), moyenne });
  return { moins: chez(least), plus: chez(most) };
}

/** The order of needs by share, and the one that the numbers of mentions alone would give. */
function effetEchantillon(
  liste: BesoinAnalyse[],
  publics: readonly (Etiquette & { base: number })[],
): EffetEchantillon {
  const most = max(liste, ({ mentions }) => mentions) ?? 0;
  const parPart = premiersDe(liste, ({ poids }) => poids);
  const parNombre = premiersDe(liste, ({ importance, mentions }) =>
    poidsBesoin(importance, partBesoin(mentions, most)),
  );
  const ids = (besoins: BesoinAnalyse[]): string => besoins.map(({ id }) => id).join();
  const met = publics.map(({ base }) => base).filter((base) => base > 0);
  return {
    parPart,
    parNombre,
    change: ids(parPart) !== ids(parNombre),
    base: met.length > 0 ? { min: Math.min(...met), max: Math.max(...met) } : null,
    inegales: citationsParParticipation(liste, publics),
  };
}

export function analyserBesoins(etude: StudyAt, participation: ParticipationAnalysis): BesoinsAnalysis {
  const baseDe = (id: string): number => itemOf(participation.parPublic, id).participations;
  const liste = analyserListe(etude, baseDe);
  const publics = nus(etude.etude.publics);
  const domaines = nus(etude.etude.domaines);
  const fonctions = nus(etude.etude.fonctions);
  const parPublic = publics.map((entry): PublicAnalyse => {
    const siens = liste.filter((b) => b.public.id === entry.id);
    return {
      ...entry,
      besoins: siens,
      nombre: siens.length,
      poids: sommePoids(siens),
      premierDomaine: premier(siens, domaines, 'domaine'),
      premiereFonction: plusAppelee(siens, fonctions),
      couverts: compter(siens, 'couvert'),
      partiels: compter(siens, 'partiel'),
      nonCouverts: compter(siens, 'non-couvert'),
      participations: baseDe(entry.id),
    };
  });
  const cube = publics
    .flatMap((entry) =>
      domaines.flatMap((domaine) => fonctions.map((fonction) => ({ public: entry, domaine, fonction }))),
    )
    .map((cell) => {
      const ici = liste.filter(
        (b) =>
          b.public.id === cell.public.id &&
          b.domaines.some((d) => d.id === cell.domaine.id) &&
          b.fonctions.some((f) => f.id === cell.fonction.id),
      );
      return {
        ...cell,
        nombre: ici.length,
        poids: ici.reduce((s, b) => s + b.poids / (b.domaines.length * b.fonctions.length), 0),
      };
    })
    .filter((cell) => cell.nombre > 0)
    .sort((a, b) => b.poids - a.poids);
  return {
    liste,
    parPublic,
    publicDomaine: matrice(liste, publics, 'public', domaines, 'domaine'),
    publicFonction: matrice(liste, publics, 'public', fonctions, 'fonction'),
    domaineFonction: matrice(liste, domaines, 'domaine', fonctions, 'fonction'),
    cube,
    poidsTotal: sommePoids(liste),
    mentionsTotal: sum(liste, ({ mentions }) => mentions),
    echantillon: effetEchantillon(
      liste,
      publics.map((one) => ({ ...one, base: baseDe(one.id) })),
    ),
    niveaux: {
      couvert: compter(liste, 'couvert'),
      partiel: compter(liste, 'partiel'),
      'non-couvert': compter(liste, 'non-couvert'),
    },
    nonCouverts: liste.filter((b) => b.couverture.niveau === 'non-couvert'),
    illustratifs: liste.filter((b) => b.illustratif).length,
  };
}
