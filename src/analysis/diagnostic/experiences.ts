/** Comparable experiences elsewhere, axis by axis. */

import type { Study } from '../../study/study.js';
import type { Experience } from '../../study/types.gen.js';
import { juxtaposer } from '../../texte/accords.js';
import { periode } from '../../texte/dates.js';
import { nombreFr, virgule } from '../../texte/nombres.js';
import { anneeDe, ordre, type StudyAt } from '../dates.js';
import { montantProbable } from '../montants.js';
import { fiabiliteDe } from '../preuves.js';
import { premiersDe } from '../superlatifs.js';
import { etiquettes, formeEcrite, MILIEUX } from '../vocabulaire.js';
import type { AxeComparaison, Etiquette, ExperienceAnalyse, ExperiencesAnalysis } from './types.js';

function analyserExperience(etude: Study, experience: Experience): ExperienceAnalyse {
  return {
    id: experience.id,
    nom: experience.nom,
    retenue: experience.retenue,
    milieu: MILIEUX[experience.territoire.milieu],
    creation: anneeDe(experience.creation),
    etp: experience.etp ?? null,
    budget: montantProbable(experience.budget_annuel),
    population: experience.territoire.population ?? null,
    publics: etiquettes(etude.etude.publics, experience.publics),
    domaines: etiquettes(etude.etude.domaines, experience.domaines),
    fonctions: etiquettes(etude.etude.fonctions, experience.fonctions),
    modalites: etiquettes(etude.etude.modalites, experience.modalites),
    transferabilite: experience.transferabilite?.note ?? null,
    conditions: experience.transferabilite?.conditions ?? [],
    pointsForts: experience.points_forts ?? [],
    pointsFaibles: experience.points_faibles ?? [],
    illustratif: experience.fiabilite === 'illustratif',
    source: experience,
  };
}

const nombre = (value: number, unit: string): string => `${nombreFr(value)}\u00a0${unit}`;
/** « (84 000 GBP, à 1,17 € en 2025) » ; the amount that was converted, where the experience gives another money. */
const enDevise = (told: Experience['budget_devise']): string =>
  told === undefined
    ? ''
    : ` (${nombre(told.montant, told.devise)}, à ${virgule(told.cours)}\u00a0€${told.date === undefined ? '' : `, ${periode(told.date)}`})`;

const noms = (items: Etiquette[]): string | null =>
  items.length ? juxtaposer(items.map((item) => item.libelle)) : null;
const lignes = (items: readonly string[] | undefined): string | null => (items?.length ? items.join('\n') : null);

/** The axes of the comparison; a value is what the inventory says, or null, and `champs` the fields that it reads. */
const AXES: readonly (Etiquette & {
  champs: readonly string[];
  lire: (e: ExperienceAnalyse, etude: Study) => string | null;
})[] = [
  {
    id: 'territoire',
    libelle: 'Territoire',
    champs: ['territoire'],
    lire: (e) => [e.source.territoire.nom, e.milieu].filter(Boolean).join(', ') || null,
  },
  {
    id: 'population',
    libelle: 'Population',
    champs: ['territoire'],
    lire: (e) => (e.population === null ? null : nombre(e.population, 'hab.')),
  },
  { id: 'porteur', libelle: 'Porteur', champs: ['porteur'], lire: (e) => e.source.porteur ?? null },
  {
    id: 'forme',
    libelle: 'Forme juridique',
    champs: ['forme_juridique'],
    lire: ({ source: { forme_juridique: forme } }) => (forme === undefined ? null : formeEcrite(forme)),
  },
  {
    id: 'creation',
    libelle: 'Création',
    champs: ['creation'],
    lire: (e) => (e.creation === null ? null : String(e.creation)),
  },
  {
    id: 'moyens',
    libelle: 'Moyens humains',
    champs: ['moyens_humains'],
    lire: (e) => e.source.moyens_humains ?? (e.etp === null ? null : nombre(e.etp, 'ETP')),
  },
  {
    id: 'budget',
    libelle: 'Budget annuel',
    champs: ['budget_annuel'],
    lire: (e) => (e.budget === null ? null : `${nombre(Math.round(e.budget), '€')}${enDevise(e.source.budget_devise)}`),
  },
  {
    id: 'financements',
    libelle: 'Financements',
    champs: ['financements'],
    lire: (e) => juxtaposer(e.source.financements ?? []) || null,
  },
  { id: 'publics', libelle: 'Publics', champs: ['publics'], lire: (e) => noms(e.publics) },
  { id: 'domaines', libelle: 'Domaines', champs: ['domaines'], lire: (e) => noms(e.domaines) },
  { id: 'fonctions', libelle: 'Fonctions', champs: ['fonctions'], lire: (e) => noms(e.fonctions) },
  { id: 'modalites', libelle: 'Modalités', champs: ['modalites'], lire: (e) => noms(e.modalites) },
  {
    id: 'outils',
    libelle: 'Outils',
    champs: ['outils'],
    lire: (e, etude) =>
      juxtaposer((e.source.outils ?? []).map((id) => etude.outils.find((o) => o.id === id)?.nom ?? id)) || null,
  },
  { id: 'gouvernance', libelle: 'Gouvernance', champs: ['gouvernance'], lire: (e) => e.source.gouvernance ?? null },
  { id: 'resultats', libelle: 'Résultats', champs: ['resultats'], lire: (e) => lignes(e.source.resultats) },
  { id: 'points-forts', libelle: 'Points forts', champs: ['points_forts'], lire: (e) => lignes(e.pointsForts) },
  { id: 'points-faibles', libelle: 'Points faibles', champs: ['points_faibles'], lire: (e) => lignes(e.pointsFaibles) },
  {
    id: 'transferabilite',
    libelle: 'Transférabilité',
    champs: ['transferabilite'],
    lire: (e) => (e.transferabilite === null ? null : `${e.transferabilite} sur 5`),
  },
  { id: 'lecon', libelle: 'Leçon', champs: ['lecon'], lire: (e) => e.source.lecon ?? null },
];

/** What every one of several experiences has. */
function partages(retenues: ExperienceAnalyse[], lire: (e: ExperienceAnalyse) => Etiquette[]): Etiquette[] {
  const [first, ...others] = retenues;
  if (!first || !others.length) return [];
  return lire(first).filter((item) => others.every((other) => lire(other).some((e) => e.id === item.id)));
}

export function analyserExperiences(etude: StudyAt, ecartees: string[]): ExperiencesAnalysis {
  const liste = etude.experiences
    .map((experience) => analyserExperience(etude, experience))
    .sort((a, b) => Number(b.retenue) - Number(a.retenue) || ordre(a.id, b.id));
  const retenues = liste.filter((e) => e.retenue);
  const axes = AXES.map(
    ({ id, libelle, champs, lire }): AxeComparaison => ({
      id,
      libelle,
      valeurs: retenues.map((e) => lire(e, etude)),
      illustratifs: retenues.map((e) => fiabiliteDe(e.source, champs) === 'illustratif'),
    }),
  );
  return {
    liste,
    retenues,
    axes,
    communs: {
      publics: partages(retenues, (e) => e.publics),
      domaines: partages(retenues, (e) => e.domaines),
      fonctions: partages(retenues, (e) => e.fonctions),
      modalites: partages(retenues, (e) => e.modalites),
    },
    axesComplets: retenues.length ? axes.filter((axe) => axe.valeurs.every((value) => value !== null)).length : 0,
    plusTransferables: premiersDe(retenues, (e) => e.transferabilite ?? 0),
    milieux: [...new Set(retenues.flatMap((e) => e.milieu ?? []))].sort(ordre),
    ecartees,
    illustratifs: liste.filter((e) => e.illustratif).length,
  };
}
