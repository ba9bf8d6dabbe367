/** The body that validates, as the mode opératoire plans it, against the meetings that it held. */
import { compte } from '../../../../texte/accords.js';
import { anterieur, MOIS_PAR_AN, moisAbsolu, periode, posterieur } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { estDuComite, tenues } from '../../../comite.js';
import type { RegleCoherence } from '../../regle.js';

/** Beyond it, a body meets so much more than it did that one of the two is wrong. */
const RAPPORT = 2;

export const reunionsDuComite: RegleCoherence = {
  code: 'reunions-du-comite',
  gravite: 'attention',
  titre: 'L’instance qui valide se réunit bien plus dans le mode opératoire qu’au journal des réunions.',
  explication:
    'L’instance du mode opératoire qui est celle que l’étude réunit (« comite: true ») dit ses réunions par an (« reunions_an ») ; une autre, de même nom, n’est pas au journal. Rapportées à la durée de l’expérimentation, elles ne font pas plus du double de celles que le journal compte tenues dans ce temps. La règle ne vaut qu’une fois l’expérimentation finie, si le journal en tient au moins une.',
  exemple: 'instances:\n  - { nom: Comité de pilotage, comite: true, role: Choisit les projets., reunions_an: 2 }',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, etude } = study;
    const span = mode?.experimentation;
    if (!span || posterieur(span.fin, etude.date)) return [];
    const rank = (mode.instances ?? []).findIndex((one) => one.comite === true);
    const instance = mode.instances?.[rank];
    const held = tenues(study, etude.date).filter(
      (one) => estDuComite(one) && !anterieur(one.date, span.debut) && !posterieur(one.date, span.fin),
    );
    const [first, ...others] = held;
    const months = moisAbsolu(span.fin) - moisAbsolu(span.debut) + 1;
    const yearly = instance?.reunions_an;
    if (!instance || !first || yearly === undefined || (yearly * months) / MOIS_PAR_AN <= RAPPORT * held.length)
      return [];
    return [
      {
        chemin: `mode_operatoire/instances/${rank + 1}/reunions_an`,
        contre: [`reunions/${first.id}/date`, ...others.map(({ id }) => `reunions/${id}/date`)],
        message: `« ${instance.nom} » se réunit ${nombreFr(yearly)} fois par an ; pendant l’expérimentation, ${periode(span.debut, span.fin)}, le journal compte ${compte(held.length, 'réunion tenue', 'réunions tenues')}.`,
        issue: 'Corrigez le nombre de réunions par an, ou ajoutez au journal celles qui manquent.',
        saisie: 'Une réunion tenue s’ajoute à reunions.yaml : « date » et « etat: tenue ».',
      },
    ];
  },
};

export const COMITE_DU_DISPOSITIF = [reunionsDuComite] as const;
