/** Those who pay and are funded aside: each account balances, and what one gives another is told once. */

import { cellAt, itemAt } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import { accord, enumerer } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import type { Chiffrage } from '../../../scenarios/chiffrage.js';
import { type CompteParAn, comptesParAn } from '../../../scenarios/financement/comptes.js';
import { total } from '../../../scenarios/financement/financement.js';
import { donneurs, nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { seuilsDe } from '../../../scenarios/hypotheses.js';
import { surLaDuree } from '../../../scenarios/viabilite/motifs.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Scenario = Study['scenarios'][number];
type Source = Scenario['financements'][number];

const cheminDe = ({ id: scenario }: Scenario, { id }: Source, rang: number): string =>
  `scenarios/${scenario}/financements/${id ?? rang + 1}`;

/** Who of a group that pays aside has more, or less, than what it pays, where one receipt alone covers them and they are those who give it. */
function membreMalServi(
  { scenario, lignes, montants, recettes }: Chiffrage,
  { source, s }: { source: Source; s: number },
  admis: number,
): { acteur: string; paie: number; apporte: number } | null {
  const { groupe = [], assiette_porteurs: covered = [] } = source;
  if (groupe.length < 2 || groupe.some(({ acteur }) => !covered.includes(acteur) || acteur === scenario.porteur))
    return null;
  const apart = total(itemAt(recettes, s));
  for (const { acteur, part } of groupe) {
    const paie = total(lignes.flatMap(({ porteur }, i) => (porteur === acteur ? [total(itemAt(montants, i))] : [])));
    if (depasse(Math.abs(part * apart - paie), admis * paie)) return { acteur, paie, apporte: part * apart };
  }
  return null;
}

/** What an account that is funded aside is given, as the message lists it. */
const apporte = ({ scenario }: Chiffrage, compte: CompteParAn, nomSeul: (id: string) => string): string[] => [
  ...compte.sources.map((s) => `« ${nomDeLaSource(itemAt(scenario.financements, s), nomSeul)} »`),
  ...compte.recoit.map((t) => `« ${itemAt(scenario.transferts ?? [], t).libelle} »`),
];

const recetteAPartInegale: RegleCoherence = {
  code: 'recette-a-part-inegale',
  gravite: 'attention',
  titre: 'Ceux qui paient à part n’ont pas de quoi payer, ou ont plus.',
  explication:
    'Une recette dont « assiette_porteurs » ne nomme pas le porteur ne lui est pas versée : elle couvre, à part, les dépenses de ceux qu’elle nomme. Avec ce que d’autres payeurs leur versent (« transferts »), elle les vaut sur la durée, à l’écart admis pour l’équilibre (« viabilite.seuil_equilibre ») près, et la part de chaque membre du groupe vaut ce qu’il paie ; sinon le compte de ceux-là a un trou, ou garde ce qui ne lui est pas dû.',
  exemple: '{ id: postes, financeur: ville, assiette_porteurs: [ville], montant: 20000, … }',
  livrables: ['scenarios'],
  verifier: ({ study, scenarios, acteur, nomSeul }) =>
    scenarios().scenarios.flatMap(({ chiffrage }): Contradiction[] => {
      const { scenario, annees } = chiffrage;
      const { equilibre } = seuilsDe(study);
      const comptes = comptesParAn(chiffrage).slice(1);
      return comptes.flatMap((compte): Contradiction[] => {
        const [first] = compte.sources;
        if (first === undefined) return [];
        const source = itemAt(scenario.financements, first);
        const spent = total(compte.depenses) + total(compte.verses);
        const had = total(compte.recettes) + total(compte.recus);
        const at = { chemin: cheminDe(scenario, source, first), contre: [`scenarios/${scenario.id}/moyens`] as const };
        if (!depasse(Math.abs(had - spent), equilibre * spent)) {
          const one = compte.sources.length === 1 ? membreMalServi(chiffrage, { source, s: first }, equilibre) : null;
          return one === null
            ? []
            : [
                {
                  ...at,
                  message: `dans « ${scenario.titre} », ${acteur(one.acteur)} paie ${euros(Math.round(one.paie))} ${surLaDuree(annees)}, et sa part de « ${nomDeLaSource(source, nomSeul)} » apporte ${euros(Math.round(one.apporte))}.`,
                  issue: 'Ajustez les parts du groupe à ce que chacun paie, ou corrigez qui paie chaque dépense.',
                },
              ];
        }
        const given = apporte(chiffrage, compte, nomSeul);
        const sells = compte.sources.some((s) => scenario.financements[s]?.nature === 'recette');
        return [
          {
            ...at,
            message: `dans « ${scenario.titre} », ${enumerer(compte.titulaires.map(acteur))} ${accord(compte.titulaires.length, 'paie', 'paient')} ${euros(Math.round(spent))} ${surLaDuree(annees)}, et ${enumerer(given)} ${accord(given.length, 'apporte', 'apportent')} ${euros(Math.round(had))}.`,
            issue:
              had > spent && sells
                ? 'Comptez en dépense ce qui reste à qui vend (sa marge), en transfert ce qu’il verse au porteur (sa redevance), ou corrigez qui paie chaque dépense.'
                : sells
                  ? 'Ajustez ce qu’il vend à ce qu’il paie, comptez en transfert ce que le porteur lui verse (une compensation), ou corrigez qui paie chaque dépense.'
                  : 'Ajustez ce qu’ils apportent à ce qu’ils paient, ou corrigez qui paie chaque dépense.',
            ...(sells
              ? { saisie: 'Un transfert s’écrit dans « transferts » du scénario : « de », « a », « montant ».' }
              : {}),
          },
        ];
      });
    }),
};

/** Rank of the account that an actor holds; −1 for who holds none. */
const rangDuCompte = (comptes: readonly CompteParAn[], acteur: string): number =>
  comptes.findIndex(({ titulaires }) => titulaires.includes(acteur));

const transfertSansCompte: RegleCoherence = {
  code: 'transfert-sans-compte',
  gravite: 'attention',
  titre: 'Un transfert ne va pas d’un compte à un autre.',
  explication:
    'Un transfert va du porteur à qui paie à part, ou en vient : celui-là est nommé dans « assiette_porteurs » d’une recette qui n’est pas versée au porteur (ce qu’un délégataire vend, les aides qu’il reçoit). Entre d’autres, il n’est la dépense ni la recette d’aucun compte.',
  exemple: '- { id: redevance, libelle: Redevance, de: exploitant, a: commune, montant: 12000 }',
  livrables: ['scenarios'],
  verifier: ({ scenarios, acteur }) =>
    scenarios().scenarios.flatMap(({ chiffrage }): Contradiction[] => {
      const { scenario } = chiffrage;
      const comptes = comptesParAn(chiffrage);
      return (scenario.transferts ?? []).flatMap((one): Contradiction[] => {
        const [de, a] = [rangDuCompte(comptes, one.de), rangDuCompte(comptes, one.a)];
        if (de >= 0 && a >= 0 && de !== a) return [];
        return [
          {
            chemin: `scenarios/${scenario.id}/transferts/${one.id}`,
            contre: [`scenarios/${scenario.id}/financements`],
            message: `dans « ${scenario.titre} », « ${one.libelle} » va de ${acteur(one.de)} à ${acteur(one.a)}, qui n’ont pas chacun leur compte.`,
            issue: 'Dites qui paie et encaisse à part, ou retirez ce transfert.',
            saisie: 'Une recette est à part quand « assiette_porteurs » nomme qui l’encaisse, sans le porteur.',
          },
        ];
      });
    }),
};

/** The expense by which one account gives another a receipt: it names who is paid, or nobody and the same amount in the first year. */
function depenseQuiPaie(
  { scenario, lignes, montants, recettes }: Chiffrage,
  payer: string,
  cashier: readonly string[],
  s: number,
): string | null {
  const first = cellAt(recettes, s, 0);
  const found = (scenario.moyens.fonctionnement ?? []).find(({ id, porteur, beneficiaire }) => {
    if (porteur !== payer) return false;
    if (beneficiaire !== undefined) return cashier.includes(beneficiaire);
    const i = lignes.findIndex((ligne) => ligne.id === id);
    return first > 0 && i >= 0 && Math.abs(cellAt(montants, i, 0) - first) < 1;
  });
  return found?.id ?? null;
}

const transfertCompteDeuxFois: RegleCoherence = {
  code: 'transfert-compte-deux-fois',
  gravite: 'attention',
  titre: 'Ce que deux payeurs se versent est compté en coût et en recette du scénario.',
  explication:
    'La compensation d’un délégataire, la redevance qu’il verse passent d’un compte à l’autre. Écrites en dépense de l’un et en recette de l’autre, elles gonflent le coût du scénario et ses recettes, et les comparaisons avec ceux qui n’en ont pas. « transferts » les dit une fois : chaque compte les a, l’ensemble ne les compte pas.',
  exemple: '- { id: compensation, libelle: Compensation, de: commune, a: exploitant, montant: 90000 }',
  livrables: ['scenarios'],
  verifier: ({ scenarios, nomSeul }) =>
    scenarios().scenarios.flatMap(({ chiffrage }): Contradiction[] => {
      const { scenario } = chiffrage;
      const comptes = comptesParAn(chiffrage);
      return scenario.financements.flatMap((source, s): Contradiction[] => {
        const own = comptes.find(({ sources }) => sources.includes(s));
        const [payer, ...others] = donneurs(source).map(({ acteur }) => acteur);
        if (!own || payer === undefined || others.length > 0) return [];
        const from = rangDuCompte(comptes, payer);
        if (from < 0 || comptes[from] === own) return [];
        const ligne = depenseQuiPaie(chiffrage, payer, own.titulaires, s);
        if (ligne === null) return [];
        return [
          {
            chemin: cheminDe(scenario, source, s),
            contre: [`scenarios/${scenario.id}/moyens/fonctionnement/${ligne}`],
            message: `dans « ${scenario.titre} », « ${nomDeLaSource(source, nomSeul)} » est la recette d’un compte et la dépense d’un autre : le coût du scénario et ses recettes la comptent.`,
            issue: 'Dites une fois, comme un transfert entre payeurs, ce qui est écrit en dépense et en recette.',
            saisie:
              'Il s’écrit dans « transferts » du scénario (« de », « a », « montant »), et la dépense et la recette se retirent.',
          },
        ];
      });
    }),
};

export const COMPTES: readonly RegleCoherence[] = [recetteAPartInegale, transfertSansCompte, transfertCompteDeuxFois];
