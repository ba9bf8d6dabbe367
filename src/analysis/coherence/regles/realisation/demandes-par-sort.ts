/** What an indicator counts of the requests, against their count by what became of them. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte, quantiteFr } from '../../../../texte/accords.js';
import { auJour, leJour, moisAbsolu, ordreDates } from '../../../../texte/dates.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { enDemandes, toutesLesDemandes } from '../../mesures.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Mode = NonNullable<Study['mode_operatoire']>;
type Indicateur = NonNullable<Mode['indicateurs']>[number];
interface Compte {
  valeur: number;
  chemin: string;
  dit: string;
}

const COMPTE = 'mode_operatoire/realise/demandes';
/** What an indicator counts of the requests; null where its label does not say it for sure. */
function compteDe({ libelle, unite }: Indicateur, demandes: NonNullable<Mode['realise']>['demandes']): Compte | null {
  if (demandes === undefined || demandes.length === 0 || !enDemandes(unite)) return null;
  const label = phraseNue(libelle);
  const named = label.replace(/^(?:nombre de )?demandes? /, '');
  const same = demandes.flatMap(({ sort, nombre }, i) =>
    label !== named && phraseNue(sort) === named ? [{ i, sort, nombre }] : [],
  );
  const [only] = same;
  if (only && same.length === 1)
    return {
      valeur: only.nombre,
      chemin: `${COMPTE}/${only.i + 1}`,
      dit: `« ${only.sort} » en compte ${nombreFr(only.nombre)}`,
    };
  const total = sum(demandes, ({ nombre }) => nombre);
  return toutesLesDemandes(libelle)
    ? { valeur: total, chemin: COMPTE, dit: `le compte par sort fait ${compte(total, 'demande')}` }
    : null;
}

export const demandesParSort: RegleCoherence = {
  code: 'demandes-par-sort',
  gravite: 'attention',
  titre: 'Un indicateur compte d’autres demandes que leur détail par sort.',
  explication:
    'Un indicateur du dispositif compté en demandes, sans « calcul », qui les compte toutes (« Demandes reçues », « Tournées demandées ») ou celles d’un sort qu’il nomme (« Demandes servies »), se compare au compte par sort (« realise.demandes ») : le dernier relevé du mois où les comptes s’arrêtent (« jusqu_au », à défaut « au ») lui est égal, un relevé d’avant ne le dépasse pas, un relevé d’après ne lui est pas inférieur.',
  livrables: ['bilan'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    const { au, jusqu_au: end = au, demandes } = mode?.realise ?? {};
    if (end === undefined) return [];
    return (mode?.indicateurs ?? []).flatMap((indicateur): Contradiction[] => {
      const { id, libelle, unite, calcul, mesures = [] } = indicateur;
      const counted = calcul === undefined ? compteDe(indicateur, demandes) : null;
      const last = [...mesures.entries()].sort(([, a], [, b]) => ordreDates(a.date, b.date)).at(-1);
      if (!counted || !last) return [];
      const [rank, { date, valeur }] = last;
      const months = moisAbsolu(date) - moisAbsolu(end);
      const stands = months === 0 ? valeur === counted.valeur : (valeur - counted.valeur) * months >= 0;
      return stands
        ? []
        : [
            {
              chemin: `mode_operatoire/indicateurs/${id}/mesures/${rank + 1}/valeur`,
              contre: [counted.chemin],
              message: `« ${libelle} » est mesuré à ${quantiteFr(valeur, unite)} ${leJour(date)} ; arrêté ${auJour(end)}, ${counted.dit}.`,
              issue: 'Corrigez la mesure, ou le compte par sort.',
            },
          ];
    });
  },
};

export const DEMANDES_PAR_SORT = [demandesParSort] as const;
