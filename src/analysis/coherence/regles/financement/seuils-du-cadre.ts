/** The thresholds that the legal frame says are passed or not, against the amounts of the conventions that it is about. */
import { rollups, sum } from 'd3-array';
import { enumerer } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { montantProbable } from '../../../montants.js';
import { concerne, natureDe } from '../../../natures.js';
import { versionAu } from '../../../references.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Amounts are written with all taxes: a threshold without taxes is passed for sure once the highest rate of VAT is taken off. */
const TVA = 1.2;

export const seuilContredit: RegleCoherence = {
  code: 'seuil-contredit',
  gravite: 'attention',
  titre: 'Le cadre juridique dit un seuil tenu ou passé, et les conventions disent le contraire.',
  explication:
    'Une application du cadre (« cadre.applications ») qui dit où l’on est d’un seuil (« seuil ») le lit dans sa référence (« valeur », en euros, version en vigueur à la date du mode opératoire). « sous » : les montants par an des conventions visées ne le passent pas ensemble, TVA de 20 % ôtée quand il est hors taxes. « au-dela » : ceux d’un partenaire au moins le passent.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const { mode_operatoire: mode, references, etude, acteurs } = study;
    const date = etude.livrables?.find(({ id }) => id === 'mode-operatoire')?.date ?? etude.date;
    const natures = new Map(acteurs.map((one) => [one.id, natureDe(one)]));
    return (mode?.cadre ?? []).flatMap(({ applications }, i) =>
      applications.flatMap(({ seuil, reference, natures: kinds, conventions: agreements }, j): Contradiction[] => {
        const rule = seuil && reference ? versionAu(references, reference, date) : null;
        const valeur = rule?.valeur ?? null;
        if (!rule || valeur === null || !rule.unite?.startsWith('€')) return [];
        const due = (mode?.conventions ?? []).filter(({ partenaire, nature, sens, montant }) => {
          const kind = natures.get(partenaire) ?? null;
          return (
            montant !== undefined &&
            sens !== 'recu' &&
            (agreements === undefined || (nature !== undefined && agreements.includes(nature))) &&
            (kinds === undefined || (kind !== null && kinds.includes(kind))) &&
            concerne(rule, kind)
          );
        });
        const perYear = rollups(
          due,
          (own) => sum(own, ({ montant }) => montantProbable(montant)),
          ({ partenaire }) => partenaire,
        ).sort(([, a], [, b]) => b - a);
        const [most] = perYear;
        const total = sum(perYear, ([, amount]) => amount);
        const least = /HT|hors taxes/i.test(rule.unite) ? TVA : 1;
        const at = {
          chemin: `mode_operatoire/cadre/${i + 1}/applications/${j + 1}/seuil`,
          contre: ['mode_operatoire/conventions'] as const,
        };
        const limit = `${euros(valeur)}${rule.unite.slice(1)} (« ${rule.titre} »)`;
        if (seuil === 'sous' && depasse(total / least - valeur, 1))
          return [
            {
              ...at,
              message: `le cadre tient pour respecté le seuil de ${limit}, et les conventions visées (${enumerer(perYear.map(([id]) => acteur(id)))}) font ${euros(total)} par an.`,
              issue: 'Menez la procédure que ce montant demande, ou corrigez ce que dit le cadre.',
            },
          ];
        if (seuil === 'au-dela' && most && !depasse(most[1] - valeur, 0))
          return [
            {
              ...at,
              message: `le cadre tient pour passé le seuil de ${limit}, et la plus forte des conventions visées est de ${euros(most[1])} par an, pour ${acteur(most[0])}.`,
              issue: 'Ôtez ce qui ne s’applique pas, ou corrigez le montant.',
            },
          ];
        return [];
      }),
    );
  },
};

export const SEUILS_DU_CADRE = [seuilContredit] as const;
