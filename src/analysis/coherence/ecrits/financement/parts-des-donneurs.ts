/** « le Département finance 30 % du réseau », « la Région est le premier financeur »: the share that a sentence gives to who pays for a scenario, against its plan of funding. */
import { sum } from 'd3-array';
import { numberAt } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { pourcent } from '../../../../texte/nombres.js';
import { chiffrageDe } from '../../../scenarios/chiffrage.js';
import { donneurs } from '../../../scenarios/financement/regles-aides.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { nomCite } from '../../../vocabulaire.js';
import { scenarioNomme } from '../cibles.js';
import type { Dementi } from '../lecteur.js';
import { FRACTION, fractionDe, nomNu, valeurDe } from '../propositions.js';
import {
  type Donneur,
  donneursNommes,
  type Groupes,
  type Ligne,
  lignesDu,
  montantsDe,
  PRES,
} from './donneurs-nommes.js';
import { uneLigne } from './lignes-dites.js';

const PART = new RegExp(
  `^(?<qui>.+?) (?:(?:finance|apporte|couvre|paie|represente|prend en charge)(?:nt|ra|ront)?|(?:a|ont) (?:finance|apporte|couvert|paye)) ${PRES} ?(?:(?<pc>\\d[\\d ]*(?:,\\d+)?) ?%|(?<fraction>${FRACTION})) (?:du |de la |de l'|des |de )(?<quoi>.+)$`,
);
const DE_QUOI =
  /^(?:(?:budget|cout|plan de financement|financement|recettes?|depenses?)(?: total| totale| annuel| annuelle)? (?:du |de la |de l'|des )(.+)|(.+))$/;
const PREMIER =
  /^(?<qui>.+?) (?:(?:est|sera|reste) (?:donc )?le (?:premier|principal) financeur|(?:apporte|finance|paie|fournit|couvre)(?:nt)? (?:la plus (?:grosse|grande) part|l'essentiel|le plus gros)(?: des recettes| du budget| du financement)?) (?:du |de la |de l'|des )(?<cible>.+)$/;
const FINANCE =
  /^(?<qui>.+?) (?<ne>ne |n')?(?:(?:co-?)?finance(?:nt|ra|ront)?|(?:soutient|soutiennent|aide|aident) financierement)(?<pas> pas| plus)? (?<cible>(?:le |la |les |l'|ce ).+)$/;
const RIEN =
  /^(?<qui>.+?) n'(?:apporte(?:nt)? rien|accorde(?:nt)? rien|(?:a|ont) (?:encore )?rien (?:verse|apporte|donne|accorde))(?: (?:a la |a l'|au |aux )(?<cible>.+))?$/;
const DU_BILAN = /^(?:bilan|evaluation)\b/;

/** How far a share may be from the one that is told: of a percentage, of a fraction in words. */
const PARTS_PROCHES = 0.02;
const FRACTION_PROCHE = 0.07;
/** Two who give nearly as much are both the first. */
const EGAUX = 0.97;

const enPart = (share: number): string => pourcent(Math.round(share * 100) / 100);

/** Shares that some givers may be said to bring of one scenario: of its receipts, of its costs, by year and over the plan, and the rates of their lines. */
function partsDe(
  study: Study,
  scenario: Scenario,
  lignes: readonly Ligne[],
  donneur: Donneur,
): [main: number, ...others: number[]] {
  const { recettes, depensesAnnuelles, recettesTotales, depensesTotales, coutTotal } = chiffrageDe(study, scenario);
  const own = lignes.map((one) => montantsDe(study, one, donneur));
  const total = sum(own, (one) => one.total);
  const years = depensesAnnuelles.flatMap((spent, year) => {
    const given = sum(own, ({ annees }) => numberAt(annees, year));
    return [given / (spent || 1), given / (sum(recettes, (row) => numberAt(row, year)) || 1)];
  });
  return [
    total / (recettesTotales || 1),
    total / (depensesTotales || 1),
    total / (coutTotal || 1),
    ...years,
    ...lignes.flatMap(({ source }) => source.taux ?? []),
  ];
}

function partFausse(study: Study, ou: string, groupes: Groupes): Dementi | null {
  const donneur = donneursNommes(study).get(nomNu(groupes.qui ?? ''));
  const [, whole, alone] = DE_QUOI.exec(groupes.quoi ?? '') ?? [];
  const named = whole ?? alone;
  const scenario = named === undefined ? undefined : scenarioNomme(study, named, ou);
  const percent = valeurDe(groupes.pc);
  const said = percent === undefined ? fractionDe(groupes.fraction ?? '') : percent / 100;
  if (!donneur || !scenario || said === null) return null;
  const lignes = lignesDu(study, donneur, [scenario]);
  const known = partsDe(study, scenario, lignes, donneur);
  const slack = percent === undefined ? FRACTION_PROCHE : PARTS_PROCHES;
  const pres = groupes.pres ?? '';
  const holds = /plus de|au moins/.test(pres)
    ? known.some((one) => one >= said)
    : /moins|au plus|jusqu/.test(pres)
      ? known.some((one) => one <= said)
      : known.some((one) => Math.abs(one - said) <= (pres === '' ? slack : 2 * slack));
  if (holds) return null;
  const [first] = lignes;
  return first
    ? {
        ...(percent === undefined ? {} : { valeur: said }),
        dit: `sa part des recettes de « ${nomDuScenario(scenario)} » est de ${enPart(known[0])}`,
        contre: [first.chemin],
      }
    : rienDe(scenario);
}

export const rienDe = (scenario: Scenario): Dementi => ({
  dit: `le plan de financement de « ${nomDuScenario(scenario)} » n’a rien de ce financeur`,
  contre: [`scenarios/${scenario.id}/financements`],
});

/** Whether a body has a part in what a scenario costs: gives it money or days, bears it, or has a convention with it. */
export function participe(study: Study, scenario: Scenario, { acteurs }: Donneur): boolean {
  const { mode_operatoire: mode } = study;
  const of = (id: string | undefined): boolean => id !== undefined && acteurs.has(id);
  return (
    of(scenario.porteur) ||
    // As it is costed: with the VAT that the State gives back, which no line writes.
    chiffrageDe(study, scenario).scenario.financements.some(
      (one) => of(one.financeur) || donneurs(one).some(({ acteur }) => of(acteur)),
    ) ||
    scenario.partenaires.some(({ acteur }) => of(acteur)) ||
    scenario.moyens.humains.some(({ porteur }) => of(porteur)) ||
    (scenario.id === mode?.scenario && (mode.conventions ?? []).some(({ partenaire }) => of(partenaire)))
  );
}

/** What the accounts have received by a line; undefined where they do not tell. */
const recuDe = ({ mode_operatoire: mode }: Study, { scenario, source }: Ligne): number | undefined =>
  scenario.id === mode?.scenario
    ? mode.realise?.recettes?.find(({ financement }) => financement === source.id)?.montant
    : undefined;

/** Who finances a scenario that has nothing of it, and who finances nothing of what it finances: by the plan, or by the accounts of what is past. */
function financeFausse(
  study: Study,
  ou: string,
  { qui = '', cible }: Groupes,
  rien: 'prevu' | 'recu' | null,
): Dementi | null {
  const donneur = donneursNommes(study).get(nomNu(qui));
  const scenario = cible === undefined ? undefined : scenarioNomme(study, cible, ou);
  if (!donneur || !scenario) return null;
  if (rien === null) return participe(study, scenario, donneur) ? null : rienDe(scenario);
  const paid = lignesDu(study, donneur, [scenario]).find((one) => {
    const amount = rien === 'recu' ? recuDe(study, one) : montantsDe(study, one, donneur).total;
    return amount !== undefined && amount > 0;
  });
  return paid ? { dit: uneLigne(study, paid, donneur), contre: [paid.chemin] } : null;
}

function premierFaux(study: Study, ou: string, { qui = '', cible = '' }: Groupes): Dementi | null {
  const donneur = donneursNommes(study).get(nomNu(qui));
  const scenario = scenarioNomme(study, cible, ou);
  if (!donneur || !scenario) return null;
  const { financeurs } = chiffrageDe(study, scenario);
  const own = sum(financeurs, ({ financeur, part }) => (donneur.acteurs.has(financeur) ? part : 0));
  const [most] = financeurs.filter(({ financeur }) => !donneur.acteurs.has(financeur)).sort((a, b) => b.part - a.part);
  if (!most || own >= most.part * EGAUX) return null;
  const name = study.acteurs.find(({ id }) => id === most.financeur);
  return {
    dit: `dans « ${nomDuScenario(scenario)} », ${nomCite(name?.sigle ?? name?.nom ?? most.financeur)} apporte ${enPart(most.part)} des recettes, et ce financeur ${enPart(own)}`,
    contre: [`scenarios/${scenario.id}/financements`],
  };
}

/** What a part of a sentence says of shares, or of who finances what; undefined where it says nothing of it. */
export function partDite(study: Study, part: string, ou: string): Dementi | null | undefined {
  // Patterns that begin by any words are long to try.
  const share = /%|moitie|tiers|quart|ieme/.test(part) ? PART.exec(part)?.groups : undefined;
  if (share) return partFausse(study, ou, share);
  const first = / financeur | plus (?:gros|grande) ?|grosse part|l'essentiel/.test(part)
    ? PREMIER.exec(part)?.groups
    : undefined;
  if (first) return premierFaux(study, ou, first);
  const none = part.includes(' rien') ? RIEN.exec(part)?.groups : undefined;
  if (none) {
    // The balance speaks of the year: what it was given to goes without saying.
    const cible = none.cible ?? (DU_BILAN.test(ou) ? 'dispositif' : undefined);
    return cible === undefined
      ? null
      : financeFausse(study, ou, { qui: none.qui, cible }, / n'(?:a|ont) /.test(part) ? 'recu' : 'prevu');
  }
  const gives = part.includes('financ') ? FINANCE.exec(part)?.groups : undefined;
  return gives && (gives.ne === undefined) === (gives.pas === undefined)
    ? financeFausse(study, ou, gives, gives.ne === undefined ? null : 'prevu')
    : undefined;
}
