/** « les quatre cinquièmes du budget ont été dépensés », « le budget a été dépassé »: what a sentence says of the money of the year, against the accounts. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { euros, pourcent } from '../../../../texte/nombres.js';
import { analyserDispositif } from '../../../projets/dispositif.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { FRACTION, fractionDe, propositions, valeurDe } from '../propositions.js';

const PART = new RegExp(
  `^(?<comment>plus d[e'] ?|moins d[e'] ?|pres d[e'] ?|environ )?(?:(?<fraction>${FRACTION})|(?<pc>\\d+(?:,\\d+)?) ?%|(?<tout>la totalite)) (?:du budget|des depenses prevues|des credits)(?: du dispositif| de l'annee| de l'experimentation| prevu)? (?:a|ont) (?:bien )?ete (?:depense|consomme|utilise|engage)e?s?$`,
);
const TENU = /^le budget(?: du dispositif| de l'annee| de l'experimentation)? (?:a ete|est) (depasse|tenu|respecte)$/;
const COMPARE =
  /^(?:le dispositif|l'experimentation|l'essai|l'annee|le reseau|elle|il) a (?:depense|coute)(?: [\d ]+ ?(?:€|euros),?)?(?: un peu| nettement| bien| legerement)? (?<sens>plus|moins) que (?:prevu|ce qui etait prevu|son budget|le budget|ce que prevoyait le budget)$/;
/** A fraction near the share is true; a percentage is nearer. */
const PRES = 0.07;
const POUR_CENT = 0.02;

export function budgetsEcrits(study: Study): Lecteur {
  const comptes = once(() => {
    const { depenses = [] } = analyserDispositif(study) ?? {};
    const told = depenses.filter(({ realise }) => realise !== null);
    return {
      prevu: sum(told, ({ prevu }) => prevu),
      tout: sum(depenses, ({ prevu }) => prevu),
      realise: sum(told, ({ realise }) => realise),
    };
  });
  return (phrase, ou) =>
    !/^(?:bilan|evaluation)\b/.test(ou) || study.mode_operatoire?.realise === undefined
      ? []
      : propositions(phrase).flatMap((part): Dementi[] => {
          const groups = PART.exec(part)?.groups;
          const [, held] = TENU.exec(part) ?? [];
          const compared = COMPARE.exec(part)?.groups?.sens;
          if (!groups && held === undefined && compared === undefined) return [];
          const { prevu, tout, realise } = comptes();
          if (prevu === 0 || realise === 0) return [];
          const shares = [realise / prevu, realise / tout];
          const holds = groups
            ? tient(shares, groups)
            : held === 'depasse' || compared === 'plus'
              ? shares.some((one) => one > 1)
              : shares.some((one) => one <= (compared === undefined ? 1.02 : 1));
          return holds
            ? []
            : [
                {
                  dit: `les comptes ont ${euros(realise)} de dépenses pour ${euros(prevu)} prévus (${pourcent(Math.round((100 * realise) / prevu) / 100)})`,
                  contre: ['mode_operatoire/realise/depenses'],
                },
              ];
        });
}

function tient(shares: readonly number[], groupes: Readonly<Record<string, string | undefined>>): boolean {
  const { comment = '', fraction, pc, tout } = groupes;
  const percent = valeurDe(pc);
  const said = tout === undefined ? (percent === undefined ? fractionDe(fraction ?? '') : percent / 100) : 1;
  if (said === null) return true;
  if (/plus/.test(comment)) return shares.some((one) => one > said);
  if (/moins/.test(comment)) return shares.some((one) => one < said);
  const slack = (pc === undefined ? PRES : POUR_CENT) * (comment === '' ? 1 : 2);
  return shares.some((one) => Math.abs(one - said) <= slack);
}
