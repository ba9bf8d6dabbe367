/** Is a scenario viable? Named tests, each with its measure, its threshold and its reason, then stress tests. */
import type { Study } from '../../study/study.js';
import { compte, nombreFr } from '../phrases.js';
import { nomActeur } from '../vocabulaire.js';
import { chargeDe } from './charge.js';
import type { Chiffrage } from './chiffrage.js';
import { recettesAnnuelles, total } from './financement.js';
import type { Hypotheses } from './hypotheses.js';
import { tresorerie } from './tresorerie.js';

export interface TestViabilite {
  id: string;
  libelle: string;
  /** Measure and threshold in French, with their units. */
  mesure: string;
  seuil: string;
  satisfait: boolean;
  motif: string;
  /** Weight in the index. */
  poids: number;
  /** Where the threshold comes from: path of a reference or of the study's own choice. */
  origine: string | null;
}

export interface Viabilite {
  tests: TestViabilite[];
  epreuves: { id: string; libelle: string; satisfait: boolean; motif: string }[];
  /** Σ weights of the tests passed ÷ Σ weights, × 100. */
  indice: number;
}

export const FORMULE_INDICE = 'poids des tests satisfaits ÷ poids de tous les tests, sur 100';

const pourcent = (part: number): string => `${nombreFr(part * 100)}\u00a0%`;
const euros = (value: number): string => `${nombreFr(Math.round(value))}\u00a0€`;
/** At least the threshold, within the rounding of sums: a measure that stands exactly on it passes. */
export const atteint = (measure: number, threshold: number): boolean =>
  measure >= threshold - 1e-9 * Math.max(1, Math.abs(threshold));
const depasse = (measure: number, threshold: number): boolean => !atteint(threshold, measure);
const ENGAGEMENTS = ['pressenti', 'contacte', 'volontaire', 'engage'];

export function analyserViabilite(study: Study, c: Chiffrage, hypotheses: Hypotheses): Viabilite {
  const settings = study.criteres?.viabilite ?? {};
  const { scenario } = c;
  const cost = total(c.depensesAnnuelles);
  const value = (id: string): number | null => c.indicateurs.get(id)?.valeur ?? null;
  const tests: TestViabilite[] = [];
  const add = (test: Omit<TestViabilite, 'poids'>): void => {
    tests.push({ ...test, poids: settings.poids?.[test.id] ?? 1 });
  };

  const gap = cost > 0 ? (c.recettesTotales - cost) / cost : 0;
  const balance = settings.seuil_equilibre ?? 0.05;
  add({
    id: 'equilibre',
    libelle: 'Financement équilibré',
    mesure: `${gap >= 0 ? '+' : '−'}${pourcent(Math.abs(gap))}`,
    seuil: `au moins −${pourcent(balance)} des dépenses`,
    satisfait: atteint(gap, -balance),
    motif: `${euros(c.recettesTotales)} de recettes pour ${euros(cost)} de dépenses`,
    origine: 'criteres/viabilite/seuil_equilibre',
  });

  const reference = study.references.find(({ id }) => id === settings.reference_autofinancement);
  const minimum = typeof reference?.valeur === 'number' ? reference.valeur / 100 : null;
  const own = value('part_autofinancement');
  if (minimum !== null && reference)
    add({
      id: 'autofinancement',
      libelle: 'Autofinancement minimal',
      mesure: own === null ? '—' : pourcent(own),
      seuil: `au moins ${pourcent(minimum)}`,
      satisfait: own !== null && atteint(own, minimum),
      motif: `« ${reference.titre} »`,
      origine: `references/${reference.id}`,
    });

  const load = value('charge_sur_capacite');
  const loadLimit = settings.seuil_charge ?? 1;
  add({
    id: 'capacite',
    libelle: 'Capacité suffisante',
    mesure: load === null ? 'sans capacité' : pourcent(load),
    seuil: `au plus ${pourcent(loadLimit)} des jours disponibles`,
    satisfait: load !== null && !depasse(load, loadLimit),
    motif: `porteur : ${nombreFr(c.charge.joursPorteur)} jours demandés pour ${nombreFr(c.charge.capacitePorteur)} ; partenaires : ${nombreFr(c.charge.joursPartenaires)} pour ${nombreFr(c.charge.capacitePartenaires)}`,
    origine: 'criteres/viabilite/seuil_charge',
  });

  const { manques, attendus } = c.couverture;
  const nom = (list: readonly { id: string; libelle: string }[], id: string): string =>
    list.find((entry) => entry.id === id)?.libelle ?? id;
  add({
    id: 'fonctions',
    libelle: 'Fonctions couvertes',
    mesure: `${attendus - manques.length} sur ${attendus}`,
    seuil: 'chaque fonction dans chaque domaine prioritaire',
    satisfait: manques.length === 0,
    motif: manques.length
      ? `manque : ${manques.map(({ fonction, domaine }) => `${nom(study.etude.fonctions, fonction)} (${nom(study.etude.domaines, domaine)})`).join(', ')}`
      : 'un rôle assure chacune',
    origine: null,
  });

  const needed = settings.engagement_minimal ?? 'volontaire';
  const short = scenario.partenaires
    .filter(({ essentiel }) => essentiel)
    .filter(({ acteur }) => {
      const level = study.acteurs.find(({ id }) => id === acteur)?.engagement ?? '';
      return ENGAGEMENTS.indexOf(level) < ENGAGEMENTS.indexOf(needed);
    });
  const essentials = scenario.partenaires.filter(({ essentiel }) => essentiel).length;
  add({
    id: 'partenaires',
    libelle: 'Partenaires essentiels acquis',
    mesure: `${essentials - short.length} sur ${essentials}`,
    seuil: `tous au moins « ${needed} »`,
    satisfait: short.length === 0,
    motif: short.length
      ? `à convaincre : ${short.map(({ acteur }) => nomActeur(study, acteur) ?? acteur).join(', ')}`
      : 'aucun ne manque',
    origine: 'criteres/viabilite/engagement_minimal',
  });

  add({
    id: 'entite',
    libelle: 'Pas de nouvelle entité',
    mesure: scenario.nouvelle_entite ? 'une personne morale est créée' : 'aucune',
    seuil: 'aucune',
    satisfait: !scenario.nouvelle_entite,
    motif: 'demande du cahier des charges',
    origine: `scenarios/${scenario.id}/nouvelle_entite`,
  });

  const first = value('part_premier_financeur');
  const dependence = settings.seuil_dependance ?? 0.7;
  const funder = c.financeurs[0];
  add({
    id: 'dependance',
    libelle: 'Dépendance modérée',
    mesure: first === null ? '—' : pourcent(first),
    seuil: `premier financeur : au plus ${pourcent(dependence)} des recettes`,
    satisfait: first !== null && !depasse(first, dependence),
    motif: funder ? `premier financeur : ${nomActeur(study, funder.financeur)}` : 'aucune recette',
    origine: 'criteres/viabilite/seuil_dependance',
  });

  const floor = settings.seuil_tresorerie ?? 0;
  add({
    id: 'tresorerie',
    libelle: 'Trésorerie suffisante',
    mesure: euros(c.tresorerie.minimum.solde),
    seuil: `au moins ${euros(floor)} chaque mois`,
    satisfait: atteint(c.tresorerie.minimum.solde, floor),
    motif: `solde le plus bas au mois ${c.tresorerie.minimum.mois}`,
    origine: 'criteres/viabilite/seuil_tresorerie',
  });

  const blocking = (scenario.conditions_juridiques ?? []).filter(({ etat }) => etat === 'bloquante');
  add({
    id: 'juridique',
    libelle: 'Aucun obstacle juridique',
    mesure: compte(blocking.length, 'condition bloquante', 'conditions bloquantes', 'aucune condition bloquante'),
    seuil: 'aucune',
    satisfait: blocking.length === 0,
    motif: blocking.length ? blocking.map(({ libelle }) => libelle).join(' ; ') : 'les conditions restent à remplir',
    origine: null,
  });

  const weights = total(tests.map(({ poids }) => poids));
  const passed = total(tests.filter(({ satisfait }) => satisfait).map(({ poids }) => poids));
  return { tests, epreuves: epreuvesDe(study, c, hypotheses), indice: weights > 0 ? (passed / weights) * 100 : 0 };
}

function epreuvesDe(study: Study, c: Chiffrage, hypotheses: Hypotheses): Viabilite['epreuves'] {
  const settings = study.criteres?.viabilite ?? {};
  const { scenario, lignes, montants } = c;
  const cost = total(c.depensesAnnuelles);
  const tolerance = (settings.seuil_equilibre ?? 0.05) * cost;
  return (settings.epreuves ?? []).map(({ id, libelle, type, valeur, acteur }) => {
    if (type === 'perte-premier-financeur') {
      const lost = c.financeurs[0]?.financeur;
      const left = scenario.financements.map(({ financeur }) => financeur !== lost);
      const recettes = recettesAnnuelles(scenario.financements, lignes, montants, left);
      const balance = recettes.reduce((sum, row) => sum + total(row), 0) - cost;
      const motif = `il manquerait ${euros(Math.max(0, -balance))} sans ${nomActeur(study, lost) ?? 'financeur'}`;
      return { id, libelle, satisfait: atteint(balance, -tolerance), motif };
    }
    if (type === 'retard-versements') {
      const cash = tresorerie(
        lignes,
        montants,
        scenario.financements,
        c.recettes,
        hypotheses.tresorerieInitiale,
        valeur ?? 6,
      );
      const motif = `solde le plus bas : ${euros(cash.minimum.solde)}`;
      return { id, libelle, satisfait: atteint(cash.minimum.solde, settings.seuil_tresorerie ?? 0), motif };
    }
    if (type === 'hausse-couts') {
      const balance = c.recettesTotales - cost * (1 + (valeur ?? 0.1));
      return { id, libelle, satisfait: atteint(balance, -tolerance), motif: `solde : ${euros(balance)}` };
    }
    const sans = acteur ?? scenario.partenaires.find(({ essentiel }) => essentiel)?.acteur;
    const charge =
      type === 'depart-partenaire'
        ? chargeDe(scenario, hypotheses, sans === undefined ? {} : { sans })
        : chargeDe(scenario, hypotheses, { hausse: valeur ?? 0.2 });
    const limit = settings.seuil_charge ?? 1;
    const load = charge.taux === null ? 'plus aucune capacité' : `charge : ${pourcent(charge.taux)} de la capacité`;
    const motif = type === 'depart-partenaire' && sans !== undefined ? `sans ${nomActeur(study, sans)}, ${load}` : load;
    return { id, libelle, satisfait: charge.taux !== null && !depasse(charge.taux, limit), motif };
  });
}
