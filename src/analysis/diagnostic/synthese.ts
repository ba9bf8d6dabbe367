/** Strengths, weaknesses, opportunities and threats of each domain, each item drawn from a field and naming it. */

import type { Study } from '../../study/study.js';
import { compte, enumerer, majuscule } from '../../texte/accords.js';
import type {
  ActeurAnalyse,
  ActeursAnalysis,
  ActionsAnalysis,
  BesoinAnalyse,
  BesoinsAnalysis,
  ElementAfom,
  ElementCite,
  Etiquette,
  ExperiencesAnalysis,
  OutilsAnalysis,
  SyntheseDomaine,
} from './types.js';

export interface PartiesSynthese {
  besoins: BesoinsAnalysis;
  actions: ActionsAnalysis;
  acteurs: ActeursAnalysis;
  outils: OutilsAnalysis;
  experiences: ExperiencesAnalysis;
}

/** Items kept in each of the four cases: the heaviest. */
const PAR_CASE = 5;
/** Items of one kind in a case, so that no kind crowds the others out. */
const PAR_NATURE = 2;
/** Past actions rated at least this are said to be reproducible. */
const REPRODUCTIBLE = 4;

const dans = (domaine: Etiquette) => (item: { domaines: Etiquette[] }) =>
  item.domaines.some((d) => d.id === domaine.id);

const garder = (items: ElementAfom[]): ElementAfom[] => items.sort((a, b) => b.poids - a.poids).slice(0, PAR_CASE);

function cites(elements: ElementCite[], domaine: Etiquette): ElementAfom[] {
  return elements
    .filter(dans(domaine))
    .slice(0, PAR_NATURE)
    .map((element) => ({
      texte: majuscule(element.texte),
      preuve: `${element.nombre > 1 ? 'Actions' : 'Action'} : ${enumerer(element.actions.slice(0, 3).map((a) => `« ${a.libelle} »`))}`,
      exhibit: 'reussites-freins',
      poids: 2 + element.nombre,
    }));
}

const sigles = (acteurs: ActeurAnalyse[]): string =>
  acteurs.length > 4
    ? `${acteurs
        .slice(0, 4)
        .map((a) => a.court)
        .join(', ')} et ${acteurs.length - 4} ${acteurs.length === 5 ? 'autre' : 'autres'}`
    : enumerer(acteurs.map((a) => a.court));

function desActeurs(
  acteurs: ActeurAnalyse[],
  un: string,
  plusieurs: string,
  exhibit: string,
  poids: number,
): ElementAfom[] {
  if (!acteurs.length) return [];
  return [
    {
      texte: compte(acteurs.length, un, plusieurs, ''),
      preuve: sigles(acteurs),
      exhibit,
      poids: poids + acteurs.length / 100,
    },
  ];
}

function forces(
  domaine: Etiquette,
  p: PartiesSynthese,
  acteurs: ActeurAnalyse[],
  couverts: BesoinAnalyse[],
): ElementAfom[] {
  const engages = acteurs.filter((a) => a.engagement === 'engage' || a.engagement === 'volontaire');
  return garder([
    ...cites(p.actions.reussites, domaine),
    ...desActeurs(engages, 'acteur volontaire ou engagé', 'acteurs volontaires ou engagés', 'acteurs-engagement', 5),
    ...(couverts.length
      ? [
          {
            texte: compte(couverts.length, 'besoin déjà couvert', 'besoins déjà couverts', ''),
            preuve: couverts
              .slice(0, 2)
              .map((b) => `« ${b.libelle} »`)
              .join(', '),
            exhibit: 'besoins-couverture',
            poids: 3.5,
          },
        ]
      : []),
    ...(acteurs.length >= 10
      ? [
          {
            texte: `${acteurs.length} acteurs présents dans le domaine`,
            preuve: sigles(acteurs),
            exhibit: 'acteurs-fonctions-domaines',
            poids: 3,
          },
        ]
      : []),
  ]);
}

function faiblesses(
  domaine: Etiquette,
  p: PartiesSynthese,
  nonCouverts: BesoinAnalyse[],
  nombreActions: number,
  sansActeur: Etiquette[],
): ElementAfom[] {
  return garder([
    ...nonCouverts.slice(0, PAR_NATURE).map((b) => ({
      texte: `Besoin non couvert : ${b.libelle}`,
      preuve: `${b.public.libelle}, importance ${b.importance} sur 5, ${compte(b.mentions, 'citation', 'citations', 'aucune citation')}`,
      exhibit: 'besoins-non-couverts',
      poids: 4 + b.poids / 10,
    })),
    ...cites(p.actions.freins, domaine),
    ...(nombreActions === 0
      ? [
          {
            texte: 'Aucune action passée recensée',
            preuve: 'Inventaire des actions',
            exhibit: 'actions-par-domaine',
            poids: 6,
          },
        ]
      : []),
    ...(sansActeur.length
      ? [
          {
            texte: `Aucun acteur pour ${sansActeur.length > 1 ? 'les fonctions' : 'la fonction'} ${enumerer(sansActeur.map((f) => `« ${f.libelle} »`))}`,
            preuve: 'Croisement des fonctions et des domaines des acteurs',
            exhibit: 'acteurs-fonctions-domaines',
            poids: 5,
          },
        ]
      : []),
  ]);
}

function opportunites(domaine: Etiquette, p: PartiesSynthese, acteurs: ActeurAnalyse[]): ElementAfom[] {
  const reproductibles = p.actions.liste.filter((a) => dans(domaine)(a) && (a.reproductibilite ?? 0) >= REPRODUCTIBLE);
  const interesses = acteurs.filter(
    (a) =>
      (a.quadrant === 'associer' || a.quadrant === 'appuyer') &&
      a.engagement !== 'engage' &&
      a.engagement !== 'volontaire',
  );
  const existants = p.outils.liste.filter((o) => dans(domaine)(o) && o.disponibilite === 'existant');
  return garder([
    ...p.experiences.retenues
      .filter(dans(domaine))
      .flatMap((e) => e.pointsForts.slice(0, 1).map((texte) => ({ e, texte })))
      .slice(0, PAR_NATURE)
      .map(({ e, texte }) => ({
        texte: majuscule(texte),
        preuve: `Expérience « ${e.nom} »`,
        exhibit: 'experiences-comparees',
        poids: 3 + (e.transferabilite ?? 0) / 10,
      })),
    ...(reproductibles.length
      ? [
          {
            texte: compte(
              reproductibles.length,
              'action passée aisément reproductible',
              'actions passées aisément reproductibles',
              '',
            ),
            preuve: enumerer(reproductibles.slice(0, 3).map((a) => `« ${a.titre} »`)),
            exhibit: `actions-${domaine.id}`,
            poids: 4,
          },
        ]
      : []),
    ...desActeurs(
      interesses,
      'acteur très intéressé et pas encore engagé',
      'acteurs très intéressés et pas encore engagés',
      'interet-influence',
      3.2,
    ),
    ...(existants.length
      ? [
          {
            texte: compte(existants.length, 'outil déjà disponible', 'outils déjà disponibles', ''),
            preuve: enumerer(existants.slice(0, 3).map((o) => o.nom)),
            exhibit: 'outils-mobilisables',
            poids: 2.5,
          },
        ]
      : []),
  ]);
}

function menaces(domaine: Etiquette, p: PartiesSynthese, acteurs: ActeurAnalyse[]): ElementAfom[] {
  const actions = p.actions.liste.filter(dans(domaine));
  const porteurs = p.actions.parPorteur
    .map((g) => ({ libelle: g.libelle, nombre: g.actions.filter(dans(domaine)).length }))
    .sort((a, b) => b.nombre - a.nombre);
  const [premier] = porteurs;
  const experiences = p.experiences.retenues.filter(dans(domaine));
  return garder([
    ...experiences
      .flatMap((e) => e.pointsFaibles.slice(0, 1).map((texte) => ({ e, texte })))
      .slice(0, PAR_NATURE)
      .map(({ e, texte }) => ({
        texte: majuscule(texte),
        preuve: `Expérience « ${e.nom} »`,
        exhibit: 'experiences-comparees',
        poids: 3,
      })),
    ...experiences
      .flatMap((e) => e.conditions.slice(0, 1).map((texte) => ({ e, texte })))
      .slice(0, PAR_NATURE)
      .map(({ e, texte }) => ({
        texte: `Condition à réunir : ${texte}`,
        preuve: `Transférabilité de « ${e.nom} »`,
        exhibit: 'experiences-transferabilite',
        poids: 2.5,
      })),
    ...(premier && premier.nombre >= 3 && premier.nombre * 2 > actions.length
      ? [
          {
            texte: `Dépendance envers un porteur : ${premier.libelle}`,
            preuve: `${premier.nombre} actions sur ${actions.length}`,
            exhibit: 'actions-par-porteur',
            poids: 4,
          },
        ]
      : []),
    ...desActeurs(
      acteurs.filter((a) => a.quadrant === 'convaincre'),
      'acteur influent et peu intéressé',
      'acteurs influents et peu intéressés',
      'interet-influence',
      3.5,
    ),
  ]);
}

/** The level of coverage that bears the most weight names the stake; the worse level wins a tie. */
export function enjeuDe(besoins: BesoinAnalyse[]): SyntheseDomaine['enjeu'] {
  if (!besoins.length) return 'explorer';
  const poids = (niveau: BesoinAnalyse['couverture']['niveau']) =>
    besoins.filter((b) => b.couverture.niveau === niveau).reduce((sum, b) => sum + b.poids, 0);
  const [non, partiel, couvert] = [poids('non-couvert'), poids('partiel'), poids('couvert')];
  if (non >= partiel && non >= couvert) return 'combler';
  return partiel >= couvert ? 'consolider' : 'valoriser';
}

export function analyserSynthese(etude: Study, p: PartiesSynthese): SyntheseDomaine[] {
  return etude.etude.domaines.map(({ id, libelle }): SyntheseDomaine => {
    const domaine = { id, libelle };
    const besoins = p.besoins.liste.filter(dans(domaine));
    const niveau = (n: BesoinAnalyse['couverture']['niveau']) => besoins.filter((b) => b.couverture.niveau === n);
    const acteurs = p.acteurs.liste.filter(dans(domaine));
    const actions = p.actions.liste.filter(dans(domaine));
    const sansActeur = p.acteurs.vides.filter((vide) => vide.domaine.id === id).map((vide) => vide.fonction);
    return {
      ...domaine,
      forces: forces(domaine, p, acteurs, niveau('couvert')),
      faiblesses: faiblesses(domaine, p, niveau('non-couvert'), actions.length, sansActeur),
      opportunites: opportunites(domaine, p, acteurs),
      menaces: menaces(domaine, p, acteurs),
      chiffres: {
        besoins: besoins.length,
        poidsBesoins: besoins.reduce((sum, b) => sum + b.poids / b.domaines.length, 0),
        besoinsNonCouverts: niveau('non-couvert').length,
        besoinsPartiels: niveau('partiel').length,
        actions: actions.length,
        acteurs: acteurs.length,
        acteursEngages: acteurs.filter((a) => a.engagement === 'engage' || a.engagement === 'volontaire').length,
        outils: p.outils.liste.filter(dans(domaine)).length,
      },
      enjeu: enjeuDe(besoins),
    };
  });
}
