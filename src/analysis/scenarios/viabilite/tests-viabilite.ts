/** The viability tests, one typed list: the program, the schema and the workbook read it. */
import { known } from '../../../lists/at.js';
import { contratEnPhrase } from '../../../study/contrat.js';
import { accord, compte, enumerer } from '../../../texte/accords.js';
import { euros, pourcentPrecis } from '../../../texte/nombres.js';
import {
  auMoins,
  auPlus,
  divise,
  egal,
  type Formule,
  fois,
  moins,
  nombre,
  nombreOu,
  plus,
  si,
  somme,
  texte,
  UN,
  ZERO,
} from '../../formules/formule.js';
import { acteurCite } from '../../vocabulaire.js';
import { commun } from '../cles.js';
import { tauxDeCharge } from '../depenses-et-charge/charge.js';
import { OUI } from '../depenses-et-charge/depenses.js';
import { financeursDe } from '../financement/payeurs.js';
import { hypotheseDeVersement, sourceLaPlusAttendue } from '../financement/rythmes.js';
import { tresorerieDe } from '../financement/tresorerie.js';
import type { Seuils } from '../hypotheses.js';
import { couvertureFonctions, personneNeTient } from '../indicateurs/couverture.js';
import { coupleServi, ETATS_CONDITIONS, libelleEngagement } from '../indicateurs/inventaires.js';
import {
  assurerCapacite,
  assurerFonctions,
  assurerTresorerie,
  atteint,
  engagementTient,
  sousEngagement,
} from './conditions.js';
import type { ContexteTest, DefinitionTest, IdTest } from './definition.js';
import {
  centiemes,
  citer,
  conditionsDe,
  ecartSigne,
  motifCharge,
  motifEquilibre,
  resteARemplir,
  soldeEquilibre,
  soldeProbable,
  surLaDuree,
} from './motifs.js';

const JAMAIS = nombre(1e99);

const choix = (seuil: string) => (): string => `criteres/viabilite/${seuil}`;

const essentiels = ({ scenario }: ContexteTest): number[] => scenario.partenaires.map((_, p) => p);

export const TESTS: Readonly<Record<IdTest, DefinitionTest>> = {
  equilibre: {
    libelle: 'Financement équilibré',
    grandeur: 'solde ÷ dépenses',
    unite: 'part',
    mesure: soldeEquilibre,
    passe: (mesure, { m }) => atteint(mesure, moins(ZERO, m.lire(commun.seuil('equilibre')))),
    // Balanced only if the receipts come: what they bring on average, each by its chance, must hold too.
    assure: ({ m, k }) => ({
      tient: atteint(soldeProbable({ m, k }), moins(ZERO, m.lire(commun.seuil('equilibre')))),
      get condition() {
        return `à condition d’obtenir toutes les recettes, dont on attend ${euros(m.nombre(k.total('recettes_probables')))} selon leur chance`;
      },
    }),
    dire: ({ m, k }) => ecartSigne(m.nombre(k.mesureTest('equilibre'))),
    seuil: ({ seuils }) => `au moins −${pourcentPrecis(seuils.equilibre)} des dépenses`,
    motif: motifEquilibre,
    origine: choix('seuil_equilibre'),
  },
  autofinancement: {
    libelle: 'Autofinancement minimal',
    grandeur: 'autofinancement ÷ recettes',
    unite: 'part',
    applicable: ({ autofinancement }) => autofinancement !== null,
    mesure: ({ m, k }) => m.lire(k.indicateur('part_autofinancement')),
    passe: (mesure, { m, scenario }) =>
      scenario.autofinancement_minimal_applicable === false
        ? egal(UN, UN)
        : atteint(nombreOu(mesure, nombre(-1)), m.lire(commun.seuil('autofinancement'))),
    seuil: ({ seuils }) =>
      `au moins ${pourcentPrecis(known(seuils.autofinancement, 'autofinancement').part)} des recettes`,
    motif: ({ seuils, years, scenario }) =>
      `part des recettes ${surLaDuree(years)}, selon « ${seuils.autofinancement?.reference.titre ?? ''} »${scenario.autofinancement_minimal_applicable === false ? ', qui ne s’applique pas à ce porteur' : ''}`,
    origine: ({ seuils }) => (seuils.autofinancement ? `references/${seuils.autofinancement.reference.id}` : null),
  },
  capacite: {
    libelle: 'Capacité suffisante',
    grandeur: 'jours demandés ÷ jours disponibles, au plus haut',
    unite: 'part',
    mesure: ({ m, k, years }) => tauxDeCharge(m, k, years),
    passe: (mesure, { m }) => atteint(m.lire(commun.seuil('charge')), nombreOu(mesure, JAMAIS)),
    assure: assurerCapacite,
    seuil: ({ seuils }) =>
      `au plus ${pourcentPrecis(seuils.charge)} des jours disponibles, chez le porteur comme chez les partenaires`,
    motif: (x) => motifCharge(x),
    origine: choix('seuil_charge'),
  },
  fonctions: {
    libelle: 'Fonctions couvertes',
    grandeur: 'fonctions tenues, domaine par domaine',
    unite: '',
    mesure: ({ m, k, study, scenario }) =>
      somme(
        Array.from({ length: couvertureFonctions(study, scenario).attendus }, (_, c) => coupleServi(m, k, c)),
        'couples fonction × domaine servi d’abord qu’un rôle assure',
      ),
    passe: (mesure, { study, scenario }) => auMoins(mesure, nombre(couvertureFonctions(study, scenario).attendus)),
    dire: ({ study, scenario }) => {
      const { couverts, attendus } = couvertureFonctions(study, scenario);
      return `${couverts} sur ${attendus}`;
    },
    assure: assurerFonctions,
    seuil: () => 'chaque fonction dans chaque domaine que le scénario sert d’abord',
    motif: ({ study, scenario }) => {
      const { manques } = couvertureFonctions(study, scenario);
      return manques.length
        ? personneNeTient(manques)
        : 'un rôle assure chaque fonction dans chaque domaine servi d’abord';
    },
    origine: () => null,
  },
  partenaires: {
    libelle: 'Partenaires essentiels acquis',
    grandeur: 'partenaires essentiels sans l’engagement demandé',
    unite: '',
    mesure: (x) => plus(...essentiels(x).map((p) => manquant(x, p))),
    passe: (mesure) => auPlus(mesure, ZERO),
    dire: (x) => {
      const all = x.scenario.partenaires.filter(({ essentiel }) => essentiel).length;
      return all === 0 ? 'aucun n’est essentiel' : `${all - x.m.nombre(x.k.mesureTest('partenaires'))} sur ${all}`;
    },
    seuil: ({ seuils }) => `tous au moins « ${libelleEngagement(seuils.engagement).toLowerCase()} »`,
    motif: (x) => {
      const short = x.scenario.partenaires.filter(({ essentiel, acteur }) => essentiel && !engagementTient(x, acteur));
      const left = new Set(x.study.acteurs.flatMap(({ id, retrait }) => (retrait ? [id] : [])));
      const names = (out: boolean) =>
        short.flatMap(({ acteur }) => (left.has(acteur) === out ? [acteurCite(x.study, acteur)] : []));
      const [gone, waited] = [names(true), names(false)];
      const told = [
        ...(gone.length > 0 ? [`${accord(gone.length, 's’est retiré', 'se sont retirés')} : ${enumerer(gone)}`] : []),
        ...(waited.length > 0
          ? [`${accord(waited.length, 'n’a', 'n’ont')} pas encore l’engagement demandé : ${enumerer(waited)}`]
          : []),
      ];
      return told.length > 0 ? told.join(' ; ') : 'chaque partenaire essentiel, s’il y en a, a l’engagement demandé';
    },
    origine: choix('engagement_minimal'),
  },
  entite: {
    libelle: 'Personne morale selon le contrat',
    grandeur: 'personnes morales créées',
    unite: '',
    // Only a contract that excludes a new legal person, or expects one, makes a test of it.
    applicable: ({ entite }) => entite !== null,
    mesure: ({ m, k }) => si(egal(m.lire(k.total('nouvelle_entite')), OUI), UN, ZERO),
    passe: (mesure, { seuils }) => (seuils.entite === 'attendue' ? auMoins(mesure, UN) : auPlus(mesure, ZERO)),
    dire: ({ scenario }) => (scenario.nouvelle_entite ? 'une personne morale est créée' : 'aucune'),
    seuil: ({ seuils }) => (seuils.entite === 'attendue' ? 'une, nouvelle' : 'aucune nouvelle'),
    motif: ({ study, seuils, scenario }) =>
      `${contratEnPhrase(study)} ${seuils.entite === 'attendue' ? 'attend' : 'exclut'} une nouvelle personne morale, et le scénario ${scenario.nouvelle_entite ? 'en crée une' : 'n’en crée pas'}`,
    origine: ({ scenario }) => `scenarios/${scenario.id}/nouvelle_entite`,
  },
  dependance: {
    libelle: 'Dépendance modérée',
    grandeur: 'part du premier financeur extérieur',
    unite: 'part',
    mesure: ({ m, k }) => m.lire(k.indicateur('part_premier_financeur')),
    passe: (mesure, { m }) => atteint(m.lire(commun.seuil('dependance')), nombreOu(mesure, JAMAIS)),
    seuil: ({ seuils }) =>
      `premier financeur extérieur au porteur : au plus ${pourcentPrecis(seuils.dependance)} des recettes`,
    motif: ({ m, k, study, scenario, years }) => {
      const [first] = financeursDe(scenario)
        .filter((id) => id !== scenario.porteur)
        .sort((a, b) => m.nombre(k.financeur(b)) - m.nombre(k.financeur(a)));
      return first
        ? `${acteurCite(study, first)} est le premier financeur extérieur au porteur ${surLaDuree(years)}`
        : `aucun financeur extérieur au porteur ${surLaDuree(years)}`;
    },
    origine: choix('seuil_dependance'),
  },
  concentration: {
    libelle: 'Financeurs assez nombreux',
    grandeur: 'somme des carrés des parts des financeurs',
    unite: 'indice',
    applicable: ({ herfindahl }) => herfindahl !== null,
    mesure: ({ m, k }) => m.lire(k.indicateur('concentration_financeurs')),
    passe: (mesure, { m }) => atteint(m.lire(commun.seuil('herfindahl')), nombreOu(mesure, JAMAIS)),
    dire: ({ m, k }) => centiemes(m.valeur(k.mesureTest('concentration'))),
    seuil: ({ seuils }) => `concentration : au plus ${centiemes(seuils.herfindahl)}`,
    motif: ({ years }) => `somme des carrés des parts des financeurs ${surLaDuree(years)}`,
    origine: choix('seuil_herfindahl'),
  },
  tresorerie: {
    libelle: 'Trésorerie suffisante',
    grandeur: 'solde mensuel le plus bas',
    unite: '€',
    mesure: ({ m, k }) => m.lire(k.total('solde_minimum')),
    passe: (mesure, { m }) => atteint(mesure, m.lire(commun.seuil('tresorerie'))),
    assure: assurerTresorerie,
    seuil: ({ seuils }) => `au moins ${euros(seuils.tresorerie)} chaque mois`,
    motif: ({ m, k, scenario, years }) => {
      const { solde, mois } = tresorerieDe(m, k).minimum;
      const recettes = scenario.financements.map((_, s) =>
        Array.from({ length: years }, (__, y) => m.nombre(k.recette(s, y))),
      );
      const hypothese = hypotheseDeVersement(sourceLaPlusAttendue(scenario, recettes));
      return `solde le plus bas : ${euros(solde)}, au mois ${mois}${hypothese ? ` (${hypothese})` : ''}`;
    },
    origine: choix('seuil_tresorerie'),
  },
  juridique: {
    libelle: 'Aucun obstacle juridique',
    grandeur: 'conditions bloquantes',
    unite: '',
    mesure: ({ m, k, scenario }) =>
      plus(
        ...(scenario.conditions_juridiques ?? []).map((_, c) =>
          si(egal(m.lire(k.condition(c)), texte(ETATS_CONDITIONS.bloquante)), UN, ZERO),
        ),
      ),
    passe: (mesure) => auPlus(mesure, ZERO),
    // With none that blocks, those left to fill are what the verdict is made of.
    dire: ({ m, k, scenario }) => {
      const left = conditionsDe(scenario, 'a-remplir').length;
      return compte(
        m.nombre(k.mesureTest('juridique')),
        'condition bloquante',
        'conditions bloquantes',
        left > 0
          ? compte(left, 'condition à remplir', 'conditions à remplir')
          : scenario.conditions_juridiques?.length
            ? 'aucune condition bloquante'
            : 'aucune condition n’est écrite',
      );
    },
    assure: ({ m, k, scenario }) => ({
      tient: auPlus(
        plus(
          ...(scenario.conditions_juridiques ?? []).map((_, c) =>
            si(egal(m.lire(k.condition(c)), texte(ETATS_CONDITIONS['a-remplir'])), UN, ZERO),
          ),
        ),
        ZERO,
      ),
      condition: resteARemplir(scenario),
    }),
    seuil: () => 'aucune condition bloquante',
    motif: ({ scenario }) => {
      const blocking = conditionsDe(scenario, 'bloquante');
      return blocking.length > 0
        ? `${compte(blocking.length, 'condition bloque', 'conditions bloquent')} : ${citer(blocking)}`
        : 'aucune condition ne bloque';
    },
    origine: () => null,
  },
};

const IDS_TESTS = Object.keys(TESTS) as IdTest[];

/** The tests that the thresholds of the study let be made, in order. */
export const testsApplicables = (seuils: Seuils): IdTest[] =>
  IDS_TESTS.filter((id) => TESTS[id].applicable?.(seuils) ?? true);

/** 1 for an essential partner whose commitment is under the threshold. */
function manquant({ m, k }: ContexteTest, p: number): Formule {
  return si(egal(m.lire(k.essentiel(p)), OUI), si(sousEngagement({ m, k }, p), UN, ZERO), ZERO);
}

/** As the workbook shows it. */
export const SOUS_CONDITION = texte('sous condition');

/** A test met under a condition counts for half. */
const pointsDe = (verdict: Formule, poids: Formule): Formule =>
  si(egal(verdict, OUI), poids, si(egal(verdict, SOUS_CONDITION), fois(nombre(0.5), poids), ZERO));

/** What passes the index: the weights of the tests passed out of all weights. */
export const indiceDe = (verdicts: readonly Formule[], poids: readonly Formule[]): Formule =>
  divise(
    fois(
      nombre(100),
      somme(
        verdicts.map((verdict, i) => pointsDe(verdict, poids[i] ?? ZERO)),
        'poids des tests satisfaits, la moitié de ceux sous condition',
      ),
    ),
    somme(poids, 'poids des tests'),
    ZERO,
  );
