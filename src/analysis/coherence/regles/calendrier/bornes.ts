/** Dates against the span that holds them: a task for what closes it, the experimentation for its measures, the calendar of the mission for its phases. */
import { conditionsDuMode } from '../../../../study/conditions.js';
import type { Study } from '../../../../study/study.js';
import {
  anterieur,
  dateEnLettres,
  leJour,
  moisAbsolu,
  ordreDates,
  periode,
  posterieur,
} from '../../../../texte/dates.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { suitesDe } from '../../suites.js';

const MODE = 'mode_operatoire';

export const faitAvantDebut: RegleCoherence = {
  code: 'fait-avant-debut',
  gravite: 'attention',
  titre: 'Un fait est daté d’avant le début de ce qui l’accomplit.',
  explication:
    'La fin réelle d’une tâche ou d’une étape, la condition qu’une tâche remplit, la convention qu’elle signe et la réserve qu’elle lève ne sont pas antérieures à son début, réel s’il est connu (« debut_reel »), prévu sinon.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    suitesDe(study).flatMap(({ chemin, date, quoi, contre, debut, dont }): Contradiction[] =>
      date === undefined || debut === undefined || !anterieur(date, debut)
        ? []
        : [
            {
              chemin,
              contre: [contre],
              message: `${quoi} ${leJour(date)}, et ${dont} ne commence que ${leJour(debut)}.`,
              issue: 'Corrigez une des deux dates, ou donnez le début réel.',
              saisie: 'Le début réel s’écrit dans « debut_reel ».',
            },
          ],
    ),
};

/** A date and the one that bounds it. */
interface Borne {
  chemin: string;
  date: string | undefined;
  quoi: string;
}

const constats = ({ indicateurs = [], realise, risques = [] }: NonNullable<Study['mode_operatoire']>): Borne[] => [
  ...indicateurs.flatMap(({ id, libelle, mesures = [] }) =>
    mesures.map(({ date }, m) => ({
      chemin: `${MODE}/indicateurs/${id}/mesures/${m + 1}/date`,
      date,
      quoi: `« ${libelle} » est mesuré`,
    })),
  ),
  { chemin: `${MODE}/realise/au`, date: realise?.au, quoi: 'le compte de ce qui est réalisé est arrêté' },
  { chemin: `${MODE}/realise/jusqu_au`, date: realise?.jusqu_au, quoi: 'les comptes finissent' },
  ...risques.map(({ libelle, survenu_le }, i) => ({
    chemin: `${MODE}/risques/${i + 1}/survenu_le`,
    date: survenu_le,
    quoi: `le risque « ${libelle} » est survenu`,
  })),
];

const echeances = (
  { conditions, conventions, experimentation, taches }: NonNullable<Study['mode_operatoire']>,
  paye: (date: string) => boolean,
): Borne[] => [
  ...(taches ?? []).flatMap(({ id, libelle, debut, engage }) =>
    engage && !paye(debut)
      ? [{ chemin: `${MODE}/taches/${id}/debut`, date: debut, quoi: `« ${libelle} » engage une dépense` }]
      : [],
  ),
  ...(conventions ?? []).flatMap(({ id, objet, signature_prevue: planned, signee_le: signed }, i) => [
    {
      chemin: `${MODE}/conventions/${id ?? i + 1}/${signed === undefined ? 'signature_prevue' : 'signee_le'}`,
      date: signed ?? planned,
      quoi: `la convention « ${objet} » ${signed === undefined ? 'doit être' : 'est'} signée`,
    },
  ]),
  { chemin: `${MODE}/experimentation/choix_le`, date: experimentation?.choix_le, quoi: 'les projets sont choisis' },
  ...conditionsDuMode(conditions).flatMap(({ libelle, echeance, remplie_le: met, chemin }) => [
    { chemin: `${MODE}/${chemin}/echeance`, date: echeance, quoi: `la condition « ${libelle} » est due` },
    { chemin: `${MODE}/${chemin}/remplie_le`, date: met, quoi: `la condition « ${libelle} » est remplie` },
  ]),
];

/** What prepares the experimentation belongs to it: a risk may come true in a task that opens it. */
const debutDesTravaux = ({ taches = [], experimentation }: NonNullable<Study['mode_operatoire']>): string | undefined =>
  [...taches.map(({ debut }) => debut), ...(experimentation ? [experimentation.debut] : [])].sort(ordreDates)[0];

export const horsExperimentation: RegleCoherence = {
  code: 'hors-experimentation',
  gravite: 'attention',
  titre: 'Une date du dispositif tombe hors de son expérimentation.',
  explication:
    'Ce qui est mesuré, compté ou survenu ne l’est pas avant le premier jour des travaux (le début de la première tâche, ou de « experimentation ») ; une condition à remplir ou remplie, une convention à signer, le choix des projets et une dépense à engager (« engage: true », au-delà aussi des années du scénario) ne sont pas attendus après la fin de l’expérimentation ; l’appel à projets et les étapes des projets n’en sortent pas.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, projets } = study;
    const span = mode?.experimentation;
    // A scenario of several years pays for what follows the experimentation.
    const years = scenarioDecrit(study)?.duree_annees;
    const paye = (date: string): boolean =>
      span !== undefined && years !== undefined && moisAbsolu(date) < moisAbsolu(span.debut) + 12 * years;
    const start = mode ? debutDesTravaux(mode) : undefined;
    if (!mode || !span || start === undefined) return [];
    const at = `${MODE}/experimentation`;
    const steps = projets.flatMap(({ id, titre, calendrier = [] }) =>
      calendrier.map(({ etape, debut, fin }, i) => ({
        chemin: `projets/${id}/calendrier/${i + 1}`,
        quoi: `l’étape « ${etape} » de « ${titre} »`,
        debut,
        fin,
      })),
    );
    return [
      ...[
        ...constats(mode),
        { chemin: `${at}/appel_du`, date: span.appel_du ?? undefined, quoi: 'l’appel à projets s’ouvre' },
      ].flatMap(({ chemin, date, quoi }): Contradiction[] =>
        date === undefined || !anterieur(date, start)
          ? []
          : [
              {
                chemin,
                contre: [`${at}/debut`],
                message: `${quoi} ${leJour(date)}, avant que rien n’ait commencé : l’expérimentation va ${periode(span.debut, span.fin)}.`,
                issue: 'Corrigez une des dates.',
              },
            ],
      ),
      ...echeances(mode, paye).flatMap(({ chemin, date, quoi }): Contradiction[] =>
        date === undefined || !posterieur(date, span.fin)
          ? []
          : [
              {
                chemin,
                contre: [`${at}/fin`],
                message: `${quoi} ${leJour(date)}, après la fin de l’expérimentation (${dateEnLettres(span.fin)}).`,
                issue: 'Corrigez une des deux dates.',
              },
            ],
      ),
      ...steps.flatMap(({ chemin, quoi, debut, fin }): Contradiction[] =>
        !anterieur(debut, span.appel_du ?? start) && !(fin && posterieur(fin, span.fin))
          ? []
          : [
              {
                chemin,
                contre: [at],
                message: `${quoi} est prévue ${periode(debut, fin)} ; l’expérimentation, appel à projets compris, va ${periode(span.appel_du ?? start, span.fin)}.`,
                issue: 'Corrigez les dates de l’étape, ou celles de l’expérimentation.',
              },
            ],
      ),
    ];
  },
};

export const experimentationEtDocuments: RegleCoherence = {
  code: 'experimentation-et-documents',
  gravite: 'attention',
  titre: 'L’expérimentation ne tient pas entre le mode opératoire et son bilan.',
  explication:
    'Le mode opératoire est rendu avant que l’expérimentation commence, et le bilan après qu’elle est finie : les dates de ces livrables (« livrables » de etude.yaml) l’encadrent.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study: { etude, mode_operatoire } }) => {
    const span = mode_operatoire?.experimentation;
    const dateOf = (id: string) => etude.livrables?.find((one) => one.id === id)?.date;
    const [before, after] = [dateOf('mode-operatoire'), dateOf('bilan')];
    if (!span) return [];
    const at = `${MODE}/experimentation`;
    return [
      ...(before === undefined || !anterieur(span.debut, before)
        ? []
        : [
            {
              chemin: `${at}/debut`,
              contre: ['etude/livrables/mode-operatoire/date'] as const,
              message: `l’expérimentation commence ${leJour(span.debut)}, avant que le mode opératoire ne soit rendu (${dateEnLettres(before)}).`,
              issue: 'Corrigez une des deux dates.',
            },
          ]),
      ...(after === undefined || !posterieur(span.fin, after)
        ? []
        : [
            {
              chemin: `${at}/fin`,
              contre: ['etude/livrables/bilan/date'] as const,
              message: `l’expérimentation finit ${leJour(span.fin)}, après son bilan (${dateEnLettres(after)}).`,
              issue: 'Corrigez une des deux dates.',
            },
          ]),
    ];
  },
};

export const calendrierEnDesordre: RegleCoherence = {
  code: 'calendrier-en-desordre',
  gravite: 'attention',
  titre: 'Une phase du calendrier commence avant celle qui la précède.',
  explication:
    'Les phases (« calendrier » de etude.yaml) se lisent dans leur ordre : chacune commence le jour de la précédente au plus tôt et finit avec la suivante au plus tard, et celle qui rend un livrable ne commence pas avant la date du marché.',
  livrables: ['diagnostic', 'copil'],
  verifier: ({ study: { etude } }) =>
    (etude.calendrier ?? []).flatMap(({ phase, debut, fin, livrables = [] }, i, all): Contradiction[] => {
      const before = all[i - 1];
      const after = all[i + 1];
      const market = livrables.length > 0 ? etude.marche?.date : undefined;
      const at = `etude/calendrier/${i + 1}/debut`;
      const issue = 'Corrigez une des deux dates, ou l’ordre des phases.';
      if (before && anterieur(debut, before.debut))
        return [
          {
            chemin: at,
            contre: [`etude/calendrier/${i}/debut`],
            message: `« ${phase} » commence ${leJour(debut)}, avant « ${before.phase} », qui la précède (${dateEnLettres(before.debut)}).`,
            issue,
          },
        ];
      if (fin && after?.fin && posterieur(fin, after.fin))
        return [
          {
            chemin: `etude/calendrier/${i + 1}/fin`,
            contre: [`etude/calendrier/${i + 2}/fin`],
            message: `« ${phase} » finit ${leJour(fin)}, après « ${after.phase} », qui la suit (${dateEnLettres(after.fin)}).`,
            issue,
          },
        ];
      if (market === undefined || !anterieur(debut, market)) return [];
      return [
        {
          chemin: at,
          contre: ['etude/marche/date'],
          message: `« ${phase} » commence ${leJour(debut)}, avant le marché (${dateEnLettres(market)}).`,
          issue,
        },
      ];
    }),
};

export const BORNES = [faitAvantDebut, horsExperimentation, experimentationEtDocuments, calendrierEnDesordre] as const;
