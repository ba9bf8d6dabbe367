/** Is a scenario viable? Named tests, each with its measure, its threshold and its reason, then stress tests. */
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { euros, pourcentPrecis } from '../../../texte/nombres.js';
import { fourchette, montantProbable } from '../../montants.js';
import { once } from '../../une-fois.js';
import { acteurCite } from '../../vocabulaire.js';
import type { Chiffrage } from '../chiffrage.js';
import { chargeAvec, recettesAvec, soldeMinimumAvec } from '../chiffrage-eprouve.js';
import { commun } from '../cles.js';
import type { Charge } from '../depenses-et-charge/charge.js';
import { donneurs, type LigneFinancement } from '../financement/regles-aides.js';
import type { Hypotheses, Seuils } from '../hypotheses.js';
import { type Couple, couplesAttendus, personneNeTient } from '../indicateurs/couverture.js';
import { valeurEnClair } from '../indicateurs/indicateurs.js';
import { argentDuVolume, argentParti, atLeast, montantsAuVolume } from './argent-des-epreuves.js';
import type { Assurance } from './conditions.js';
import type { ContexteTest, IdTest } from './definition.js';
import { type Epreuve, seuilEpreuve, surLaDuree } from './motifs.js';
import { TESTS, testsApplicables } from './tests-viabilite.js';

/** As the workbook shows it: met, met under a condition that `motif` tells, not met. */
export type EtatTest = 'oui' | 'sous condition' | 'non';

export interface TestViabilite {
  id: IdTest;
  libelle: string;
  /** Measure and threshold in French, with their units. */
  mesure: string;
  seuil: string;
  /** Met without reserve. */
  satisfait: boolean;
  etat: EtatTest;
  motif: string;
  /** Weight in the index. */
  poids: number;
  /** Where the threshold comes from: path of a reference or of the study's own choice. */
  origine: string | null;
}

export interface EpreuveViabilite {
  id: string;
  libelle: string;
  satisfait: boolean;
  motif: string;
  /** What it takes to pass, in words. */
  seuil: string;
  /** The scenario has nothing to try: it is neither met nor failed. */
  sansObjet: boolean;
  /** Why the study keeps it where it tells no scenario apart. */
  gardee: string | null;
}

export interface Viabilite {
  tests: TestViabilite[];
  /** Each costs the scenario again: made when they are first read. */
  readonly epreuves: EpreuveViabilite[];
  /** Σ weights of the tests passed ÷ Σ weights, × 100. */
  indice: number;
}

export const FORMULE_INDICE =
  'poids des tests satisfaits (la moitié pour un test satisfait sous condition) ÷ poids de tous les tests, sur 100';

/** « 7 sur 10, 2 sous condition »: a test met under a condition is neither met nor failed. */
export function testsEnClair(tests: readonly Pick<TestViabilite, 'etat'>[]): string {
  const count = (wanted: EtatTest): number => tests.filter(({ etat }) => etat === wanted).length;
  return `${count('oui')} sur ${tests.length}${count('sous condition') > 0 ? `, ${count('sous condition')} sous condition` : ''}`;
}

const etatDe = (verdict: string | number | null): EtatTest =>
  verdict === 'oui' || verdict === 'sous condition' ? verdict : 'non';

const motifSousCondition = (motif: string, { condition, suffit }: Assurance): string =>
  suffit ? condition : `${motif} ; ${condition}`;

export function analyserViabilite(study: Study, c: Chiffrage, hypotheses: Hypotheses, seuils: Seuils): Viabilite {
  const { m, k } = { m: c.modele, k: c.cles };
  const x: ContexteTest = { study, scenario: c.scenario, lignes: c.lignes, years: c.annees, m, k, seuils };
  const tests = testsApplicables(seuils).map((id): TestViabilite => {
    const { libelle, unite, dire, seuil, motif, origine, assure } = TESTS[id];
    const etat = etatDe(m.valeur(k.verdict(id)));
    const value = m.valeur(k.mesureTest(id));
    const words = typeof value === 'number' ? valeurEnClair({ valeur: value, unite }) : (value ?? '—');
    return {
      id,
      libelle,
      mesure: dire?.(x) ?? words,
      seuil: seuil(x),
      satisfait: etat === 'oui',
      etat,
      motif: etat === 'sous condition' && assure ? motifSousCondition(motif(x), assure(x)) : motif(x),
      poids: m.nombre(commun.poidsTest(id)),
      origine: origine(x),
    };
  });
  const epreuves = once(() => epreuvesDe(study, c, hypotheses, seuils));
  return {
    tests,
    get epreuves() {
      return epreuves();
    },
    indice: m.nombre(k.indicateur('indice_viabilite')),
  };
}

/** Whether an actor gives a receipt, alone or among others. */
const donne = ({ financeur, groupe = [] }: Scenario['financements'][number], acteur: string): boolean =>
  financeur === acteur || groupe.some((one) => one.acteur === acteur);

/** The scenario as the trial makes it; costed by the same formulas. */
function eprouver(scenario: Scenario, { type, valeur, acteur }: Epreuve, premier: string | undefined): Scenario {
  const { financements, partenaires, modalites, moyens, roles } = scenario;
  switch (type) {
    case 'perte-premier-financeur':
      return { ...scenario, financements: financements.flatMap((source) => sansFinanceur(source, premier)) };
    case 'retard-versements':
      return {
        ...scenario,
        // Own funds are at hand when they are needed.
        financements: financements.map((source) =>
          source.nature === 'autofinancement' || (acteur !== undefined && !donne(source, acteur))
            ? source
            : { ...source, delai_versement_mois: (source.delai_versement_mois ?? 0) + (valeur ?? 6) },
        ),
      };
    case 'depart-partenaire': {
      const gone = acteur ?? essentielDe(scenario);
      return {
        ...scenario,
        financements: financements.flatMap((source) =>
          chacunPaieLeSien(source) ? [source] : sansFinanceur(source, gone),
        ),
        partenaires: partenaires.filter((partenaire) => partenaire.acteur !== gone),
        roles: roles.map((role) => ({ ...role, acteurs: role.acteurs.filter((one) => one !== gone) })),
        moyens: { ...moyens, humains: moyens.humains.filter(({ porteur }) => porteur !== gone) },
      };
    }
    case 'hausse-demande': {
      const times = 1 + (valeur ?? 0.2);
      return {
        ...scenario,
        modalites: modalites.map((ligne) => ({
          ...ligne,
          volume_annuel: (fourchette(ligne.volume_annuel)?.mode ?? 0) * times,
        })),
      };
    }
    case 'hausse-couts':
      return scenario;
  }
}

/** What is left of a source when one of those who give it leaves. */
function sansFinanceur(source: LigneFinancement, parti: string | undefined): LigneFinancement[] {
  const kept = donneurs(source).filter(({ acteur }) => acteur !== parti);
  const part = kept.reduce((sum, donneur) => sum + donneur.part, 0);
  if (kept.length === donneurs(source).length) return [source];
  if (part === 0) return [];
  // A rate, a price or an amount: what is left of it.
  const { taux, tarif, montant } = source;
  const left =
    taux !== undefined
      ? { taux: taux * part }
      : tarif !== undefined
        ? { tarif: montantProbable(tarif) * part }
        : { montant: (montantProbable(montant) ?? 0) * part };
  return [{ ...source, groupe: kept, ...left }];
}

/** A rate on what its own givers bear: who leaves takes its expenses with it, and the others pay for theirs as before. */
const chacunPaieLeSien = (source: LigneFinancement): boolean =>
  source.taux !== undefined &&
  donneurs(source).length > 1 &&
  donneurs(source).every(({ acteur }) => source.assiette_porteurs?.includes(acteur));

/** The first funder that may leave: the bearer pays its own share. */
const premierExterne = ({ financeurs, scenario }: Chiffrage): string | undefined =>
  financeurs.find(({ financeur }) => financeur !== scenario.porteur)?.financeur;

const essentielDe = ({ partenaires }: Scenario): string | undefined =>
  partenaires.find(({ essentiel }) => essentiel)?.acteur;

function epreuvesDe(study: Study, c: Chiffrage, hypotheses: Hypotheses, seuils: Seuils): Viabilite['epreuves'] {
  return (study.criteres?.viabilite?.epreuves ?? []).map((epreuve) => {
    const { id, libelle, motif: gardee = null } = epreuve;
    const vaine = sansObjet(study, c, epreuve);
    const found = issue(study, c, epreuve, hypotheses, seuils);
    return {
      ...{ id, libelle, ...found, motif: vaine ?? found.motif },
      ...{ seuil: seuilEpreuve(epreuve, seuils, montantsAuVolume(study)), sansObjet: vaine !== null, gardee },
    };
  });
}

/** Why a trial takes nothing from the scenario: who would leave it is not there, or nobody is; null when it does. */
function sansObjet(study: Study, c: Chiffrage, { type, acteur }: Epreuve): string | null {
  const { financements, partenaires, roles } = c.scenario;
  const gives = financements.some((source) => donneurs(source).some((one) => one.acteur === acteur));
  if (type === 'depart-partenaire') {
    if (acteur === undefined) return essentielDe(c.scenario) === undefined ? 'aucun partenaire n’est essentiel' : null;
    const there =
      gives ||
      partenaires.some((one) => one.acteur === acteur) ||
      roles.some(({ acteurs }) => acteurs.includes(acteur)) ||
      c.lignes.some(({ porteur }) => porteur === acteur);
    return there ? null : `${acteurCite(study, acteur)} n’est pas de ce scénario`;
  }
  if (type !== 'perte-premier-financeur') return null;
  if (acteur === undefined)
    return premierExterne(c) === undefined ? 'aucun financeur n’est extérieur au porteur' : null;
  return gives ? null : `${acteurCite(study, acteur)} ne finance pas ce scénario`;
}

/** Whose days the highest load takes: one side may have days left where the other has none. */
function cotesCharges({ taux, joursPorteur, capacitePorteur, joursPartenaires, capacitePartenaires }: Charge): string {
  const atteint = (asked: number, brought: number): boolean => taux !== null && asked >= brought * taux * (1 - 1e-9);
  const own = atteint(joursPorteur, capacitePorteur);
  const theirs = capacitePartenaires > 0 && atteint(joursPartenaires, capacitePartenaires);
  if (own && theirs) return 'du porteur comme des partenaires';
  return theirs ? 'des partenaires' : 'du porteur';
}

/** Functions of a priority domain that someone held before, and nobody after. */
function manquesAjoutes(study: Study, before: Scenario, after: Scenario): Couple[] {
  const held = couplesAttendus(study, before);
  return couplesAttendus(study, after).filter(({ servi }, i) => !servi && held[i]?.servi === true);
}

/** How the scenario stands once tried, with the figure that says so. */
function issue(
  study: Study,
  c: Chiffrage,
  epreuve: Epreuve,
  hypotheses: Hypotheses,
  seuils: Seuils,
): { satisfait: boolean; motif: string } {
  const { type, valeur, acteur } = epreuve;
  const premier = acteur ?? premierExterne(c);
  const tried = eprouver(c.scenario, epreuve, premier);
  const tolerance = seuils.equilibre * c.depensesTotales;
  switch (type) {
    case 'perte-premier-financeur': {
      const balance = recettesAvec(c, tried.financements) - c.depensesTotales;
      const lost = premier ? acteurCite(study, premier) : 'financeur';
      const motif = `sans ${lost}, il manquerait ${euros(Math.max(0, -balance))} ${surLaDuree(c.annees)}`;
      return { satisfait: atLeast(balance, -tolerance), motif };
    }
    case 'retard-versements': {
      const { solde, mois } = soldeMinimumAvec(c, tried.financements);
      return {
        satisfait: atLeast(solde, seuils.tresorerie),
        motif: `solde le plus bas : ${euros(solde)}, au mois ${mois}`,
      };
    }
    case 'hausse-couts': {
      const balance = c.recettesTotales - c.depensesTotales - c.coutTotal * (valeur ?? 0.1);
      return { satisfait: atLeast(balance, -tolerance), motif: `solde ${surLaDuree(c.annees)} : ${euros(balance)}` };
    }
    case 'depart-partenaire':
    case 'hausse-demande': {
      const charge = chargeAvec(study, tried, hypotheses, seuils, c.cles);
      const { taux } = charge;
      const load =
        taux === null ? 'plus aucune capacité' : `charge : ${pourcentPrecis(taux)} des jours ${cotesCharges(charge)}`;
      const gone = type === 'depart-partenaire' ? (acteur ?? essentielDe(c.scenario)) : undefined;
      // What nobody held before is told by the test on functions: the trial tells what the departure takes.
      const lost = gone === undefined ? [] : manquesAjoutes(study, c.scenario, tried);
      const argent =
        gone === undefined
          ? argentDuVolume(study, c, tried, hypotheses, seuils)
          : argentParti(c, gone, tried, seuils.equilibre);
      const stands = [load, ...(lost.length > 0 ? [personneNeTient(lost)] : []), ...argent.dit].join(' ; ');
      const motif = gone === undefined ? stands : `sans ${acteurCite(study, gone)}, ${stands}`;
      const holds = taux !== null && atLeast(seuils.charge, taux) && lost.length === 0 && argent.tient;
      return { satisfait: holds, motif };
    }
  }
}
