/** The expenses of a scenario as lines, each with its years: what its means, its tools and its running costs say. */
import { groups } from 'd3-array';
import { numberAt } from '../../../lists/at.js';
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { preciser } from '../../../texte/accords.js';
import { fourchette } from '../../montants.js';
import { parId } from '../../par-id.js';
import type { Fourchette } from '../../types-communs.js';
import { nomActeur } from '../../vocabulaire.js';
import type { Hypotheses } from '../hypotheses.js';
import { activiteDe } from './activite.js';
import type { Activite, LigneDepense } from './depenses.js';
import { lignesDesEmprunts } from './emprunts.js';
import { aPayer, taxeDe } from './tva.js';

const ZERO: Fourchette = { min: 0, mode: 0, max: 0 };

export const dureeDe = (scenario: Scenario, { annees }: Hypotheses): number => scenario.duree_annees ?? annees;

type Quantites = Pick<LigneDepense, 'quantite' | 'presence' | 'indexe' | 'croissance' | 'facteurs'>;

type Ligne = Omit<LigneDepense, 'nom'>;

/** In which years a line is spent: each one (of some, or from one on), or a single time. */
interface Rythme {
  chaqueAnnee(quantite: number, only: readonly number[] | undefined, from?: number): Quantites;
  uneFois(quantite: number, when: number): Quantites;
}

function rythmeDe(scenario: Scenario, hypotheses: Hypotheses): Rythme {
  const years = Array.from({ length: dureeDe(scenario, hypotheses) }, (_, index) => index + 1);
  const growth = (year: number): number => (1 + hypotheses.evolution) ** (year - 1);
  return {
    chaqueAnnee(quantite, only, from = 1) {
      const presence = years.map((year) => (year >= from && (!only || only.includes(year)) ? 1 : 0));
      const facteurs = years.map((year, i) => quantite * numberAt(presence, i) * growth(year));
      return { quantite, presence, indexe: true, croissance: years.map(growth), facteurs };
    },
    uneFois(quantite, when) {
      const presence = years.map((year) => (year === when ? 1 : 0));
      const facteurs = presence.map((here) => quantite * here);
      return { quantite, presence, indexe: false, croissance: years.map(() => 1), facteurs };
    },
  };
}

const cheminDe = ({ id }: Scenario): string => `scenarios/${id}`;

const postes = (scenario: Scenario, { chaqueAnnee }: Rythme): Ligne[] =>
  scenario.moyens.humains.map((poste) => ({
    id: poste.id,
    libelle: poste.profil,
    nature: 'humain',
    section: 'fonctionnement',
    porteur: poste.porteur,
    montant: fourchette(poste.cout_annuel) ?? ZERO,
    ...chaqueAnnee(poste.etp, poste.annees),
    amortissement: null,
    chemin: `${cheminDe(scenario)}/moyens/humains/${poste.id}`,
    suit: null,
  }));

const equipements = (scenario: Scenario, { uneFois }: Rythme): Ligne[] =>
  (scenario.moyens.materiels ?? []).map((bien) => ({
    id: bien.id,
    libelle: bien.libelle,
    nature: 'materiel',
    section: 'investissement',
    porteur: bien.porteur,
    montant: fourchette(bien.cout) ?? ZERO,
    ...uneFois(1, bien.annee),
    tva: taxeDe(scenario, bien.taux_tva),
    amortissement: bien.amortissement ?? null,
    chemin: `${cheminDe(scenario)}/moyens/materiels/${bien.id}`,
    suit: null,
  }));

/** The same with the factors of each year in the share of its volume that it reaches. */
const selonLaMontee = (own: Quantites, { montee }: Activite): Quantites => ({
  ...own,
  facteurs: own.facteurs.map((value, year) => value * numberAt(montee, year)),
});

/** A line given as a rate follows what its payer spends on staff; one given by unit, the volume of a modality. */
const fonctionnements = (
  scenario: Scenario,
  { chaqueAnnee }: Rythme,
  posts: readonly Ligne[],
  years: number,
): Ligne[] =>
  (scenario.moyens.fonctionnement ?? []).map((ligne) => {
    const { taux_personnel: taux } = ligne;
    const byUnit = taux === undefined && ligne.cout_unitaire !== undefined;
    const activite = byUnit ? activiteDe(scenario, ligne.modalite, years) : null;
    const own = chaqueAnnee(activite?.volume.mode ?? 1, ligne.annees);
    const staff = posts.filter(({ porteur }) => porteur === ligne.porteur).map(({ id }) => id);
    return {
      id: ligne.id,
      libelle: ligne.libelle,
      nature: ligne.nature ?? 'fonctionnement',
      section: 'fonctionnement',
      porteur: ligne.porteur,
      montant: fourchette(activite ? ligne.cout_unitaire : ligne.cout_annuel) ?? ZERO,
      ...(activite ? { ...selonLaMontee(own, activite), activite } : own),
      tva: taux === undefined && ligne.nature !== 'fonds' ? taxeDe(scenario, ligne.taux_tva) : null,
      amortissement: null,
      chemin: `${cheminDe(scenario)}/moyens/fonctionnement/${ligne.id}`,
      suit: taux === undefined ? null : { taux, lignes: staff },
    };
  });

/** A tool is bought once and used each year from then on: what the scenario says of its price, else its own sheet. */
const outilsEmployes = (study: Study, scenario: Scenario, { chaqueAnnee, uneFois }: Rythme): Ligne[] =>
  (scenario.outils ?? []).flatMap((emploi, index): Ligne[] => {
    const outil = parId(study.outils, emploi.outil);
    const common = {
      nature: 'outil' as const,
      porteur: emploi.porteur ?? scenario.porteur,
      suit: null,
      tva: taxeDe(scenario, emploi.taux_tva),
    };
    const chemin = `${cheminDe(scenario)}/outils/${index + 1}`;
    const libelle = outil?.nom ?? emploi.outil;
    const purchase = fourchette(emploi.investissement ?? outil?.cout?.investissement);
    const upkeep = fourchette(emploi.fonctionnement_annuel ?? outil?.cout?.fonctionnement_annuel);
    return [
      ...(purchase
        ? [
            {
              ...common,
              id: `${emploi.outil}-achat`,
              libelle: preciser(libelle, 'achat'),
              section: 'investissement' as const,
              montant: purchase,
              ...uneFois(emploi.quantite, emploi.annee),
              amortissement: outil?.amortissement_ans ?? null,
              chemin,
            },
          ]
        : []),
      ...(upkeep
        ? [
            {
              ...common,
              id: `${emploi.outil}-usage`,
              libelle: preciser(libelle, 'usage'),
              section: 'fonctionnement' as const,
              montant: upkeep,
              ...chaqueAnnee(emploi.quantite, undefined, emploi.annee),
              amortissement: null,
              chemin,
            },
          ]
        : []),
    ];
  });

/** Each with the words that name it alone. */
function nommees(study: Study, lignes: readonly Ligne[]): LigneDepense[] {
  const shared = new Set(
    groups(lignes, ({ libelle }) => libelle).flatMap(([libelle, alike]) =>
      new Set(alike.map(({ porteur }) => porteur)).size > 1 ? [libelle] : [],
    ),
  );
  return lignes.map((ligne) => {
    const { libelle, porteur } = ligne;
    return { ...ligne, nom: shared.has(libelle) ? preciser(libelle, nomActeur(study, porteur) ?? porteur) : libelle };
  });
}

/** With what is paid in the end for each euro that is written. */
const taxee = (ligne: Ligne): Ligne => {
  const { tva } = ligne;
  return tva ? { ...ligne, facteurs: ligne.facteurs.map((value) => value * aPayer(tva)) } : ligne;
};

export function lignesDepenses(study: Study, scenario: Scenario, hypotheses: Hypotheses): LigneDepense[] {
  const rythme = rythmeDe(scenario, hypotheses);
  const posts = postes(scenario, rythme);
  const others = [
    ...equipements(scenario, rythme),
    ...fonctionnements(scenario, rythme, posts, dureeDe(scenario, hypotheses)),
    ...outilsEmployes(study, scenario, rythme),
    ...lignesDesEmprunts(scenario, dureeDe(scenario, hypotheses)),
  ];
  // A post that costs nothing (volunteers) still brings days; what else costs nothing is no expense.
  return nommees(study, [
    ...posts,
    ...others.map(taxee).filter(({ montant, suit, dette }) => montant.max > 0 || suit !== null || dette),
  ]);
}
