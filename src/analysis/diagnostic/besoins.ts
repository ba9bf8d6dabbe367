/** Needs by public × domain × function, weighted. */
import type { Study } from '../../study/study.js';
import type { Besoin } from '../../study/types.gen.js';
import { ordre } from '../dates.js';
import { etiquette, etiquettes, nus } from '../vocabulaire.js';
import { couvertureBesoin } from './couverture.js';
import type {
  BesoinAnalyse,
  BesoinsAnalysis,
  Etiquette,
  Matrice,
  ParticipationAnalysis,
  PublicAnalyse,
} from './types.js';

/** The formula in words, shown in the workbook. */
export const FORMULE_POIDS = 'poids = importance × (1 + citations du besoin ÷ citations du besoin le plus cité)';

/** All the mentions of a need, all methods together. */
export function mentionsBesoin(besoin: Besoin): number {
  return Object.values(besoin.mentions ?? {}).reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? value : 0),
    0,
  );
}

/**
 * Weight of a need: importance × (1 + mentions / highest mentions in the study). Importance (1 to 5) leads; mentions at
 * most double it, and a need that nobody counted keeps its importance. No mention at all in the study: importance alone.
 */
export function poidsBesoin(importance: number, mentions: number, mentionsMax: number): number {
  return importance * (1 + (mentionsMax > 0 ? mentions / mentionsMax : 0));
}

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

/** Label with the greatest shared weight; the vocabulary's order breaks ties; null when nothing weighs. */
function premier(besoins: BesoinAnalyse[], vocabulary: Etiquette[], axe: Axe): Etiquette | null {
  const sums = vocabulary.map((entry) =>
    besoins.reduce(
      (sum, b) => sum + (axeDe(b, axe).some((e) => e.id === entry.id) ? b.poids / axeDe(b, axe).length : 0),
      0,
    ),
  );
  const most = Math.max(0, ...sums);
  return most > 0 ? (vocabulary[sums.findIndex((sum) => sum >= most - 1e-9)] ?? null) : null;
}

const compter = (besoins: BesoinAnalyse[], niveau: BesoinAnalyse['couverture']['niveau']): number =>
  besoins.filter((b) => b.couverture.niveau === niveau).length;

const sommePoids = (besoins: BesoinAnalyse[]): number => besoins.reduce((sum, b) => sum + b.poids, 0);

function analyserListe(etude: Study, mentionsMax: number): BesoinAnalyse[] {
  const { publics, domaines, fonctions } = etude.etude;
  const liste = etude.besoins.map((besoin): BesoinAnalyse => {
    const mentions = mentionsBesoin(besoin);
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
      poids: poidsBesoin(besoin.importance, mentions, mentionsMax),
      rang: 0,
      verbatims: besoin.verbatims ?? [],
      illustratif: besoin.fiabilite === 'illustratif',
      couverture: couvertureBesoin(etude, besoin),
    };
  });
  liste.sort((a, b) => b.poids - a.poids || ordre(a.id, b.id));
  return liste.map((besoin) => ({ ...besoin, rang: 1 + liste.filter((other) => other.poids > besoin.poids).length }));
}

export function analyserBesoins(etude: Study, participation: ParticipationAnalysis): BesoinsAnalysis {
  const mentionsMax = Math.max(0, ...etude.besoins.map(mentionsBesoin));
  const liste = analyserListe(etude, mentionsMax);
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
      premiereFonction: premier(siens, fonctions, 'fonction'),
      couverts: compter(siens, 'couvert'),
      partiels: compter(siens, 'partiel'),
      nonCouverts: compter(siens, 'non-couvert'),
      participants: participation.parPublic.find((p) => p.id === entry.id)?.participants ?? 0,
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
    mentionsTotal: liste.reduce((sum, b) => sum + b.mentions, 0),
    mentionsMax,
    niveaux: {
      couvert: compter(liste, 'couvert'),
      partiel: compter(liste, 'partiel'),
      'non-couvert': compter(liste, 'non-couvert'),
    },
    nonCouverts: liste.filter((b) => b.couverture.niveau === 'non-couvert'),
    illustratifs: liste.filter((b) => b.illustratif).length,
  };
}
